/** How mail programs head what they quote below an answer, when they do not put `>` before it. */
const HEADERS = [
  /^-{2,} ?(?:original message|forwarded message|original appointment|元のメッセージ|元のメール|転送メッセージ)/iu,
  /^on .{5,250} wrote: ?$/iu,
  /^\d{4}年\d{1,2}月\d{1,2}日.{0,250}(?:[>＞]|のメール|は書きました|さん|wrote) ?[:：]/u,
  /^\d{4}[/-]\d{1,2}[/-]\d{1,2}.{0,250}(?:[>＞]|のメール|は書きました|さん|wrote) ?[:：]/u,
  /^(?:\*\*)?(?:差出人|送信者|寄件者) ?[:：]/u,
  /^reply to this email directly\b/iu,
  /^you are receiving this because\b/iu,
];

/**
 * Whether what an e-mail answered begins with this line.
 * @param next the two lines behind it: headers are often broken over two, and `From:` alone may be anything
 */
export function startsMailTail(line: string, next: readonly string[]): boolean {
  const text = line.trim().slice(0, 300);
  if (!MAY_START.test(text)) return false;
  if (HEADERS.some((header) => header.test(text))) return true;
  if (/^on \S/iu.test(text))
    return next.some((each, index) => /\bwrote: ?$/iu.test(each.trim()) && index < 2);
  const isFrom = /^(?:\*\*)?from:(?:\*\*)? ?\S/iu.test(text);
  return isFrom && next.some((each) => /^(?:\*\*)?(?:sent|date|to|cc|subject):/iu.test(each.trim()));
}

const MAY_START = /^[-\d*ory差送寄f]/iu;
