import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { scanText } from '#coordination/leaks/scan-text.ts';
import { checkAnchors, parseAnchors } from '#coordination/ledger/anchor.ts';
import { CaseError } from '../case-error.ts';
import { type Cases, type Desk, loadCases } from '../desk.ts';
import { loadFolderTexts } from '../publication/folder-texts.ts';
import { type CaseCanary, loadCanaries, withoutPublicKnowledge } from '../publication/canaries.ts';
import { defineVerb } from '../verb.ts';

/**
 * `verify`: whether every ledger is whole, and whether any word of a case under embargo stands in the site's repository,
 * its branches, pull requests, run names, or in a built site.
 */
export const verify = defineVerb({
  flags: { dist: 'string' },
  words: [0, 0],
  run: async (desk, { flags }) => {
    const { environment, words } = desk;
    const cases = await loadCases(desk);
    const broken = await findBrokenLedgers(desk, cases);
    for (const line of broken) environment.err(line);
    environment.out(words.verify.ledgers(cases.records.size, broken.length));
    const canaries = withoutPublicKnowledge(desk, await loadCanaries(desk, cases, { withDrafts: true }));
    const dist = resolve(environment.cwd, flags.dist ?? environment.outDir);
    if (flags.dist !== undefined && !existsSync(dist))
      throw new CaseError('unreadable-file', { file: dist, message: '' });
    const hits = await findLeaks(desk, cases, canaries, dist);
    for (const line of hits) environment.err(line);
    environment.out(words.verify.words(canaries.length, hits.length));
    return broken.length + hits.length === 0 ? 0 : 1;
  },
});

/** More commits than a hub makes in a year of daily work. */
const LOG_LENGTH = 5000;

async function findBrokenLedgers(
  { host, hubRepo, words }: Desk,
  { hashes, broken }: Cases,
): Promise<string[]> {
  const log = await host.readLog(hubRepo, 'main', LOG_LENGTH);
  const cut = checkAnchors(
    hashes,
    log.flatMap(({ message }) => parseAnchors(message)),
  );
  return [
    ...[...broken].map(([code, problem]) => words.problems['ledger-broken']({ code, problem })),
    ...cut
      .filter(({ code }) => !broken.has(code))
      .map(({ code, kind, seq }) => words.verify.ledger[kind](code, seq)),
  ];
}

async function findLeaks(
  { host, words }: Desk,
  { settings }: Cases,
  canaries: readonly CaseCanary[],
  dist: string,
): Promise<string[]> {
  const scan = scanText(canaries);
  const hits: string[] = [];
  const look = (place: string, text: string | Uint8Array): void => {
    for (const { code, about } of scan(text)) hits.push(words.verify.leak(place, code, about));
  };
  for (const { place, text } of await host.listPublicWords(settings.site)) look(place, text);
  for (const branch of await host.listBranches(settings.site)) {
    const head = await host.findHead(settings.site, branch);
    if (head === undefined) continue;
    for (const [path, text] of await host.readFiles(settings.site, head, '')) {
      look(`${branch}:${path}`, path);
      look(`${branch}:${path}`, text);
    }
  }
  if (existsSync(dist)) for (const { path, bytes } of loadFolderTexts(dist)) look(path, bytes);
  return hits;
}
