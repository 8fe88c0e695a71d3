import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { copiedArchive } from './archive.ts';
import { OURS, type SizeResult } from './bench-result.ts';
import { inHome } from './in-home.ts';
import { measureFloor, runRounds, toResult } from './run-bench.ts';
import { oursSide, type Bench } from './side-ours.ts';

/** What to measure of an existing archive. */
export interface ContentOptions {
  /** The content directory; it is copied and stays as it is. */
  folder: string;
  /** The build's “now”, in seconds since 1970. */
  now: number;
  rounds: number;
  search: boolean;
  formats: boolean;
  keep: boolean;
}

/** Builds a copy of an existing content directory with Kairan alone: cold, engine kept, no change, one advisory edited. */
export async function benchContent(
  bench: Bench,
  options: ContentOptions,
  report: (text: string) => void,
): Promise<SizeResult> {
  return await inHome(bench, options.keep, async () => {
    const { search, formats, rounds } = options;
    const content = join(bench.home, 'content');
    cpSync(options.folder, content, { recursive: true });
    const archive = copiedArchive(content, options.now);
    const side = oursSide(bench, archive, { name: OURS, search, formats });
    const outcomes = await runRounds([side], rounds, report);
    return {
      size: archive.size,
      content: archive.weight,
      floorSeconds: measureFloor(bench.home, side.output),
      sides: { [OURS]: toResult(side, outcomes.get(OURS)) },
    };
  });
}
