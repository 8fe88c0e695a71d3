import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { relative, sep } from 'node:path';
import { dev } from 'astro';
import type { AstroIntegration } from 'astro';
import { UNREACHABLE } from '#catalog/content-path.ts';
import { pagesModule } from '../build/pages-module.ts';
import type { Plugin } from '../build/pages-module.ts';
import type { Environment } from '../environment.ts';
import { mediaType, withCharset } from '../serve.ts';
import { renderBlockedPage } from './blocked-page.ts';
import type { LiveAnswer, LivePage, LiveSite } from './live-site.ts';
import { isLocalHost } from './local-host.ts';
import type { Browsers, Refresher } from './refresher.ts';

/** Where Astro looks for what a server hands to templates as `Astro.locals`. */
const LOCALS = Symbol.for('astro.locals');

/** The pages that only the preview has, and the template that shows them. */
const OWN_PAGES = ['/[...lang]/drafts', '/[...lang]/findings'];
const OWN_SCREEN = 'src/screens/PreviewScreen.astro';

/** Who is told of changed content files, and tells the browsers in turn. */
export type Follow = (browsers: Browsers) => Refresher;

/** Runs Astro's development server on the live site; resolves when it listens. */
export async function startDevServer(
  environment: Environment,
  port: number | undefined,
  site: LiveSite,
  follow: Follow,
): Promise<{ port: number; stop: () => Promise<void> }> {
  const { root, contentDir } = environment;
  const server = await dev({
    root,
    logLevel: 'warn',
    server: { host: '127.0.0.1', ...(port === undefined ? {} : { port }) },
    integrations: [preview(followedFolders(environment), follow)],
    vite: {
      plugins: [pagesModule(contentDir, root), liveSite(site)],
      server: { fs: { allow: [root, contentDir] } },
    },
  });
  return { port: server.address.port, stop: () => server.stop() };
}

/** Puts the live site before everything else, because Astro refuses addresses without their slash early. */
function liveSite(site: LiveSite): Plugin {
  const handle = (
    request: IncomingMessage,
    response: ServerResponse,
    next: (error?: unknown) => void,
  ): void => {
    // This stands before Vite's own check of the host.
    if (!isLocalHost(request.headers.host)) {
      response.writeHead(403).end();
      return;
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    try {
      const [path = '/'] = (request.url ?? '/').split('?');
      if (!respond(site.answer(path), path, request, response)) next();
    } catch (error) {
      next(error);
    }
  };
  return {
    name: 'kairan-live-site',
    enforce: 'post',
    configureServer: (server) => () => {
      server.middlewares.stack.unshift({ route: '', handle });
    },
  };
}

/** A folder whose files are followed, and where they belong in the content. */
type Followed = readonly [folder: string, place: string];

function followedFolders({ contentDir, unreachableDir }: Environment): Followed[] {
  return [
    [contentDir, ''],
    ...(unreachableDir === undefined ? [] : [[unreachableDir, UNREACHABLE] as const]),
  ];
}

/** Gives the preview its own pages, follows the folders of the content and reaches the browsers. */
function preview(folders: readonly Followed[], follow: Follow): AstroIntegration {
  let refresher: Refresher | undefined;
  return {
    name: 'kairan-preview',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        for (const pattern of OWN_PAGES) injectRoute({ pattern, entrypoint: OWN_SCREEN });
      },
      'astro:server:setup': ({ server }) => {
        const following = follow({
          reload: () => {
            server.ws.send({ type: 'full-reload' });
          },
          refreshBar: () => {
            server.ws.send({ type: 'custom', event: 'kairan:checked' });
          },
        });
        refresher = following;
        server.watcher.add(folders.map(([folder]) => folder));
        server.watcher.on('all', (_event, file) => {
          for (const [folder, place] of folders)
            if (file.startsWith(folder + sep))
              following.touch(place + relative(folder, file).split(sep).join('/'));
        });
      },
      'astro:server:done': () => {
        refresher?.stop();
      },
    },
  };
}

/** Answers what templates do not answer, and prepares the request for those that do. */
function respond(
  answer: LiveAnswer,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  switch (answer.kind) {
    case 'file':
      response.writeHead(200, { 'content-type': withCharset(answer.type) }).end(answer.content);
      return true;
    case 'picture':
      response.writeHead(200, { 'content-type': mediaType(answer.file) });
      createReadStream(answer.file)
        .on('error', () => response.destroy())
        .pipe(response);
      return true;
    case 'redirect':
      response.writeHead(302, { location: answer.address }).end();
      return true;
    case 'page':
      handOver(request, answer.page);
      return false;
    case 'blocked':
      // Scripts and styles of the page itself come from Vite.
      if (!isPageAddress(path)) return false;
      response.writeHead(503, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
      response.end(renderBlockedPage(answer.blocked));
      return true;
    case 'missing':
      if (answer.page !== undefined && isPageAddress(path)) handOver(request, answer.page);
      return false;
  }
}

function isPageAddress(path: string): boolean {
  return /\/$|\.html$/.test(path);
}

function handOver(request: IncomingMessage, page: LivePage): void {
  Reflect.set(request, LOCALS, page);
  // The template of “not found” stands at an address of its own.
  if (page.view.kind === 'not-found') request.url = '/404/';
}
