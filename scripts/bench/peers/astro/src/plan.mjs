import { getCollection } from 'astro:content';
import { buildCatalog } from '#catalog/build-catalog.ts';
import { SECTION_HEADINGS } from '#domain/section.ts';
import { buildFrame } from '#site/frame.ts';
import { planSite } from '#site/plan-site.ts';

let known;

/** The whole site, put together once from the collections. */
export function loadPlan() {
  known ??= makePlan();
  return known;
}

/** What stands on every page of one language. */
export async function loadFrame(language) {
  return buildFrame((await loadPlan()).catalog, language);
}

async function makePlan() {
  const catalog = buildCatalog(await collect(), process.env.BENCH_NOW);
  return {
    catalog,
    byAddress: new Map(planSite(catalog, { formats: false }).map((planned) => [planned.address, planned])),
  };
}

/** The collections in the shape in which the catalog takes content. */
async function collect() {
  const names = ['advisories', 'translations', 'vendors', 'about', 'site'];
  const [advisories, translations, vendors, about, [site]] = await Promise.all(
    names.map((name) => getCollection(name)),
  );
  return {
    site: site.data,
    advisories: advisories.map((entry) => ({ ...toFile(entry, 'ja'), kind: 'advisory', facts: entry.data })),
    translations: translations.map((entry) => ({
      ...toFile(entry, 'en'),
      kind: 'translation',
      language: 'en',
      words: entry.data,
    })),
    vendors: vendors.map(({ id, data }) => ({ kind: 'vendor', slug: id, file: id, digest: id, facts: data })),
    pages: about.map(({ id, data }) => {
      const [language, slug] = id.split('/');
      return { kind: 'page', slug, language, file: id, digest: id, facts: data };
    }),
    images: [],
    redirects: [],
    problems: [],
  };
}

function toFile({ id, rendered }, language) {
  const [yearFolder, name] = id.split('/');
  return {
    slug: name.replace('.en', ''),
    yearFolder,
    file: id,
    digest: id,
    body: toBody(rendered.html, language),
  };
}

/** Cuts the markup that Astro made of the whole file into its sections. */
function toBody(html, language) {
  const ids = new Map(Object.entries(SECTION_HEADINGS[language]).map(([id, [heading]]) => [heading, id]));
  const sections = html
    .split(/<h2\b[^>]*>/)
    .slice(1)
    .map((part) => {
      const [heading, prose] = part.split('</h2>');
      return { id: ids.get(heading) ?? null, heading, html: prose, text: prose.replaceAll(/<[^>]+>/g, '') };
    });
  return { sections, problems: [] };
}
