import { drop, items, member, type Place, retell, text } from '#formats/foreign/foreign-document.ts';
import { parsePublicUrl } from '#domain/public-url.ts';
import type { DraftFacts } from '../draft.ts';
import { addressTitle } from '../facts/address.ts';
import { readLine } from '../facts/plain-line.ts';

export type Reference = NonNullable<DraftFacts['references']>[number];

/**
 * What an entry refers to: numbers of bugs at Mozilla's tracker (`1690062`, `1, 2, 3`) or addresses, with a
 * description that is theirs together.
 */
export function readBugs(entry: Place): Reference[] {
  return items(entry, 'bugs').flatMap((bug) => {
    const description = readLine(bug, 'desc');
    const place = member(bug, 'url');
    const written = text(place);
    if (written === undefined) return [];
    const targets = parseTargets(written);
    if (targets.length === 0) drop(place, 'unreadable');
    else if (targets[0]?.url !== written) retell(place, targets.map(({ url }) => url).join(' '));
    return targets.map(({ title, url }) => ({ title: titleOf(title, description), url }));
  });
}

function titleOf(title: string, description: string | undefined): string {
  return description === undefined || description === title ? title : `${title}: ${description}`;
}

function parseTargets(written: string): { title: string; url: string }[] {
  const numbers = written.split(/[\s,]+/u).filter((part) => part !== '');
  if (numbers.every((number) => /^\d{1,8}$/u.test(number))) {
    return numbers.map((number) => ({
      title: `Bug ${number}`,
      url: `https://bugzilla.mozilla.org/show_bug.cgi?id=${number}`,
    }));
  }
  return 'problem' in parsePublicUrl(written) ? [] : [{ title: addressTitle(written), url: written }];
}
