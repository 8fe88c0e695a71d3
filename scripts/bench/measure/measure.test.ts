import { describe, expect, it } from 'vitest';
import { compareCensus, kindOf } from './census.ts';
import { renderMarkdownTable, renderPlainTable } from './render-table.ts';
import { median, medianRatio } from './statistics.ts';

describe('statistics of runs', () => {
  it('take the middle value, or the mean of the two in the middle', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(() => median([])).toThrow();
  });

  it('compare runs pair by pair, so that one slow moment of the machine does not decide', () => {
    expect(medianRatio([1, 10, 1], [2, 20, 4])).toBe(0.5);
  });
});

describe('tables of results', () => {
  const table = [
    ['what', 'ours', 'Hugo'],
    ['cold build', '1.20', '10.00'],
  ];

  it('stand in columns on a terminal', () => {
    expect(renderPlainTable(table)).toBe(
      'what        ours   Hugo\n-----------------------\ncold build  1.20  10.00',
    );
  });

  it('are Markdown for reports', () => {
    expect(renderMarkdownTable(table).split('\n')[1]).toBe('| ---------- | ---: | ----: |');
  });
});

describe('the census of outputs', () => {
  it('tells kinds by path, whichever side spelt it', () => {
    expect(kindOf('en/jp/KRN10000001/index.html')).toBe('advisory');
    expect(kindOf('vu/VU112992/index.html')).toBe('advisory');
    expect(kindOf('jp/2012/index.html')).toBe('index');
    expect(kindOf('jp/2012.csv')).toBe('list file');
    expect(kindOf('en/jp/2012/list.csv')).toBe('list file');
    expect(kindOf('vendors/acme-2000/index.html')).toBe('vendor');
    expect(kindOf('vendors/acme/versions.json')).toBe('vendor file');
    expect(kindOf('feeds/2012.atom')).toBe('year feed');
    expect(kindOf('advisories/2012/feed.atom')).toBe('year feed');
    expect(kindOf('en/index.html')).toBe('single page');
    expect(kindOf('jp/KRN10000001/advisory.json')).toBe('format');
    expect(kindOf('.well-known/csaf/white/2012/krn_10000001.json.sha256')).toBe('format');
    expect(kindOf('_astro/style.css')).toBe('asset');
  });

  it('finds a side that makes fewer files or other bytes, and lets small differences pass', () => {
    const ours = new Map([
      ['advisory', { files: 100, bytes: 1000 }],
      ['all', { files: 100, bytes: 1000 }],
    ]);
    const like = (files: number, bytes: number) =>
      new Map([...ours.keys()].map((kind) => [kind, { files, bytes }]));
    expect(compareCensus(ours, like(101, 1100))).toEqual([]);
    expect(compareCensus(ours, like(90, 1000)).map(({ kind }) => kind)).toEqual(['advisory', 'all']);
    expect(compareCensus(ours, like(100, 700))).toHaveLength(2);
    expect(compareCensus(new Map([...ours, ['format', { files: 99, bytes: 999 }]]), ours)).toEqual([]);
  });
});
