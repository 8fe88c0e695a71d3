/**
 * Words that only say what kind of company a name belongs to. A name is the same with and without them, and sources
 * write them now and then: `Cisco Systems, Inc.`, `Cisco Systems`.
 */
const FORMS: ReadonlySet<string> = new Set([
  ...[
    'inc',
    'incorporated',
    'corp',
    'corporation',
    'co',
    'company',
    'llc',
    'llp',
    'lp',
    'ltd',
    'limited',
    'plc',
  ],
  ...[
    'gmbh',
    'mbh',
    'ag',
    'kg',
    'kgaa',
    'se',
    'eg',
    'sa',
    'sas',
    'sarl',
    'srl',
    'spa',
    'bv',
    'nv',
    'ab',
    'as',
  ],
  ...['asa', 'aps', 'oy', 'oyj', 'pty', 'pte', 'pvt', 'kk', 'ooo'],
]);

/** The same, as they stand once dots have parted their letters: `S. A.`, `K.K.`, `B.V.`. */
const SPELT_FORMS: readonly (readonly string[])[] = [
  ...['s a s', 's p a', 's r l', 's a', 'a s', 'd d', 'b v', 'n v', 'k k', 'l l c', 'p l c'],
  ...['kabushiki kaisha', 'sdn bhd', 'sp z o o'],
].map((form) => form.split(' '));

/** Japanese forms stand before or behind a name without a blank: `株式会社バッファロー`, `ソニー(株)`. */
const JAPANESE_FORM =
  /株式会社|有限会社|合同会社|合資会社|合名会社|相互会社|一般社団法人|一般財団法人|公益社団法人|公益財団法人|独立行政法人|国立研究開発法人|特定非営利活動法人|\((?:株|有|同|資|名|一社|一財)\)/gu;

/** @param text after NFKC, so that `㈱` has become `(株)` */
export function stripJapaneseForms(text: string): string {
  const rest = text.replaceAll(JAPANESE_FORM, ' ').trim();
  return rest === '' ? text : rest;
}

/** The words of a name without the forms at its end, and without an article before it. One word always stays. */
export function stripLegalForms(words: readonly string[]): readonly string[] {
  const [first, ...others] = words;
  if (first === 'the' && others.length > 0) return stripLegalForms(others);
  const shorter = withoutLastForm(words);
  return shorter.length > 0 && shorter.length < words.length ? stripLegalForms(shorter) : words;
}

function withoutLastForm(words: readonly string[]): readonly string[] {
  const spelt = SPELT_FORMS.find((form) =>
    form.every((word, index) => words.at(index - form.length) === word),
  );
  if (spelt !== undefined) return words.slice(0, -spelt.length);
  return FORMS.has(words.at(-1) ?? '') ? words.slice(0, -1) : words;
}
