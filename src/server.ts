import { createApp } from 'astro/app/entrypoint';

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

/**
 * Renders one page.
 * @param address site path of the page, with a trailing slash, or `/404.html`
 * @param locals what templates receive as `Astro.locals`: the frame of the language and the page's own view
 * @returns the whole document
 * @throws whatever a template threw, or an error when no template stands at the address
 */
export async function render(address: string, locals: App.Locals): Promise<string> {
  const path = address === '/404.html' ? '/404/' : address;
  const response = await app.render(new Request(`https://site.invalid${path}`), { locals });
  const expected = address === '/404.html' ? 404 : 200;
  if (response.status !== expected) throw new Error(`the template answered with status ${response.status}`);
  return await response.text();
}
