import { once } from 'node:events';
import { startDevServer } from '../dev/dev-server.ts';
import { type Checked, LiveSite } from '../dev/live-site.ts';
import { startRefresher } from '../dev/refresher.ts';
import type { Environment } from '../environment.ts';
import { formatFindings } from './check.ts';
import { parseFlags, parsePort } from '../flags.ts';
import { commandWords } from '../words/words.ts';

/** `dev`: shows the site while its authors edit it, until Ctrl-C. */
export async function dev(environment: Environment, args: readonly string[]): Promise<number> {
  const flags = parseFlags(args, { port: 'string' });
  const port = parsePort(flags.port ?? environment.env['PORT']);
  const words = commandWords(environment.language);
  const report = buildReport(environment);
  const site = new LiveSite(environment);
  site.reload();
  const started = environment.elapsed();
  report(site.check());
  const checkMs = environment.elapsed() - started;
  const failed = (error: unknown): void => {
    environment.err(words.reloadFailed(error instanceof Error ? error.message : String(error)));
  };
  const server = await startDevServer(environment, port, site, (browsers) =>
    startRefresher(site, { browsers, report, failed }, environment.elapsed, checkMs),
  );
  environment.out(words.previewOfAuthors(`http://127.0.0.1:${server.port}/`));
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await server.stop();
  return 0;
}

/** Tells findings in the terminal, once for each time that they change. */
function buildReport(environment: Environment): (checked: Checked) => void {
  let told = '[]';
  return ({ findings, content }) => {
    const news = JSON.stringify(findings);
    if (news !== told) environment.err(formatFindings(environment, findings, content));
    told = news;
  };
}
