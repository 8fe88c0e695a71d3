import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import { createGzip } from 'node:zlib';

/** Media types of everything that a built site holds. */
const TYPES: Readonly<Record<string, string>> = {
  '.asc': 'application/pgp-signature',
  '.atom': 'application/atom+xml',
  '.avif': 'image/avif',
  '.css': 'text/css',
  '.csv': 'text/csv',
  '.gif': 'image/gif',
  '.html': 'text/html',
  '.ico': 'image/x-icon',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.png': 'image/png',
  '.rdf': 'application/rdf+xml',
  '.rss': 'application/rss+xml',
  '.sha256': 'text/plain',
  '.sha512': 'text/plain',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
  '.zip': 'application/zip',
};

/** The media type of a file by its ending. */
export function mediaType(path: string): string {
  return withCharset(TYPES[extname(path)] ?? 'application/octet-stream');
}

/**
 * A media type as a server names it: text is UTF-8. JSON is UTF-8 by itself (RFC 8259 §8.1), and the checker of CSAF
 * providers accepts no parameter there.
 */
export function withCharset(type: string): string {
  return /^text\/|\bxml$/.test(type) && type !== 'image/svg+xml' ? `${type}; charset=utf-8` : type;
}

/** What to answer to one request: a file with a status, or the address with the slash that was missing. */
export type Answer =
  { status: 200 | 404; file: string } | { status: 301; location: string } | { status: 400 };

/**
 * Finds the file of a request target inside a folder. Targets that lead outside, hold NUL or a backslash, or
 * cannot be decoded are refused; a folder without its trailing slash is redirected, as static hosts do.
 */
export function answerFor(folder: string, target: string): Answer {
  const [path = '/', query] = target.split(/\?(.*)/s, 2);
  const decoded = decode(path);
  if (decoded === undefined) return { status: 400 };
  const file = join(folder, decoded);
  if (isFile(file)) return { status: 200, file };
  if (isFile(join(file, 'index.html'))) {
    if (decoded.endsWith('/')) return { status: 200, file: join(file, 'index.html') };
    return { status: 301, location: `${path}/${query === undefined ? '' : `?${query}`}` };
  }
  return { status: 404, file: join(folder, '404.html') };
}

function decode(path: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    // A lone percent sign or bytes that are no UTF-8: not an address of this site.
    return undefined;
  }
  const absolute = decoded.startsWith('/') && !decoded.startsWith('//');
  if (!absolute || /[\\\0]/.test(decoded) || decoded.split('/').includes('..')) return undefined;
  return decoded;
}

function isFile(path: string): boolean {
  if (path.endsWith(sep)) return false;
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** Serves a built site on this machine only. Resolves when it listens; `port` 0 takes a free one. */
export async function serveFolder(folder: string, port: number): Promise<{ server: Server; port: number }> {
  const server = createServer((request, response) => {
    respond(folder, request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  return { server, port: typeof address === 'object' && address !== null ? address.port : port };
}

function respond(folder: string, request: IncomingMessage, response: ServerResponse): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  const answer = answerFor(folder, request.url ?? '/');
  if (answer.status === 301) {
    response.writeHead(301, { location: answer.location }).end();
  } else if (answer.status === 400 || !isFile(answer.file)) {
    response
      .writeHead(answer.status, { 'content-type': 'text/plain; charset=utf-8' })
      .end(`${answer.status}\n`);
  } else {
    if (isForPrograms(relative(folder, answer.file))) response.setHeader('access-control-allow-origin', '*');
    sendFile(answer.file, answer.status, request, response);
  }
}

/** Whether programs in the pages of other sites may read it, as hosts should let them (CSAF 2.1, provider requirements). */
function isForPrograms(path: string): boolean {
  return /^(?:\.well-known\/csaf|api)\//.test(path.split(sep).join('/'));
}

function sendFile(file: string, status: number, request: IncomingMessage, response: ServerResponse): void {
  const type = mediaType(file);
  // As public hosts do, so that what is measured here holds there.
  const packs = isText(type) && /\bgzip\b/.test(request.headers['accept-encoding']?.toString() ?? '');
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
    ...(isText(type) && { vary: 'accept-encoding' }),
    ...(packs && { 'content-encoding': 'gzip' }),
  });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  const bytes = createReadStream(file).on('error', () => response.destroy());
  if (packs) bytes.pipe(createGzip()).pipe(response);
  else bytes.pipe(response);
}

/** Whether a file of this media type gets much smaller by compression. */
function isText(type: string): boolean {
  return /charset=|json|svg|wasm/.test(type);
}
