/**
 * A compiler's message or a stack without the lines that name packages, Node itself or modules that stand in no file:
 * what remains is what the reader can open and mend.
 */
export function keepOwnLines(text: string): string {
  const lines = text.split('\n').filter((line) => !/node_modules|\bnode:internal|\0/.test(line));
  return lines.join('\n').trimEnd();
}
