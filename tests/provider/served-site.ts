import type { Server } from 'node:http';
import { serveFolder } from '#scripts/serve.ts';

/** What a web server said to one request, after any redirects. */
export interface Answer {
  /** As it was asked for. */
  url: string;
  status: number;
  /** The whole header field, parameters included; empty where there is none. */
  type: string;
  bytes: Buffer;
  /** How often the server sent the reader elsewhere. */
  redirects: number;
}

/** A built site as others meet it: by its public addresses, over HTTP. */
export interface ServedSite {
  /** Scheme and host of its public addresses. */
  origin: string;
  get: (url: string) => Promise<Answer>;
  /** Everything that was asked for so far, once each. */
  asked: () => readonly Answer[];
  close: () => void;
}

const MOST_REDIRECTS = 10;

/**
 * Serves a folder on this machine and answers for its public origin, whichever scheme a link names, so that a wrong
 * scheme is found by who looks for it and hides nothing else.
 * @param refused paths to which the server wants credentials
 */
export async function serveSite(
  folder: string,
  origin: string,
  refused: readonly string[] = [],
): Promise<ServedSite> {
  const { server, port } = await serveFolder(folder, 0);
  const { host } = new URL(origin);
  const answers = new Map<string, Promise<Answer>>();
  const done: Answer[] = [];
  const ask = async (url: string): Promise<Answer> => {
    const answer =
      URL.canParse(url) && new URL(url).host === host
        ? await request(new URL(url), port, refused)
        : { status: 0, type: '', bytes: Buffer.alloc(0), redirects: 0 };
    done.push({ url, ...answer });
    return { url, ...answer };
  };
  return {
    origin,
    get: (url) => {
      const answer = answers.get(url) ?? ask(url);
      answers.set(url, answer);
      return answer;
    },
    asked: () => done,
    close: () => {
      closeAtOnce(server);
    },
  };
}

async function request(
  { pathname }: URL,
  port: number,
  refused: readonly string[],
): Promise<Omit<Answer, 'url'>> {
  let path = pathname;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    if (refused.includes(path)) return { status: 401, type: '', bytes: Buffer.alloc(0), redirects };
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual' });
    const bytes = Buffer.from(await response.arrayBuffer());
    const location = response.headers.get('location');
    if (location === null)
      return { status: response.status, type: response.headers.get('content-type') ?? '', bytes, redirects };
    path = new URL(location, `http://127.0.0.1${path}`).pathname;
  }
  throw new Error(`${pathname} leads on without an end.`);
}

function closeAtOnce(server: Server): void {
  server.close();
  server.closeAllConnections();
}
