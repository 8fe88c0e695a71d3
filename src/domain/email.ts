/** Whether a contact is an e-mail address and no web address, sentence or name with an address in brackets. */
export function isEmail(text: string): boolean {
  return /^[^\s@:/<>"]+@[^\s@:/?&#<>"]+$/u.test(text);
}
