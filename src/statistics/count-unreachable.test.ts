import { describe, expect, it } from 'vitest';
import { countUnreachable } from './count-unreachable.ts';

describe('the list of unreachable developers, by quarter', () => {
  it('counts who came, who answered and who is left at the end', () => {
    const entries = [
      { listedOn: '2025-01-10' },
      { listedOn: '2025-03-31', answeredOn: '2025-07-01' },
      { listedOn: '2025-07-01', answeredOn: '2025-09-30' },
    ];
    expect(countUnreachable(entries, '2025-Q4')).toEqual([
      { quarter: '2025-Q1', listed: 2, answered: 0, standing: 2 },
      { quarter: '2025-Q2', listed: 0, answered: 0, standing: 2 },
      { quarter: '2025-Q3', listed: 1, answered: 2, standing: 1 },
      { quarter: '2025-Q4', listed: 0, answered: 0, standing: 1 },
    ]);
  });

  it('says nothing of quarters in which an answered entry may have come or stood', () => {
    const entries = [{ listedOn: '2025-01-10' }, { answeredOn: '2025-05-01' }];
    expect(countUnreachable(entries, '2025-Q3')).toEqual([
      { quarter: '2025-Q1', answered: 0 },
      { quarter: '2025-Q2', answered: 1, standing: 1 },
      { quarter: '2025-Q3', listed: 0, answered: 0, standing: 1 },
    ]);
  });

  it('is empty without entries, and where all days lie ahead', () => {
    expect(countUnreachable([], '2025-Q3')).toEqual([]);
    expect(countUnreachable([{ listedOn: '2026-01-10' }], '2025-Q3')).toEqual([]);
  });
});
