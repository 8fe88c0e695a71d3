import { describe, expect, it } from 'vitest';
import type { ProblemKind } from './command.ts';
import { parseComment } from './parse-comment.ts';
import { told } from '../../../tests/builders/a-comment.ts';

describe('mistakes', () => {
  it.each<[body: string, kind: ProblemKind, params?: object]>([
    ['/stauts affected', 'unknown-verb', { nearest: 'status' }],
    ['/aprove', 'unknown-verb', { nearest: 'approve' }],
    ['/status', 'missing-status'],
    ['/status afected', 'unknown-status', { nearest: 'affected' }],
    ['/status not afected', 'unknown-status', { nearest: 'not affected' }],
    ['/status not afected, we do not ship it', 'unknown-status', { nearest: 'not affected' }],
    ['/status not sure', 'unknown-status', { nearest: '' }],
    ['/status 該当製品ありますが', 'unknown-status'],
    ['/status notified', 'unknown-status'],
    ['/status fixed', 'missing-version'],
    ['/status fixed in', 'missing-version'],
    ['/status not affected, fixed in 2', 'fixed-not-affected'],
    ['/status affected fixd in 2.0', 'unclear-words', { nearest: 'fixed' }],
    ['/status affected? not sure', 'unclear-words'],
    ['/status affected by nothing, not at all', 'unclear-words'],
    ['/status affected no fix', 'unclear-words'],
    ['/hold', 'missing-reason'],
    ['/hold 😡', 'missing-reason'],
    [`/hold ${'x'.repeat(10_001)}`, 'too-long'],
    [`/status affected: ${'x'.repeat(10_001)}`, 'wrong-value', { key: 'statement' }],
    ['/status affected: a\u202eb', 'forbidden-character', { codePoint: 'U+202E' }],
    ['/approve 1a2b', 'short-hash'],
    ['/approve looks good', 'words-behind'],
    ['/approve text of mine', 'words-behind'],
    ['/release now please', 'words-behind'],
    ['/record acme affected 2026-11-20', 'record-lacks', { part: 'channel' }],
    ['/record acme affected via email', 'record-lacks', { part: 'date' }],
    ['/record via email 2026-11-20', 'record-lacks', { part: 'vendor' }],
    ['/record acme affected via emial 2026-11-20', 'unknown-channel', { nearest: 'email' }],
    ['/record acme affected via email 2026-02-30', 'wrong-date'],
    ['/record acme via email 2026-11-20', 'missing-status'],
    ['/record acme affected maybe via email 2026-11-20', 'unclear-words'],
  ])('answers %j', (body, kind, params = {}) => {
    expect(told(body)).toEqual([]);
    expect(parseComment(body).problems).toMatchObject([{ kind, params }]);
  });
});
