import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, inject, it } from 'vitest';
import { preview as en } from '#i18n/en/preview.ts';
import { preview as ja } from '#i18n/ja/preview.ts';
import { listFiles } from './built-site.ts';

/** What only the preview for authors has: its markup, its styles, its script and its words. */
const MARKS = ['author-bar', 'author-list', 'embargo-mark', 'finding-list', 'kairan:checked'];
const WORDS = [ja, en].flatMap(({ embargoed, bar, held, drafts, findings }) => [
  embargoed,
  bar,
  held,
  drafts.description,
  findings.description,
]);

it.each(['fictionalSite', 'sampleSite', 'otherSite'] as const)(
  'no byte of %s belongs to the preview for authors',
  (site) => {
    const folder = inject(site);
    const files = listFiles(folder);
    const held = files.filter((file) => {
      const text = readFileSync(path.join(folder, file), 'utf8');
      return [...MARKS, ...WORDS].some((mark) => text.includes(mark));
    });
    expect(held).toEqual([]);
    expect(files.filter((file) => /(?:^|\/)(?:drafts|findings)\//.test(file))).toEqual([]);
  },
);
