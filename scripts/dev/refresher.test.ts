import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Checked } from './live-site.ts';
import { startRefresher } from './refresher.ts';

function noop(): void {
  // The content can be read.
}

/** A refresher on a site whose check takes so long; gives the steps in their order. */
function aRefresher({ checkMs = 0, turned = false, reload = noop } = {}) {
  const steps: string[] = [];
  let clock = 0;
  const site = {
    reload: (files: Iterable<string> = []) => {
      steps.push(`read ${[...files].join(' ')}`);
      reload();
    },
    check: () => {
      clock += checkMs;
      steps.push('check');
      return { findings: [], content: {}, turned } as unknown as Checked;
    },
  };
  const refresher = startRefresher(
    site,
    {
      browsers: { reload: () => steps.push('reload'), refreshBar: () => steps.push('bar') },
      report: () => steps.push('report'),
      failed: (error) => steps.push(`failed ${String(error)}`),
    },
    () => clock,
    checkMs,
  );
  return { refresher, steps };
}

describe('startRefresher', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('waits until an editor has written all files, and names each once', () => {
    const { refresher, steps } = aRefresher();
    for (const file of ['a.md', 'b.md', 'a.md']) refresher.touch(file);
    vi.runAllTimers();
    expect(steps[0]).toBe('read a.md b.md');
    expect(steps.filter((step) => step.startsWith('read'))).toHaveLength(1);
  });

  it('checks before it shows when that is quick', () => {
    const { refresher, steps } = aRefresher({ checkMs: 20 });
    refresher.touch('a.md');
    vi.runAllTimers();
    expect(steps).toEqual(['read a.md', 'check', 'report', 'reload']);
  });

  it('shows first when the check takes long, and renews the author bar after it', () => {
    const { refresher, steps } = aRefresher({ checkMs: 900 });
    refresher.touch('a.md');
    vi.runAllTimers();
    expect(steps).toEqual(['read a.md', 'reload', 'check', 'report', 'bar']);
  });

  it('shows again when the check took pages back', () => {
    const { refresher, steps } = aRefresher({ checkMs: 900, turned: true });
    refresher.touch('a.md');
    vi.runAllTimers();
    expect(steps.at(-1)).toBe('reload');
  });

  it('does not check a state that is gone already', () => {
    const { refresher, steps } = aRefresher({ checkMs: 900 });
    refresher.touch('a.md');
    vi.advanceTimersByTime(200);
    refresher.touch('a.md');
    vi.runAllTimers();
    expect(steps.filter((step) => step === 'check')).toHaveLength(1);
  });

  it('reports content that cannot be read and goes on', () => {
    let gone = true;
    const { refresher, steps } = aRefresher({
      reload: () => {
        if (gone) throw new Error('no folder');
      },
    });
    refresher.touch('a.md');
    vi.runAllTimers();
    expect(steps).toEqual(['read a.md', 'failed Error: no folder', 'bar']);
    gone = false;
    refresher.touch('a.md');
    vi.runAllTimers();
    expect(steps.at(-1)).toBe('reload');
  });
});
