import type { Catalog } from '#catalog/catalog.ts';
import { buildFrame } from '#site/frame.ts';
import type { Planned } from '#site/plan.ts';
import { planSite, type PlanOptions } from '#site/plan-site.ts';
import { MARKER } from './out-dir.ts';
import type { Frames } from './workshop.ts';

/** Everything that a build writes besides copies. */
export function planOutputs(catalog: Catalog, options: PlanOptions): Planned[] {
  return [...planSite(catalog, options), MARKER];
}

/** What every page of a language shows around its own data. */
export function framesOf(catalog: Catalog): Frames {
  return Object.fromEntries(
    catalog.site.languages.map((language) => [language, buildFrame(catalog, language)]),
  );
}
