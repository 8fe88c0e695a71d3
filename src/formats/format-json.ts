/**
 * A machine-readable document as it is published: JSON with two blanks of indentation and a final line break. A file that
 * is made again after the build, as signing does, keeps its bytes by this.
 */
export function formatJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
