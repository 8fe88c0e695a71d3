import { isVexJustification } from '#domain/vex-justification.ts';
import type { CsafThreat, CsafVulnerability } from './csaf-2.0.ts';
import { mergeProducts } from './product-groups.ts';
import type { StatusEntry } from './product-status.ts';
import type { Telling } from './telling.ts';
import { toMoment } from './tracking.ts';

/**
 * What an attack does to affected products, why others are not affected, and what is known of attacks
 * (CSAF 2.0 §3.2.3.14). Each product that is not affected has a flag or an impact statement here, as §4.5 wants it.
 */
export function toThreats(telling: Telling, entries: readonly StatusEntry[]): CsafThreat[] {
  const impact = telling.section('impact');
  const told = entries.flatMap((entry) => {
    const details = entry.status === 'known_affected' ? impact : whyNotAffected(telling, entry);
    return details === '' ? [] : [{ entry, value: { category: 'impact' as const, details } }];
  });
  return [...mergeProducts(told), ...toExploits(telling)];
}

/** The justification of VEX for products that are not affected. */
export function toFlags(entries: readonly StatusEntry[]): NonNullable<CsafVulnerability['flags']> {
  return mergeProducts(
    entries.flatMap((entry) => {
      const { justification } = entry.row.vendor;
      const isMeant = entry.status === 'known_not_affected' && isVexJustification(justification);
      return isMeant ? [{ entry, value: { label: justification } }] : [];
    }),
  );
}

function whyNotAffected({ words, nameOf, say }: Telling, { status, row }: StatusEntry): string {
  if (status !== 'known_not_affected') return '';
  const { statement, justification } = row.vendor;
  if (statement) return say(statement);
  return isVexJustification(justification) ? '' : words.notAffected(nameOf(row.vendor));
}

/** The timeline tells of the advisory as a whole, so of several vulnerabilities no single one is called exploited. */
function toExploits({ record, words, say }: Telling): CsafThreat[] {
  const told = record.vulnerabilities.length > 1 ? words.attacksOnSeveral : words.events;
  return record.timeline
    .filter(({ event }) => event === 'exploit-published' || event === 'attack-observed')
    .map(({ on, event, note }) => ({
      category: 'exploit_status',
      date: toMoment(on),
      details: note ? say(note) : (told[event] ?? event),
    }));
}
