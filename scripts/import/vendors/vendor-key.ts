import { createHash } from 'node:crypto';
import { stripJapaneseForms, stripLegalForms } from './legal-forms.ts';

/** The longest slug that a vendor's file may have. */
const LONGEST = 80;

/**
 * What names of one vendor have in common, which is also the vendor's slug: `Cisco Systems, Inc.` and `CISCO SYSTEMS`
 * are `cisco-systems`. Width, case, accents, punctuation, legal forms and an article do not count; blanks do, so that
 * `Trend Micro` and `Trendmicro` are joined by the table of known names only.
 *
 * A name in another script gets a digest (`v-1a2b3c4d`): nobody knows how its owner would write it in Latin letters. The
 * Latin part counts only where it stands in brackets, as a second name: `トレンドマイクロ株式会社 (Trend Micro)`. A
 * company called `NECソリューションイノベータ` is not NEC.
 */
export function vendorKey(name: string): string {
  const plain = stripJapaneseForms(name.normalize('NFKC')).trim();
  const latin = isLatin(plain) ? plain : (/\(([^()]*)\)\s*$/u.exec(plain)?.[1] ?? '');
  const words = isLatin(latin) ? stripLegalForms(wordsOf(latin)) : [];
  return words.length === 0 ? digestSlug(plain) : withinLimit(words.join('-'));
}

/** The slug of everything that a name says, legal form included: `Mandriva, Inc.` is `mandriva-inc`. */
export function wholeNameSlug(name: string): string {
  const plain = name.normalize('NFKC').trim();
  const words = isLatin(plain) ? wordsOf(plain) : [];
  return words.length === 0 ? digestSlug(plain) : withinLimit(words.join('-'));
}

/** Whether every letter of a text is Latin, and there is one letter or digit at least. */
function isLatin(text: string): boolean {
  return /[\p{sc=Latin}\p{Nd}]/u.test(text) && !/(?!\p{sc=Latin})\p{L}/u.test(text);
}

function wordsOf(latin: string): string[] {
  const plain = latin
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\p{M}'’]/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll('æ', 'ae')
    .replaceAll('++', ' plus plus ')
    .replaceAll('#', ' sharp ');
  return plain.split(/[^a-z0-9]+/u).filter((word) => word !== '');
}

function digestSlug(name: string): string {
  const same = name.toLowerCase().replaceAll(/[\s\p{P}]+/gu, '');
  return `v-${digestOf(same === '' ? name : same)}`;
}

/** Names that Windows keeps for devices; a repository with such a file cannot be checked out there. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/u;

function withinLimit(slug: string): string {
  if (DEVICE.test(slug)) return `${slug}-vendor`;
  if (slug.length <= LONGEST) return slug;
  const digest = digestOf(slug);
  return `${slug.slice(0, LONGEST - digest.length - 1).replace(/-+$/u, '')}-${digest}`;
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
