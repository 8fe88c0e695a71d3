import type { Catalog } from '#catalog/catalog.ts';
import { toSlug } from '#domain/advisory-id.ts';
import { compareText } from '#domain/compare-text.ts';
import { type Language, localize } from '#domain/language.ts';
import {
  isListed,
  type ListedDeveloper,
  reachedStages,
  stageOf,
  toEntryAnchor,
  UNREACHABLE_STAGES,
} from '#domain/unreachable.ts';
import { wordsOf } from '#i18n/words.ts';
import { advisoryAddress, unreachableAddress } from '../addresses.ts';
import { LONG_LIST, toRow } from '../rows.ts';
import type { SiteIndex } from '../site-index.ts';
import { unreachableChartView } from '../statistics/unreachable-chart.ts';
import type { ListedEntry, UnreachableView } from '../unreachable-view.ts';
import { buildHead } from './head.ts';

/**
 * The list of developers who could not be reached. While an individual is on it, search engines are asked to leave the
 * whole page out, so that no search for a person leads here.
 */
export function unreachableView(index: SiteIndex, language: Language): UnreachableView {
  const { site, unreachable } = index.catalog;
  const { title, description } = wordsOf(language).unreachable;
  const address = (other: Language) => unreachableAddress(site, other);
  const listed = unreachable
    .filter(isListed)
    .toSorted((a, b) => compareText(b.stages.listed, a.stages.listed) || compareText(a.number, b.number));
  const history = unreachableChartView(index, language);
  return {
    kind: 'unreachable',
    head: buildHead(site, language, {
      title,
      description,
      addressIn: address,
      trail: [{ label: title, address: address(language) }],
      noindex: listsIndividual(index.catalog),
    }),
    listed: listed.map((entry) => toEntry(index, language, entry)),
    answered: unreachable
      .flatMap(({ number, answeredOn: on }) =>
        on === undefined ? [] : [{ number, anchor: toEntryAnchor(number), on }],
      )
      .toSorted((a, b) => compareText(b.on, a.on) || compareText(a.number, b.number)),
    counts: UNREACHABLE_STAGES.map((stage) => ({
      stage,
      count: listed.filter(({ stages }) => stageOf(stages) === stage).length,
    })),
    ...(history && { history }),
    filterable: listed.length > LONG_LIST,
    judged: index.judged.map((advisory) => ({
      row: toRow(index, language, advisory),
      on: advisory.facts.judgement?.on ?? advisory.publishedOn,
    })),
    stageDays: site.timers.unreachableStageDays,
    removalDays: site.timers.unreachableRemovalDays,
    contact: site.publisher.contact,
  };
}

/** Whether a person is on the list now. */
export function listsIndividual({ unreachable }: Pick<Catalog, 'unreachable'>): boolean {
  return unreachable.some((facts) => facts.individual && isListed(facts));
}

function toEntry({ catalog }: SiteIndex, language: Language, facts: ListedDeveloper): ListedEntry {
  const { number, name, reading, individual, stages } = facts;
  const { languages } = catalog.site;
  const { product, published } = stages;
  const advisory = published && catalog.advisoryBySlug.get(toSlug(published.advisory));
  return {
    number,
    anchor: toEntryAnchor(number),
    name: localize(name, language, languages),
    ...(reading !== undefined && language === 'ja' && !individual && { reading }),
    individual,
    stage: stageOf(stages),
    days: reachedStages(stages),
    ...(product && {
      product: {
        name: localize(product.name, language, languages),
        ...(product.versions !== undefined && {
          versions: localize(product.versions, language, languages),
        }),
      },
    }),
    ...(advisory && {
      published: { id: advisory.id, address: advisoryAddress(catalog.site, language, advisory) },
    }),
  };
}
