import { describe, expect, it } from 'vitest';
import { formatRangePhrase } from './range-phrase.ts';
import { isRangeProblem, parseVersionRange } from './version-range.ts';

const table = [
  ['*', 'すべてのバージョン', 'all versions'],
  ['=2.0', '2.0', '2.0'],
  ['<=4.0', '4.0 およびそれ以前', '4.0 and earlier'],
  ['<3.1.0', '3.1.0 より前のバージョン', 'prior to 3.1.0'],
  ['>=2.1', '2.1 およびそれ以降', '2.1 and later'],
  ['>3', '3 より後', 'later than 3'],
  ['>=1.2 <=1.4', '1.2 から 1.4 まで', 'versions from 1.2 to 1.4'],
  ['>=1.2 <1.4', '1.2 以上 1.4 未満', 'versions from 1.2 prior to 1.4'],
  ['>1.2 <=1.4', '1.2 より後 1.4 以下', 'versions later than 1.2 up to and including 1.4'],
  ['>1.2 <1.4', '1.2 より後 1.4 未満', 'versions later than 1.2 prior to 1.4'],
  ['<=Ver.2.00', 'Ver.2.00 およびそれ以前', 'Ver.2.00 and earlier'],
] as const;

describe('formatRangePhrase', () => {
  it.each(table)('says %s in both languages', (text, ja, en) => {
    const range = parseVersionRange(text);
    if (isRangeProblem(range)) throw new Error(`${text} is refused: ${range.problem}`);
    expect(formatRangePhrase(range, 'ja')).toBe(ja);
    expect(formatRangePhrase(range, 'en')).toBe(en);
  });

  it('calls a span without bounds what it is: every version', () => {
    expect(formatRangePhrase({ kind: 'span' }, 'ja')).toBe('すべてのバージョン');
    expect(formatRangePhrase({ kind: 'span' }, 'en')).toBe('all versions');
  });
});
