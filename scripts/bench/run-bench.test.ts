import { describe, expect, it } from 'vitest';
import type { Run } from './measure/run-process.ts';
import { runRounds } from './run-bench.ts';
import type { Side, Situation } from './side.ts';

const RUN: Run = { seconds: 1, cpuSeconds: 1, peakMiB: 1 };

function sideOf(name: string, situations: readonly Situation[], log: string[], failsIn?: Situation): Side {
  return {
    name,
    output: name,
    situations,
    build: (situation) => {
      log.push(`${situation} ${name}`);
      return situation === failsIn ? Promise.reject(new Error(`${name} broke`)) : Promise.resolve(RUN);
    },
  };
}

const silent = () => undefined;

describe('runRounds', () => {
  it('measures every side in turn, situation by situation, and only in the situations that it has', async () => {
    const log: string[] = [];
    const sides = [
      sideOf('ours', ['cold', 'engine kept', 'edit one'], log),
      sideOf('peer', ['cold', 'edit one'], log),
    ];
    const outcomes = await runRounds(sides, 2, silent);
    const round = ['cold ours', 'cold peer', 'engine kept ours', 'edit one ours', 'edit one peer'];
    expect(log).toEqual([...round, ...round]);
    expect(outcomes.get('peer')?.runs).toEqual({ cold: [RUN, RUN], 'edit one': [RUN, RUN] });
  });

  it('goes on without another generator that fails, and keeps what it said', async () => {
    const log: string[] = [];
    const sides = [
      sideOf('ours', ['cold', 'no change'], log),
      sideOf('peer', ['cold', 'no change'], log, 'cold'),
    ];
    const outcomes = await runRounds(sides, 2, silent);
    expect(log.filter((line) => line.endsWith('peer'))).toEqual(['cold peer']);
    expect(outcomes.get('peer')?.failed).toContain('peer broke');
    expect(outcomes.get('ours')?.runs['no change']).toHaveLength(2);
  });

  it('fails when our own build does', async () => {
    const sides = [sideOf('ours', ['cold'], [], 'cold'), sideOf('peer', ['cold'], [])];
    await expect(runRounds(sides, 1, silent)).rejects.toThrow('ours broke');
  });

  it('calls what comes between rounds once a round, when everything is built', async () => {
    const log: string[] = [];
    await runRounds([sideOf('ours', ['cold'], log)], 2, silent, () => {
      log.push('between');
      return Promise.resolve();
    });
    expect(log).toEqual(['cold ours', 'between', 'cold ours', 'between']);
  });
});
