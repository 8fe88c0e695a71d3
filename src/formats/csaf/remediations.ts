import { mainActionOf, readActionHeads } from '#domain/solution-action.ts';
import type { RecordVulnerability } from '#formats/record/advisory-record.ts';
import { answerOf, isPending } from '#formats/record/positions.ts';
import { toUri } from '#formats/record/to-uri.ts';
import type { CsafRemediation } from './csaf-2.0.ts';
import type { StatusEntry } from './product-status.ts';
import { mergeProducts } from './product-groups.ts';
import type { Telling } from './telling.ts';

type Remedy = Omit<CsafRemediation, 'product_ids'>;

/**
 * What to do about every product that is or may be affected (CSAF 2.0 §3.2.3.12, §6.2.2). A product with fixed versions
 * is to be updated. For the others the section on the solution decides by the heads of its actions, and without one
 * there is nothing to tell.
 */
export function toRemediations(
  telling: Telling,
  vulnerability: RecordVulnerability,
  entries: readonly StatusEntry[],
): CsafRemediation[] {
  const general = toGeneralRemedy(telling);
  const told = entries.flatMap((entry) => {
    const [notice] = entry.row.vendor.notices;
    const url = notice && { url: toUri(notice.url) };
    if (entry.status === 'under_investigation')
      return [{ entry, value: { ...toPending(telling, vulnerability, entry), ...url } }];
    if (entry.status !== 'known_affected') return [];
    return [{ entry, value: { ...(toUpdate(telling, entry) ?? general), ...url } }];
  });
  return mergeProducts(told);
}

/** What the vendor has said so far: that it investigates can mean that some products are known to be affected. */
function toPending({ words }: Telling, vulnerability: RecordVulnerability, { row }: StatusEntry): Remedy {
  const answer = answerOf(row.vendor, vulnerability);
  return {
    category: 'none_available',
    details: words.pending[answer !== undefined && isPending(answer) ? answer : 'unknown'],
  };
}

function toUpdate({ words }: Telling, { row }: StatusEntry): Remedy | undefined {
  const fixed = row.product?.fixed ?? [];
  if (fixed.length === 0) return undefined;
  return { category: 'vendor_fix', details: words.updateTo(fixed.join(words.comma)) };
}

/** What holds for products without fixed versions of their own. */
function toGeneralRemedy({ record, words, section }: Telling): Remedy {
  const details = section('solution');
  const isFixed = record.timeline.some(({ event }) => event === 'fix-released');
  if (isFixed) return { category: 'vendor_fix', details: details || words.fixReleased };
  if (details === '') return { category: 'none_available', details: words.noFix };
  return { category: categoryOf(record), details };
}

/** The action is read from the original, so that every language says the same. */
function categoryOf({ sections, languages }: Telling['record']): CsafRemediation['category'] {
  const original = languages[0] && sections[languages[0]];
  const html = original?.find(({ id }) => id === 'solution')?.html ?? '';
  switch (mainActionOf(readActionHeads(html))) {
    case 'update':
      return 'vendor_fix';
    case 'workaround':
      return 'workaround';
    case 'stop':
      // No category means “stop using it”; that there is no fix is what it has in common with this one.
      return 'none_available';
    case undefined:
      return 'mitigation';
  }
}
