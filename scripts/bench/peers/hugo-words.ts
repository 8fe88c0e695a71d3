import { SECTION_IDS, SECTION_HEADINGS } from '#domain/section.ts';
import type { Language } from '#domain/language.ts';
import { cvssMetricNames } from '#domain/cvss-metrics.ts';
import { wordsOf, type Words } from '#i18n/words.ts';

/**
 * The engine's words as Hugo data. A phrase with values becomes a pattern for Hugo's `printf`, so that both sides say
 * the same in the same number of bytes.
 */
export function toHugoWords(language: Language): unknown {
  const words = wordsOf(language);
  const { pages, lists, search, about, site } = words;
  const { home, list, vendors, vendor, notFound } = lists;
  const groups = { ...site.feeds, ...lists.feeds.groups };
  const feeds = { ...lists.feeds, groups };
  const advisory = toAdvisoryWords(language, words);
  return toPatterns({
    pages: { ...pages, home, list, vendors, vendor, feeds, notFound, search, about, advisory },
    site,
  });
}

/** An advisory's words under the names that the templates know, with what they say of a missing fix and of citing. */
function toAdvisoryWords(language: Language, { pages: { advisory }, lists }: Words): unknown {
  const headings = Object.fromEntries(SECTION_IDS.map((id) => [id, SECTION_HEADINGS[language][id][0]]));
  const { banner, facts, actions } = advisory;
  const { fixed, stated, none } = facts.remedies;
  return {
    ...advisory,
    headings: { ...headings, timeline: advisory.timeline },
    banner: { ...banner, noFix: lists.list.noFix },
    facts: { ...facts, fix: fixed, noFix: none, toSolution: stated },
    actions: { ...actions.copies, citationLead: actions.copyLead },
  };
}

/** The names of CVSS metrics by version (`v3.1`), metric and value. */
export function toHugoMetrics(language: Language): unknown {
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
