import { createApp } from 'astro/app/entrypoint';
import AdvisoryScreen from '#screens/AdvisoryScreen.astro';
import ExploitTimesScreen from '#screens/ExploitTimesScreen.astro';
import FeedsScreen from '#screens/FeedsScreen.astro';
import HomeScreen from '#screens/HomeScreen.astro';
import IndexScreen from '#screens/IndexScreen.astro';
import NotFoundScreen from '#screens/NotFoundScreen.astro';
import SearchScreen from '#screens/SearchScreen.astro';
import StatisticsScreen from '#screens/StatisticsScreen.astro';
import UnreachableScreen from '#screens/UnreachableScreen.astro';
import VendorScreen from '#screens/VendorScreen.astro';
import VendorsScreen from '#screens/VendorsScreen.astro';
import type { ViewKind } from '#site/view.ts';
import { type Model, modelOf, renderLike } from './template-runtime.ts';

/**
 * The entry of the compiled site: one function that turns a page's data into its markup.
 *
 * Astro compiles this file together with all templates, styles and scripts (see astro.config.mjs); the build engine
 * imports the result and calls `render` for every page that changed. It is never run as a web server.
 */
const app = createApp({ streaming: false });

// Astro would answer a failure with a “500” page; a build must hear of the failure itself.
app.renderError = (_request, { error, status }) => {
  throw error instanceof Error ? error : new Error(`no template answered (status ${status})`);
};

/** What the routes for each kind of view show. Trusted pages hold markup of Astro’s own and always go through it. */
const SCREENS: Readonly<Record<Exclude<ViewKind, 'about'>, unknown>> = {
  home: HomeScreen,
  index: IndexScreen,
  advisory: AdvisoryScreen,
  vendors: VendorsScreen,
  vendor: VendorScreen,
  search: SearchScreen,
  feeds: FeedsScreen,
  statistics: StatisticsScreen,
  'exploit-times': ExploitTimesScreen,
  unreachable: UnreachableScreen,
  'not-found': NotFoundScreen,
};
const models = new Map<ViewKind, Model>();

/**
 * Renders one page: the first of each kind through Astro and its routes, others like that one.
 * @param address site path of the page, with a trailing slash, or `/404.html`
 * @param locals what templates receive as `Astro.locals`: the frame of the language and the page's own view
 * @returns the whole document
 * @throws whatever a template threw, or an error when no template stands at the address
 */
export async function render(address: string, locals: App.Locals): Promise<string> {
  const { view } = locals;
  const model = models.get(view.kind);
  if (model && view.kind !== 'about') return renderLike(model, SCREENS[view.kind], { view }, locals);
  const document = await renderByRoute(address, locals);
  const found = modelOf(locals);
  if (found) models.set(view.kind, found);
  return document;
}

async function renderByRoute(address: string, locals: App.Locals): Promise<string> {
  const path = address === '/404.html' ? '/404/' : address;
  const response = await app.render(new Request(`https://site.invalid${path}`), { locals });
  const expected = address === '/404.html' ? 404 : 200;
  if (response.status !== expected) throw new Error(`the template answered with status ${response.status}`);
  return await response.text();
}
