/**
 * A file of the API as text: JSON with every element of its lists on a line of its own, so that the file is small and a
 * comparison of two versions shows the entries that changed.
 */
export function formatApiFile(value: object): string {
  if (Array.isArray(value)) return `${formatMember(value)}\n`;
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([key, member]) => `${JSON.stringify(key)}: ${formatMember(member)}`);
  return `{\n${members.join(',\n')}\n}\n`;
}

function formatMember(value: unknown): string {
  if (!Array.isArray(value) || value.length === 0) return JSON.stringify(value);
  return `[\n${value.map((each) => JSON.stringify(each)).join(',\n')}\n]`;
}
