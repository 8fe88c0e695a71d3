import { describe, expect, it } from 'vitest';
import { csafFileName } from './file-name.ts';

describe('csafFileName', () => {
  it.each([
    ['JVN#13199224', 'jvn_13199224.json'],
    ['JVNVU#99999999-en', 'jvnvu_99999999-en.json'],
    ['Example Company - 2019-YH3234', 'example_company_-_2019-yh3234.json'],
    ['RHBA-2019:0024', 'rhba-2019_0024.json'],
    ['a+b__c', 'a+b_c.json'],
    ['回覧-1', '_-1.json'],
  ])('names the file of %s %s', (id, name) => {
    expect(csafFileName(id)).toBe(name);
  });
});
