import { mkdirSync, readdirSync, renameSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ApplyError } from './apply-staging.ts';
import { AFTER, BEFORE, cleanTree, openBuild, toParts } from '../../tests/builders/a-build.ts';

describe('a build that is killed', () => {
  /** Crashes the second build after the given step; a memory that was not saved is lost, as with a real crash. */
  async function crashAfter(step: number): Promise<'crashed' | 'finished'> {
    const { build, tree } = openBuild();
    const texts = { ...AFTER };
    await build(toParts(BEFORE));
    const faults = {
      afterStep: (done: number) => {
        if (done === step) throw new Error('killed');
      },
    };
    const outcome = await build(toParts(texts), faults).then(
      () => 'finished' as const,
      () => 'crashed' as const,
    );
    await build(toParts(texts));
    expect(tree()).toEqual(await cleanTree(texts));
    return outcome;
  }

  it('is made good by the next one, whichever step was the last', async () => {
    const outcomes: string[] = [];
    for (let step = 1; outcomes.at(-1) !== 'finished'; step++) outcomes.push(await crashAfter(step));
    // Two strangers are removed and four outputs move in.
    expect(outcomes.filter((outcome) => outcome === 'crashed')).toHaveLength(6);
  });

  it('is made good when it was the first one', async () => {
    const { build, tree } = openBuild();
    const killed = build(toParts(BEFORE), {
      afterStep: () => {
        throw new Error('killed');
      },
    });
    await expect(killed).rejects.toThrow('killed');
    await expect(killed).rejects.toThrow(ApplyError);
    await build(toParts(AFTER));
    expect(tree()).toEqual(await cleanTree(AFTER));
  });

  it('gets the previous output back when it died while the folders changed places', async () => {
    const { build, home, outDir } = openBuild();
    await build(toParts(BEFORE));
    renameSync(outDir, `${outDir}.previous-4194999`);
    const again = toParts(BEFORE);
    await build(again);
    expect(again.rendered).toEqual([]);
    expect(readdirSync(home)).toEqual(['dist']);
  });

  it('leaves nothing beside the output folder for ever', async () => {
    const { build, home, outDir } = openBuild();
    // No process has this number: it is above the kernel's largest.
    mkdirSync(`${outDir}.staging-4194999/half`, { recursive: true });
    mkdirSync(`${outDir}.previous-4194999`);
    mkdirSync(`${outDir}.notes`);
    await build(toParts(BEFORE));
    expect(readdirSync(home).toSorted()).toEqual(['dist', 'dist.notes']);
  });
});
