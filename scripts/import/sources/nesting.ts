/** Deepest nesting of brackets in JSON that is read; real records have some twenty levels. */
export const DEEPEST_JSON = 500;

/** Whether a text opens more brackets within each other than any record needs; programs that follow them would end. */
export function nestsTooDeep(json: string): boolean {
  let depth = 0;
  let isText = false;
  for (let at = 0; at < json.length; at += 1) {
    const sign = json[at];
    if (isText && sign === '\\') at += 1;
    else if (sign === '"') isText = !isText;
    else if (!isText && (sign === '[' || sign === '{')) depth += 1;
    else if (!isText && (sign === ']' || sign === '}')) depth -= 1;
    if (depth > DEEPEST_JSON) return true;
  }
  return false;
}
