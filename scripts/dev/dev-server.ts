import type { IncomingMessage, ServerResponse } from 'node:http';
import { sep } from 'node:path';
import { dev } from 'astro';
import type { AstroIntegration } from 'astro';
import { pagesModule } from '../build/pages-module.ts';
import type { Plugin } from '../build/pages-module.ts';
import type { Environment } from '../environment.ts';
import type { LivePlan } from './live-plan.ts';
import { isLocalHost } from './local-host.ts';
import { reloadPlan } from './reload-plan.ts';
import type { OnReload } from './reload-plan.ts';

/** Where Astro looks for what a server hands to templates as `Astro.locals`. */
const LOCALS = Symbol.for('astro.locals');

/** Long enough for an editor to finish writing several files. */
const SETTLE_MS = 60;

/** Runs Astro's development server on the live plan; resolves when it listens. */
export async function startDevServer(
  { root, contentDir }: Environment,
  port: number | undefined,
  plan: LivePlan,
  onReload: OnReload,
): Promise<{ port: number; stop: () => Promise<void> }> {
  const server = await dev({
    root,
    logLevel: 'warn',
    server: { host: '127.0.0.1', ...(port === undefined ? {} : { port }) },
    integrations: [reloading(contentDir, plan, onReload)],
    vite: {
      plugins: [pagesModule(contentDir, root), livePlan(plan)],
      server: { fs: { allow: [root, contentDir] } },
    },
  });
  return { port: server.address.port, stop: () => server.stop() };
}

/** Puts the live plan before everything else, because Astro refuses addresses without their slash early. */
function livePlan(plan: LivePlan): Plugin {
  const handle = (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    // This stands before Vite's own check of the host.
    if (!isLocalHost(request.headers.host)) response.writeHead(403).end();
    else if (!respond(plan, request, response)) next();
  };
  return {
    name: 'kairan-live-plan',
    enforce: 'post',
    configureServer: (server) => () => {
      server.middlewares.stack.unshift({ route: '', handle });
    },
  };
}

/** Reads the content again and reloads the browser when a file of it changes. */
function reloading(contentDir: string, plan: LivePlan, onReload: OnReload): AstroIntegration {
  return {
    name: 'kairan-reloading',
    hooks: {
      'astro:server:setup': ({ server }) => {
        let timer: NodeJS.Timeout | undefined;
        server.watcher.add(contentDir);
        server.watcher.on('all', (_event, file) => {
          if (!file.startsWith(contentDir + sep)) return;
          clearTimeout(timer);
          timer = setTimeout(() => {
            reloadPlan(plan, onReload);
            server.ws.send({ type: 'full-reload' });
          }, SETTLE_MS);
        });
      },
    },
  };
}

/** Answers what templates do not answer, and prepares the request for those that do. */
function respond(plan: LivePlan, request: IncomingMessage, response: ServerResponse): boolean {
  const [path = '/'] = (request.url ?? '/').split('?');
  const answer = plan.answer(path);
  if (answer.kind === 'file') {
    response.writeHead(200, { 'content-type': `${answer.type}; charset=utf-8` }).end(answer.text);
    return true;
  }
  if (answer.kind === 'redirect') {
    response.writeHead(302, { location: answer.address }).end();
    return true;
  }
  const locals = answer.kind === 'page' ? { site: answer.site, view: answer.view } : answer.page;
  const wantsPage = answer.kind === 'page' || path.endsWith('/') || path.endsWith('.html');
  if (locals !== undefined && wantsPage) {
    Reflect.set(request, LOCALS, locals);
    // The template of “not found” stands at an address of its own.
    if (locals.view.kind === 'not-found') request.url = '/404/';
  }
  return false;
}
