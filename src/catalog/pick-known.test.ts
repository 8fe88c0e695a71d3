import { expect, it } from 'vitest';
import { advisorySchema } from '#domain/advisory.ts';
import { pickKnown } from './pick-known.ts';

it('copies what the schema names, in its order, and nothing else at any depth', () => {
  const x = 'secret';
  const picked = pickKnown(advisorySchema, {
    ...{ x, tlp: 'CLEAR', title: ' A ', id: 'A', constructor: x },
    urgent: { x, reason: { ja: 'A', fr: x } },
    affected: [{ x, product: { x, en: 'A' }, vendor: 'a', git: { x, repository: 'A' }, note: [x] }, x, [x]],
    vendors: [{ cves: { 'CVE-2026-1234': 'affected', [x]: x }, contact: x, notices: [{ x, url: 'A' }] }],
    credits: [{ anonymous: 'true', login: x }],
    references: { x },
    state: [x],
    withdrawal: x,
  });
  expect(JSON.stringify(picked)).toBe(
    JSON.stringify({
      ...{ id: 'A', title: 'A', urgent: { reason: { ja: 'A' } }, tlp: 'CLEAR' },
      affected: [{ vendor: 'a', product: { en: 'A' }, git: { repository: 'A' } }],
      vendors: [{ cves: { 'CVE-2026-1234': 'affected' }, notices: [{ url: 'A' }] }],
      credits: [{ anonymous: true }],
    }),
  );
});
