import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hubFiles } from './hub-template.ts';
import { parseHub } from './parse-hub.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const GIVEN = {
  site: 'cert/site',
  rooms: 'cert',
  bot: 'kairan[bot]',
  coordinators: ['alice', 'Bob'],
  approvals: '1',
};
const COMMIT = 'a'.repeat(40);

describe('the files of a new hub', () => {
  it('are a hub without problems, with the given settings and no cases', () => {
    const { settings, ledgers, problems } = parseHub(hubFiles(ROOT, GIVEN));
    expect(problems).toEqual([]);
    expect(settings).toMatchObject({ site: 'cert/site', coordinators: ['alice', 'bob'], approvals: 1 });
    expect(ledgers.size).toBe(0);
  });

  it('leave no place unfilled, and run the engine that is named', () => {
    const files = hubFiles(ROOT, { ...GIVEN, engine: `cert/engine@${COMMIT}` });
    const tick = files.get('.github/workflows/hub-tick.yml') ?? '';
    expect(tick).toContain(`repository: 'cert/engine'\n          ref: '${COMMIT}'`);
    expect([...files.values()].join('\n').replaceAll('${{', '')).not.toMatch(/\{\{\w+\}\}/);
    expect(files.get('.github/CODEOWNERS')).toContain('* @alice @bob\n');
    const other = hubFiles(ROOT, GIVEN, { repo: 'cert/other', commit: COMMIT });
    expect(other.get('.github/workflows/hub-tick.yml')).toContain("repository: 'cert/other'");
  });
});
