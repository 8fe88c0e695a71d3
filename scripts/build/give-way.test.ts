import { describe, expect, it } from 'vitest';
import type { PlannedFile } from '#site/plan.ts';
import { giveWay } from './give-way.ts';

const file = (address: string, more: Partial<PlannedFile> = {}): PlannedFile => ({
  kind: 'file',
  address,
  type: 'text/plain',
  render: () => '',
  ...more,
});
const own = [{ path: '.well-known/security.txt' }, { path: 'robots.txt' }];

describe('giveWay', () => {
  it('leaves out what yields where the coordinator has a file of the same path', () => {
    expect(giveWay([file('/.well-known/security.txt', { yields: true })], own)).toEqual([]);
  });

  it('keeps what yields to nothing, and what does not yield, so that the collision is told', () => {
    const kept = [file('/security.txt', { yields: true }), file('/robots.txt')];
    expect(giveWay(kept, own)).toEqual(kept);
  });
});
