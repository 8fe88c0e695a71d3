import type { Advisory, AdvisoryText } from '#catalog/catalog.ts';
import { dayIn } from '#domain/dates.ts';
import { type Language, localize } from '#domain/language.ts';
import { wordsOf } from '#i18n/words.ts';
import { advisoryAddress, formatUrl } from '../addresses.ts';
import type { CopyView, ProductView } from '../advisory-view.ts';
import type { SiteIndex } from '../site-index.ts';
import { formatTsv } from '../tsv.ts';

/** Characters that Markdown would take for markup inside the text of a link (CommonMark 0.31, §2.4). */
const MARKUP = /[\\[\]*_`<>&]/gu;

/** What readers copy to point others to this advisory: its number, its address, a link in Markdown, a citation. */
export function toCopies(
  { catalog: { site } }: SiteIndex,
  advisory: Advisory,
  { language, title }: Pick<AdvisoryText, 'language' | 'title'>,
  revision: number,
): CopyView[] {
  const { id, updatedAt } = advisory;
  const address = formatUrl(site, advisoryAddress(site, language, advisory));
  const { citation } = wordsOf(language).pages.advisory.actions;
  return [
    { kind: 'id', text: id },
    { kind: 'address', text: address },
    { kind: 'markdown', text: `[${`${id}: ${title}`.replaceAll(MARKUP, String.raw`\$&`)}](${address})` },
    {
      kind: 'citation',
      text: citation({
        id,
        title,
        address,
        revision,
        publisher: localize(site.publisher.name, language, site.languages).text,
        day: dayIn(updatedAt, site.timezone),
      }),
    },
  ];
}

/** The affected products as a spreadsheet takes them, with the headings of the page's table. */
export function toProductsTsv(products: readonly ProductView[], language: Language): string {
  const words = wordsOf(language).pages.advisory.affected;
  const headings = [words.vendor, words.product, words.versions, words.fixed, words.cves, 'CPE', 'purl'];
  const rows = products.map(({ vendor, product, ranges, note, fixed, cves, cpe = '', purl = '' }) => [
    vendor.name.text,
    product.text,
    [...ranges, ...(note ? [note.text] : [])].join('; '),
    fixed.join('; '),
    cves.join('; '),
    cpe,
    purl,
  ]);
  return formatTsv(withoutEmptyColumns([headings, ...rows]));
}

/** The table without columns that hold nothing under their heading. */
function withoutEmptyColumns([headings = [], ...rows]: readonly (readonly string[])[]): string[][] {
  const kept = headings.map((_, column) => rows.some((row) => row[column] !== ''));
  return [headings, ...rows].map((row) => row.filter((_, column) => kept[column]));
}
