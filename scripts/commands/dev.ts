import { once } from 'node:events';
import type { LoadedSite } from '../build/load-site.ts';
import { startDevServer } from '../dev/dev-server.ts';
import { openLivePlan } from '../dev/live-plan.ts';
import type { Environment } from '../environment.ts';
import { formatFindings } from './check.ts';
import { parseFlags, parsePort } from '../flags.ts';
import { commandWords } from '../words/words.ts';

/** `dev`: shows the site while its authors edit it, until Ctrl-C. */
export async function dev(environment: Environment, args: readonly string[]): Promise<number> {
  const flags = parseFlags(args, { port: 'string' });
  const port = parsePort(flags.port ?? environment.env['PORT']);
  const words = commandWords(environment.language);
  const plan = openLivePlan(environment);
  const report = ({ findings, content }: LoadedSite): void => {
    if (findings.length > 0) environment.err(formatFindings(environment, findings, content));
  };
  const loaded = plan.reload();
  report(loaded);
  if (loaded.catalog === undefined) return 1;
  const server = await startDevServer(environment, port, plan, {
    loaded: report,
    failed: (error) => {
      environment.err(words.reloadFailed(error instanceof Error ? error.message : String(error)));
    },
  });
  environment.out(words.previewOfAuthors(`http://127.0.0.1:${server.port}/`));
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await server.stop();
  return 0;
}
