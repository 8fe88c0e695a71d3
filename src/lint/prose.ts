const frontMatterPattern = /^---\n[\s\S]*?\n---(?:\n|$)/u;
const fencePattern = /^ {0,3}(`{3,}|~{3,})[^\n]*\n(?:[\s\S]*?\n {0,3}\1[`~]*[ \t]*(?=\n|$)|[\s\S]*$)/gmu;
const codeSpanPattern = /(?<!`)(`+)(?!`)[^\n]*?[^`\n]\1(?!`)/gu;

/** The YAML part of a file: its front matter, or all of a YAML file. */
export function frontMatterOf(file: string, source: string): string {
  return file.endsWith('.yaml') ? source : (frontMatterPattern.exec(source)?.[0] ?? '');
}

/**
 * The prose of a Markdown file or a page. Front matter and code are blanked out character by character, so that an offset
 * into the prose is also an offset into the file.
 */
export function proseOf(source: string): string {
  const start = frontMatterPattern.exec(source)?.[0].length ?? 0;
  const body = source.slice(start).replaceAll(fencePattern, blank).replaceAll(codeSpanPattern, blank);
  return blank(source.slice(0, start)) + body;
}

/** A file's text with its front matter blanked out; `undefined` when it has none that is closed. */
export function bodyOf(source: string): string | undefined {
  const start = frontMatterPattern.exec(source)?.[0].length;
  return start === undefined ? undefined : blank(source.slice(0, start)) + source.slice(start);
}

function blank(text: string): string {
  return text.replaceAll(/[^\n]/g, ' ');
}
