import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { describe, expect, it } from 'vitest';
import { hubSettingsSchema } from '#coordination/hub-files.ts';
import { hubFiles } from '#scripts/case/hub/hub-template.ts';
import { buildRoomFiles } from '#scripts/case/room/room-files.ts';
import { loadWorkflows } from './workflows/load-workflows.ts';
import { CLEAN, PLANTED_FAULTS } from './workflows/planted-faults.ts';
import { findFaults, RULES } from './workflows/policy.ts';
import type { Place, WorkflowFile } from './workflows/workflow.ts';

// The language service imports JSON without the attribute that Node demands.
registerHooks({
  load: (url, context, next) =>
    next(
      url,
      url.endsWith('.json')
        ? { ...context, importAttributes: { ...context.importAttributes, type: 'json' } }
        : context,
    ),
});
const { validate } = await import('@actions/languageservice');

const workflows = loadWorkflows();

describe('the policy of workflows', () => {
  it('is kept by every workflow of site, rooms and hub', () => {
    expect(workflows.map(({ path }) => path).sort()).toEqual([
      '.github/workflows/check.yml',
      '.github/workflows/deploy.yml',
      '.github/workflows/links.yml',
      '.github/workflows/publish.yml',
      'scripts/templates/hub/.github/workflows/hub-tick.yml',
      'scripts/templates/hub/.github/workflows/hub-verify.yml',
      'scripts/templates/room/.github/workflows/room-command.yml',
    ]);
    expect(
      workflows.flatMap((file) => findFaults(file).map((fault) => ({ file: file.path, ...fault }))),
    ).toEqual([]);
  });

  it('is kept by what a new room and a new hub get', () => {
    const engine = { repo: 'example-org/kairan', commit: '0123456789abcdef0123456789abcdef01234567' };
    const given = {
      ...{ site: 'example-org/advisories', rooms: 'example-org', bot: 'bot', coordinators: ['alice', 'bob'] },
      engine: `${engine.repo}@${engine.commit}`,
    };
    const hub = hubFiles('.', given);
    const room = buildRoomFiles(
      '.',
      hubSettingsSchema.parse(given),
      { vendors: {}, site: { languages: ['en'], timezone: 'UTC' } },
      engine,
    );
    const made = [...toWorkflows('hub', hub), ...toWorkflows('room', room)];
    expect(made.map(({ path }) => path)).toHaveLength(3);
    expect(made.flatMap((file) => findFaults(file).map(({ rule, at }) => [file.path, rule, at]))).toEqual([]);
    expect([...hub, ...room].filter(([, text]) => /(?<!\$)\{\{/.test(text))).toEqual([]);
    expect(hub.get('.github/CODEOWNERS')).toBe('* @alice @bob\n');
  });

  it.each(Object.values(CLEAN))('finds nothing in the clean workflow “$path”', (file) => {
    expect(findFaults(file)).toEqual([]);
  });

  it.each(PLANTED_FAULTS)('$rule alone finds “$to” for “$from”', ({ rule, in: name, from, to }) => {
    const { text } = CLEAN[name];
    expect(text).toContain(from);
    const found = findFaults({ ...CLEAN[name], text: text.replace(from, () => to) });
    expect(found.map((fault) => fault.rule)).toEqual([rule]);
  });

  it('has a planted fault for every rule, and every rule a name and a sentence of its own', () => {
    const planted = new Set(PLANTED_FAULTS.map(({ rule }) => rule));
    expect(RULES.map(({ name }) => name).filter((name) => !planted.has(name))).toEqual([]);
    expect(new Set(RULES.flatMap(({ name, sentence }) => [name, sentence])).size).toBe(RULES.length * 2);
  });

  it('pins each action to one commit everywhere, the one of the list in LIVE-CHECKLIST.md', () => {
    const pins = new Set(
      workflows.flatMap(({ text }) => text.match(/actions\/\S+@[0-9a-f]{40} # v[\d.]+/g) ?? []),
    );
    const listed = readFileSync('.github/LIVE-CHECKLIST.md', 'utf8').matchAll(
      /\| `(actions\/\S+)` \| (v[\d.]+) \| `([0-9a-f]{40})` \|/g,
    );
    expect([...pins].sort()).toEqual(
      [...listed].map(([, name, version, sha]) => `${name}@${sha} # ${version}`).sort(),
    );
  });
});

describe('GitHub’s own language service', () => {
  it.each(workflows)('has nothing to say about $path', async (file) => {
    expect(await diagnose(file)).toEqual([]);
  });

  it('finds a misspelt context, a job that is not there and a condition that is always true', async () => {
    const text = CLEAN.room.text
      .replace('github.token', 'github.tokn')
      .replace('    runs-on', '    needs: [nobody]\n    runs-on')
      .replace("!= 'Bot' }}", "!= 'Bot' }} && true");
    const found = (await diagnose({ ...CLEAN.room, text })).join('\n');
    expect(found).toContain('tokn');
    expect(found).toContain('nobody');
    expect(found).toContain('always evaluate to truthy');
  });
});

function toWorkflows(place: Place, files: ReadonlyMap<string, string>): WorkflowFile[] {
  return [...files].flatMap(([path, text]) =>
    path.startsWith('.github/workflows/') ? [{ path, place, text }] : [],
  );
}

async function diagnose({ path, text }: WorkflowFile): Promise<string[]> {
  const start = { line: 0, character: 0 };
  const found = await validate({
    ...{ uri: `file:///${path}`, languageId: 'yaml', version: 1, lineCount: text.split('\n').length },
    getText: () => text,
    // Only messages are looked at, not where they stand.
    positionAt: () => start,
    offsetAt: () => 0,
    getLineRange: () => ({ start, end: start }),
    getEOLCharacters: () => '\n',
  });
  return found.map(({ message }) => (typeof message === 'string' ? message : message.value));
}
