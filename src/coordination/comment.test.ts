import { describe, expect, it } from 'vitest';
import { toFormId, toIssueNumber } from './comment.ts';
import { sourceSchema } from './ledger/entry.ts';

describe('the id of a form', () => {
  it('leads back to its issue, is that of no comment, and fits into a ledger', () => {
    for (const issue of [1, 77, 2_000_000_000]) {
      const id = toFormId(issue);
      expect(toIssueNumber(id)).toBe(issue);
      expect(toIssueNumber(issue)).toBeUndefined();
      const source = { repo: 'a/b', comment: id, sha256: '0'.repeat(64), index: 0 };
      expect(sourceSchema.safeParse({ ...source, updatedAt: '2026-11-20T00:00:00Z' }).success).toBe(true);
    }
  });
});
