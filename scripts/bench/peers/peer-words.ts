import { SECTION_IDS, SECTION_HEADINGS } from '#domain/section.ts';
import type { Language } from '#domain/language.ts';
import { cvssMetricNames } from '#domain/cvss-metrics.ts';
import { wordsOf, type Words } from '#i18n/words.ts';

/**
 * The engine's words as data for the templates of other generators. A phrase with values becomes a pattern for `printf`
 * (`%v`), so that all sides say the same in the same number of bytes.
 */
export function toPeerWords(language: Language): unknown {
  const words = wordsOf(language);
  const { pages, lists, search, about, site, sharing, versionCheck } = words;
  const { home, list, vendors, vendor, notFound } = lists;
  const groups = { ...site.feeds, ...lists.feeds.groups };
  const feeds = { ...lists.feeds, groups };
  const advisory = toAdvisoryWords(language, words);
  return toPatterns({
    pages: { ...pages, home, list, vendors, vendor, feeds, notFound, search, about, advisory },
    filter: lists.filter,
    csv: lists.csv,
    site,
    sharing,
    version: versionCheck,
  });
}

/** An advisory's words with the headings of its sections. A citation stands ready with each advisory. */
function toAdvisoryWords(language: Language, { pages: { advisory } }: Words): unknown {
  const headings = Object.fromEntries(SECTION_IDS.map((id) => [id, SECTION_HEADINGS[language][id][0]]));
  const actions = { ...advisory.actions, citation: undefined };
  return { ...advisory, actions, headings: { ...headings, timeline: advisory.timeline } };
}

/** The names of CVSS metrics by version (`v3.1`), metric and value. */
export function toPeerMetrics(language: Language): unknown {
  const entries = Object.entries(cvssMetricNames).map(([version, metrics]) => [
    `v${version}`,
    Object.fromEntries(
      Object.entries(metrics).map(([key, names]) => [
        key,
        {
          name: names[language],
          values: Object.fromEntries(
            Object.entries(names.values).map(([value, words]) => [value, words[language]]),
          ),
        },
      ]),
    ),
  ]);
  return Object.fromEntries(entries);
}

function toPatterns(value: unknown): unknown {
  if (typeof value === 'function') return toPattern(value as (...values: unknown[]) => unknown);
  if (Array.isArray(value)) return value.map(toPatterns);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toPatterns(inner)]));
}

function toPattern(phrase: (...values: unknown[]) => unknown): unknown {
  const values = Array.from({ length: phrase.length }, () => '%v');
  try {
    return phrase(...values);
  } catch {
    // The last value of the sentences about changes is a list.
    return phrase(...values.slice(1), ['%v']);
  }
}
