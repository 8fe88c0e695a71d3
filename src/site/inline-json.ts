/** JSON that can stand inside a script element: no `<` in it can end the element or open a comment. */
export function toInlineJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', String.raw`\u003c`);
}
