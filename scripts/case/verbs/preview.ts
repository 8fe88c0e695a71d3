import { once } from 'node:events';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildSite } from '../../build/build-site.ts';
import { formatFindings } from '../../commands/check.ts';
import { clock } from '../../environment.ts';
import { parsePort } from '../../flags.ts';
import { serveFolder } from '../../serve.ts';
import { CaseError } from '../case-error.ts';
import { loadCases, requireCase } from '../desk.ts';
import { withOverlay } from '../publication/overlay.ts';
import { requirePublicText } from '../publication/public-text.ts';
import { epochMilliseconds } from '#domain/dates.ts';
import { defineVerb } from '../verb.ts';

/**
 * `preview`: the site as it would look with this advisory, on this machine only. What it writes is gone when it ends,
 * unless `--out` names a folder to keep it in.
 */
export const preview = defineVerb({
  flags: { out: 'string', port: 'string' },
  words: [1, 1],
  run: async (desk, { flags, words: [code = ''] }) => {
    const { environment, words } = desk;
    const cases = await loadCases(desk);
    const record = requireCase(cases, code);
    const { files, facts, path } = await requirePublicText(desk, cases, record);
    return await withOverlay(environment.contentDir, files, async (contentDir) => {
      const outDir =
        flags.out === undefined ? join(contentDir, '..', 'dist') : resolve(environment.cwd, flags.out);
      const moment = String(Math.ceil(epochMilliseconds(facts.publishedAt) / 1000));
      const own = {
        ...environment,
        contentDir,
        outDir,
        cacheDir: ownCache(join(contentDir, '..', 'cache'), environment.cacheDir),
        now: clock(moment),
      };
      const { findings, content, counts } = await buildSite(own, {
        search: true,
        formats: true,
        onCompile: () => {
          environment.err(words.preview.preparing);
        },
      });
      if (findings.length > 0)
        environment.err(formatFindings({ ...own, cwd: join(contentDir, '..') }, findings, content));
      if (counts === undefined) throw new CaseError('text-broken', { code });
      environment.out(words.preview.built(outDir, path));
      if (flags.out !== undefined) return 0;
      const { server, port } = await serveFolder(outDir, parsePort(flags.port) ?? 0);
      environment.out(words.preview.serving(`http://127.0.0.1:${port}/`));
      await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
      server.close();
      server.closeAllConnections();
      return 0;
    });
  },
});

/** A cache for what is under embargo. Only compiled templates, which hold no advisory, are shared with other builds. */
function ownCache(own: string, shared: string): string {
  const compiled = join(shared, 'compiled');
  mkdirSync(compiled, { recursive: true });
  mkdirSync(own, { recursive: true });
  symlinkSync(compiled, join(own, 'compiled'), 'dir');
  return own;
}
