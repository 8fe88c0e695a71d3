import { countFacets, FacetCounter } from './index/count-facets.ts';
import { findCandidates } from './index/directory.ts';
import { findExcerpt } from './index/excerpt.ts';
import { createIndexFiles, type ReadFile } from './index/index-files.ts';
import { RANK } from './index/match-phrase.ts';
import { decodeRoot, indexPaths, type Root, ROOT_FILE, wordsPath } from './index/root.ts';
import { type IndexPlace, searchSegment } from './index/search-segment.ts';
import {
  CARDS_PER_FILE,
  decodeCards,
  decodeWords,
  type StoredCard,
  type StoredWords,
} from './index/stored.ts';
import { type Match, walkSegments } from './index/walk.ts';
import { toWanted } from './index/wanted.ts';
import type { SearchAnswer, SearchEngine, SearchHit, SearchRequest } from './search-engine.ts';

/**
 * A search engine over the segmented index of one language; README.md beside this file tells how it is laid out.
 * @param read reads a file by its path below the folder of all indexes, such as `ja/index.json`; rejects when it cannot
 * @param language the language whose index answers
 */
export function createSearchEngine({ read, language }: { read: ReadFile; language: string }): SearchEngine {
  const place: IndexPlace = { files: createIndexFiles(read), base: `${language}/` };
  return {
    async search(request) {
      try {
        return await answer(place, request);
      } catch (error) {
        // Perhaps another index was published since its first file was read; the next search begins anew.
        place.files.forget();
        throw error;
      }
    },
  };
}

async function answer(place: IndexPlace, request: SearchRequest): Promise<SearchAnswer> {
  const { query, choices, order, limit, everything = false } = request;
  const wanted = toWanted(query, choices);
  const root = await place.files.open(place.base + ROOT_FILE, decodeRoot);
  // Words that say nothing find nothing; choices without words are a question of their own.
  const asks = wanted.terms.length > 0 || (query.text === '' && wanted.choices.length > 0);
  if (!asks || root.segments.length === 0) return { hits: [], total: 0, facets: new FacetCounter().finish() };
  const candidates = await findCandidates(place, root, wanted);
  const guide = {
    count: (segment: number) => root.segments[segment]?.count ?? 0,
    search: searchSegment.bind(undefined, place, root),
    readWords: async (match: Match) => readWords(place, await readCard(place, root, match)),
  };
  const walk = await walkSegments(guide, { wanted, order, limit, everything, candidates });
  const shown = await Promise.all(
    walk.matches.slice(0, limit).map(async (match) => ({ match, card: await readCard(place, root, match) })),
  );
  const [hits, counted] = await Promise.all([
    Promise.all(shown.map((hit) => toHit(place, hit, request))),
    countFacets(place, root, walk, shown, limit),
  ]);
  const uncertain = walk.seen.filter(({ certain }) => !certain).length;
  const stoppedAt = walk.stoppedAt && (await readCard(place, root, walk.stoppedAt));
  return {
    hits,
    total: walk.seen.length,
    ...(uncertain > 0 && { uncertain }),
    ...(stoppedAt && { searchedBackTo: Number(stoppedAt.date.slice(0, 4)) }),
    ...counted,
  };
}

async function readCard(place: IndexPlace, root: Root, { segment, record }: Match): Promise<StoredCard> {
  const folder = root.segments[segment]?.folder ?? '';
  const path = place.base + indexPaths.cards(folder, Math.floor(record / CARDS_PER_FILE));
  const card = (await place.files.open(path, decodeCards))[record % CARDS_PER_FILE];
  if (card === undefined) throw new Error(`The index has no card number ${record}.`);
  return card;
}

function readWords({ files }: IndexPlace, { words }: StoredCard): Promise<StoredWords> {
  return files.open(wordsPath(words), decodeWords);
}

async function toHit(
  place: IndexPlace,
  { match, card }: { match: Match; card: StoredCard },
  { query }: SearchRequest,
): Promise<SearchHit> {
  const { url, id, title, language, date, score, cvss, urgent, facets } = card;
  const [severity] = facets.severity;
  const tier = match.rank === RANK.id ? 'id' : match.rank === RANK.text ? 'text' : 'name';
  const excerpt = tier === 'text' ? findExcerpt((await readWords(place, card)).sections, query) : undefined;
  return {
    ...{ url, id, title, language, date, urgent },
    ...(score !== undefined && { score }),
    ...(cvss !== undefined && { cvss }),
    ...(severity !== undefined && { severity }),
    fix: facets.fix.includes('available'),
    tier,
    ...(excerpt && { excerpt }),
  };
}
