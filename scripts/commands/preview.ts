import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '../environment.ts';
import { parseFlags, parsePort } from '../flags.ts';
import { serveFolder } from '../serve.ts';
import { commandWords } from '../words/words.ts';

/** `preview`: serves the built site on this machine until Ctrl-C. */
export async function preview(environment: Environment, args: readonly string[]): Promise<number> {
  const flags = parseFlags(args, { port: 'string' });
  const asked = parsePort(flags.port ?? environment.env['PORT']) ?? 0;
  const words = commandWords(environment.language);
  if (!existsSync(join(environment.outDir, 'index.html'))) {
    environment.err(words.nothingToServe(environment.outDir));
    return 1;
  }
  try {
    const { server, port } = await serveFolder(environment.outDir, asked);
    environment.out(words.serving(`http://127.0.0.1:${port}/`));
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    server.close();
    server.closeAllConnections();
    return 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    environment.err(words.portTaken(asked));
    return 1;
  }
}
