/** Whether a contact is an e-mail address and no web address or sentence. */
export function isEmail(text: string): boolean {
  return /^[^\s@:/]+@[^\s@/]+$/u.test(text);
}
