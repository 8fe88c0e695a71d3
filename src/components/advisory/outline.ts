import { SECTION_HEADINGS, type SectionId } from '#domain/section.ts';
import type { Language } from '#domain/language.ts';
import type { AdvisoryView, SectionView } from '#site/view.ts';
import { wordsOf } from '#i18n/words.ts';

/** One section of the page: a fixed one, the timeline, or prose under a heading outside the vocabulary. */
export interface OutlineEntry {
  id?: SectionId | 'timeline';
  heading: string;
  /** The author’s prose, safe markup; generated parts follow it. */
  html?: string;
}

/** What readers need first comes first: am I affected, what do I do, and only then how it works. */
const ORDER = [
  'overview',
  'affected',
  'solution',
  'impact',
  'details',
  'vendors',
  'addendum',
  'analysis',
  'references',
  'credits',
  'related',
  'timeline',
  'history',
] as const satisfies readonly (SectionId | 'timeline')[];

/** The sections that this advisory has, in the order of the page. Empty optional ones are left out. */
export function outlineOf(view: AdvisoryView, language: Language): OutlineEntry[] {
  const prose = new Map(view.sections.map((section) => [section.id, section]));
  const known: OutlineEntry[] = ORDER.filter((id) => hasContent(id, view, prose)).map((id) => {
    const section = id === 'timeline' ? undefined : prose.get(id);
    const heading = section?.heading ?? headingOf(id, language);
    return { id, heading, ...(section && { html: section.html }) };
  });
  const extra = view.sections.filter(({ id }) => id === null).map(({ heading, html }) => ({ heading, html }));
  const place = known.findIndex(
    ({ id }) => id !== undefined && ORDER.indexOf(id) >= ORDER.indexOf('references'),
  );
  return known.toSpliced(place, 0, ...extra);
}

function headingOf(id: SectionId | 'timeline', language: Language): string {
  return id === 'timeline' ? wordsOf(language).pages.advisory.timeline : SECTION_HEADINGS[language][id][0];
}

function hasContent(
  id: SectionId | 'timeline',
  view: AdvisoryView,
  prose: ReadonlyMap<SectionId | null, SectionView>,
): boolean {
  if (id !== 'timeline' && prose.has(id)) return true;
  const generated: Partial<Record<SectionId | 'timeline', boolean>> = {
    affected: true,
    vendors: true,
    history: true,
    details: view.vulnerabilities.length > 0,
    references: view.references.length > 0,
    credits: view.credits.length > 0 || view.route !== undefined,
    related: view.related.length > 0,
    timeline: view.timeline.length > 0,
  };
  return generated[id] ?? false;
}
