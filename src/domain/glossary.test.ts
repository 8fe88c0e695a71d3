import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { VendorProgress } from '#coordination/case-record.ts';
import { CASE_STATES, REFUSAL_REASONS } from './case.ts';
import { EMBARGO_STATES } from './embargo.ts';
import { VENDOR_STATUSES } from './vendor-status.ts';

const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8');
const PROGRESS: Record<VendorProgress, true> = {
  unaware: true,
  notified: true,
  acknowledged: true,
  answered: true,
  'fix-ready': true,
  'fix-deployed': true,
};

it.each([
  ['Glossary', VENDOR_STATUSES],
  ['States of a case', CASE_STATES],
  ['States of an embargo', EMBARGO_STATES],
  ['Progress of a vendor', Object.keys(PROGRESS)],
])('the glossary pairs each word of “%s” with one Japanese word', (heading, words) => {
  const rows = [...section(heading).matchAll(/^\| ([\w-]+) \| ([^|]*[\u3040-\u9fff][^|]*) \|/gm)];
  const japanese = new Map(rows.map(([, english = '', word = '']) => [english, word]));
  expect(words.filter((word) => !japanese.has(word))).toEqual([]);
  expect(new Set(words.map((word) => japanese.get(word))).size).toBe(words.length);
});

it('the glossary names each reason of a refusal', () => {
  const sentence = /^Reasons of a refusal: (.*)$/m.exec(readme)?.[1] ?? '';
  expect(sentence.split(', ').map((pair) => pair.split(' ')[0])).toEqual([...REFUSAL_REASONS]);
});

function section(heading: string): string {
  const parts = readme.split(/^#+ /m);
  return parts.find((part) => part.startsWith(`${heading}\n`)) ?? '';
}
