import type { AdvisoryFacts } from '#domain/advisory.ts';
import type { ComparedAdvisory } from '#domain/revision-changes.ts';
import type { RenderedBody } from '#markdown/rendered-body.ts';

/** An advisory in the form in which two of its states can be compared. */
export function toComparedAdvisory(facts: AdvisoryFacts, body: RenderedBody | undefined): ComparedAdvisory {
  return { facts, sections: sectionTexts(body) };
}

/** The markup of each known section; unlike its words it also tells changed links and images. */
export function sectionTexts(body: RenderedBody | undefined): ComparedAdvisory['sections'] {
  const known = (body?.sections ?? []).flatMap(({ id, html }) => (id === null ? [] : [[id, html] as const]));
  return Object.fromEntries(known);
}
