import { stripVTControlCharacters, styleText } from 'node:util';
import type { Finding } from '#domain/finding.ts';
import type { Language } from '#domain/language.ts';
import { explainFinding } from '#lint/explain-finding.ts';
import { findingWords } from './words.ts';

export interface HumanOptions {
  language: Language;
  /** Whether the reader's terminal shows colours. */
  colour: boolean;
  /** The content directory as the reader would type it, put before every file. */
  folder: string;
  /** How many files were checked. */
  files: number;
  /** The text of a file, for the line that is shown; `undefined` when there is none. */
  source: (file: string) => string | undefined;
}

type LineReader = (file: string, line: number) => string | undefined;

/** Findings for a terminal: place, what, the line itself with a caret, why, remedy; a summary at the end. */
export function formatHuman(findings: readonly Finding[], options: HumanOptions): string {
  const words = findingWords(options.language);
  const lineOf = buildLineReader(options.source);
  const blocks = findings.map((finding) => formatFinding(finding, options, lineOf));
  return [...blocks, formatSummary(findings, options, words)].join('\n\n');
}

type Style = Parameters<typeof styleText>[0];

function painter(colour: boolean): (style: Style, text: string) => string {
  return (style, text) => (colour ? styleText(style, text, { validateStream: false }) : text);
}

/** Findings are sorted by file, so each file is read and divided once. */
function buildLineReader(source: HumanOptions['source']): LineReader {
  let last: { file: string; lines: readonly string[] } | undefined;
  return (file, line) => {
    if (last?.file !== file) last = { file, lines: source(file)?.split('\n') ?? [] };
    return last.lines[line - 1];
  };
}

function formatFinding(finding: Finding, options: HumanOptions, lineOf: LineReader): string {
  const { language, colour, folder } = options;
  const words = findingWords(language);
  const paint = painter(colour);
  const { what, why, remedy } = explainFinding(finding, language);
  const { file, line, column, severity, code } = finding;
  const place = paint('bold', `${folder}/${safe(file)}:${line}:${column}`);
  const weight = paint(severity === 'error' ? 'red' : 'yellow', words.severity[severity]);
  return [
    `${place} ${weight} ${code}`,
    ...indent(what),
    ...(isPrivate(file) ? [] : quoteLine(lineOf(file, line), finding)).map((quoted) => paint('dim', quoted)),
    ...indent(`${words.why}: ${why}`),
    ...indent(`${words.remedy}: ${remedy}`),
  ].join('\n');
}

/** Entries of the list of unreachable developers may come from a private folder, and logs are often public. */
function isPrivate(file: string): boolean {
  return file.startsWith('unreachable/');
}

function indent(text: string): string[] {
  return safe(text)
    .split('\n')
    .map((line) => `  ${line}`);
}

/** The line of the finding, at most 100 characters around its column, and a caret below the column. */
function quoteLine(text: string | undefined, { line, column }: Finding): string[] {
  if (text === undefined || text.trim() === '') return [];
  const start = Math.max(0, column - 60);
  const shown = safe(text.slice(start, start + 100));
  const margin = `${line} | `;
  const before = text.slice(start, column - 1);
  return [`  ${margin}${shown}`, `  ${' '.repeat(margin.length + widthOf(before))}^`];
}

/** Columns of a terminal: East Asian wide and full-width characters take two. */
function widthOf(text: string): number {
  const wide =
    /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]/u;
  return Array.from(safe(text), (character) => (wide.test(character) ? 2 : 1)).reduce<number>(
    (sum, width) => sum + width,
    0,
  );
}

/** Text of strangers without what a terminal would obey. */
function safe(text: string): string {
  return stripVTControlCharacters(text).replaceAll(/[^\P{Cc}\n]/gu, ' ');
}

function formatSummary(
  findings: readonly Finding[],
  { files }: HumanOptions,
  words: ReturnType<typeof findingWords>,
): string {
  if (findings.length === 0) return words.clean(files);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const [first] = findings;
  const hint = first === undefined ? [] : [words.explain(first.code)];
  return [words.summary(errors, findings.length - errors, files), ...hint].join('\n');
}
