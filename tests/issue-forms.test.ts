import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { contactSchema, hubSettingsSchema } from '#coordination/hub-files.ts';
import { parseComment } from '#coordination/commands/parse-comment.ts';
import { parseFormAnswer } from '#coordination/commands/parse-form-answer.ts';
import { chooserSchema, demandsAnything, issueFormSchema, renderSentForm } from './workflows/issue-form.ts';

const ROOM = 'scripts/templates/room';
const HUB = 'scripts/templates/hub';

const publicForms = loadForms('.github/ISSUE_TEMPLATE');
const roomForms = loadForms(`${ROOM}/.github/ISSUE_TEMPLATE`);

describe('issue forms', () => {
  it.each([...publicForms, ...roomForms])('$file has the structure that GitHub reads', ({ data }) => {
    expect(issueFormSchema.safeParse(data).error?.issues ?? []).toEqual([]);
  });

  it.each(['.github/ISSUE_TEMPLATE', `${ROOM}/.github/ISSUE_TEMPLATE`])(
    '%s offers no blank issue',
    (folder) => {
      expect(chooserSchema.parse(loadYaml(`${folder}/config.yml`)).blank_issues_enabled).toBe(false);
    },
  );

  it('has a schema that refuses what GitHub refuses', () => {
    const field = (id: string, label: string): unknown => ({ type: 'input', id, attributes: { label } });
    const form = (...body: unknown[]): unknown => ({ name: 'A', description: 'B', body });
    const options = (...list: unknown[]): unknown => ({
      ...{ type: 'dropdown', id: 'a' },
      attributes: { label: 'A', options: list },
    });
    expect(issueFormSchema.safeParse(form(field('a', 'A'), field('b', 'B'))).success).toBe(true);
    for (const broken of [
      form(field('a', 'A'), field('a', 'B')),
      form(field('a', 'A'), field('b', 'A')),
      form(field('a b', 'A')),
      form({ type: 'markdown', attributes: { value: 'Only words.' } }),
      form({ type: 'number', id: 'a', attributes: { label: 'A' } }),
      form(options('yes', true)),
      form(options('yes', 'None')),
      form(options('yes', 'yes')),
      form(),
    ])
      expect(issueFormSchema.safeParse(broken).success).toBe(false);
  });

  it('never asks in public for a vulnerability, and says where such a report goes', () => {
    expect(publicForms.map(({ file }) => path.basename(file)).sort()).toEqual([
      'correction.yml',
      'question.yml',
    ]);
    for (const { text } of publicForms) {
      expect(text).toContain('Report a vulnerability');
      expect(text).toMatch(/This issue is public\. [^\n]*\n/);
      expect(text).toMatch(/この issue は公開されます。/);
    }
    const { contact_links: links = [] } = chooserSchema.parse(loadYaml('.github/ISSUE_TEMPLATE/config.yml'));
    expect(links.map(({ url }) => url)).toContainEqual(
      expect.stringMatching(/privately-reporting-a-security-vulnerability$/),
    );
  });

  it.each(roomForms)('$file relies on no field that must be filled in', ({ data }) => {
    expect(demandsAnything(issueFormSchema.parse(data).body)).toBe(false);
  });

  it.each(roomForms)('$file gives answers that we understand, for every status', ({ data }) => {
    const { body } = issueFormSchema.parse(data);
    const options = body.flatMap((each) => (each.type === 'dropdown' ? each.attributes.options : []));
    const said = options.map((status) => {
      const isAffected = status.startsWith('affected') || status.startsWith('該当製品あり');
      const sent = renderSentForm(body, {
        status,
        ...(isAffected && { fixed: '2.4.1, 3.0.2' }),
        products: 'Widget Pro\nWidget Lite',
        statement: 'We have fixed it.\n\nPlease update.',
        notices: 'https://www.example.com/1',
      });
      return parseFormAnswer(sent);
    });
    const shared = {
      products: [{ name: 'Widget Pro' }, { name: 'Widget Lite' }],
      statement: 'We have fixed it.\n\nPlease update.',
      notices: ['https://www.example.com/1'],
    };
    const fixed = ['2.4.1', '3.0.2'];
    expect(said).toEqual([
      { answer: { status: 'affected', fixed, ...shared }, problems: [] },
      { answer: { status: 'affected-investigating', fixed, ...shared }, problems: [] },
      { answer: { status: 'not-affected', ...shared }, problems: [] },
      { answer: { status: 'not-affected-investigating', ...shared }, problems: [] },
      { answer: { status: 'unknown', ...shared }, problems: [] },
    ]);
    expect(parseFormAnswer(renderSentForm(body, {})).problems).toEqual([
      { kind: 'missing-status', params: {} },
    ]);
  });
});

describe('the guide in a room', () => {
  const guide = readFileSync(`${ROOM}/README.md`, 'utf8');

  it('shows commands that are understood, the same ones in both languages', () => {
    const commands = [...guide.matchAll(/^\| .* \| (.*) \|$/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`(\/[^`]+)`/g)].map(([, command = '']) => command),
    );
    const parsed = commands.map((command) => parseComment(command));
    const verbs = ['status', 'status', 'status', 'status', 'hold', 'release', 'approve', 'help'];
    expect(parsed.map(({ commands: [command] }) => command?.verb)).toEqual([...verbs, ...verbs]);
    expect(
      parsed.flatMap(({ problems }) => problems).filter(({ kind }) => kind !== 'investigating-is-unknown'),
    ).toEqual([]);
    const half = parsed.length / 2;
    for (const [
      index,
      {
        commands: [english],
      },
    ] of parsed.slice(0, half).entries()) {
      const [japanese] = parsed[half + index]?.commands ?? [];
      expect(statusOf(japanese)).toEqual(statusOf(english));
    }
  });

  it('shows blocks that are understood', () => {
    const blocks = [...guide.matchAll(/^````\n(.*?)^````$/gms)].map(([, block = '']) => parseComment(block));
    expect(blocks).toHaveLength(2);
    for (const { commands, problems } of blocks) {
      expect(problems).toEqual([]);
      expect(commands).toMatchObject([
        {
          verb: 'status',
          answer: { status: 'not-affected', notices: ['https://www.example.com/security/2026-001'] },
        },
      ]);
    }
  });
});

describe('the template of a hub', () => {
  it('has settings and a contact that the program reads', () => {
    expect(hubSettingsSchema.parse(loadYaml(`${HUB}/hub.yaml`, 'failsafe'))).toMatchObject({ approvals: 2 });
    expect(contactSchema.parse(loadYaml(`${HUB}/vendors/example.yaml`, 'failsafe'))).toMatchObject({
      logins: [],
    });
  });

  it('leaves only the places that are filled in when a room or a hub is made', () => {
    expect(placesIn(ROOM)).toEqual(['commit', 'engine']);
    expect(placesIn(HUB)).toEqual(['commit', 'contentPath', 'coordinators', 'engine', 'site', 'siteBranch']);
  });
});

function statusOf(command: ReturnType<typeof parseComment>['commands'][number] | undefined): unknown {
  return command?.verb === 'status' ? [command.answer.status, command.answer.fixed] : command?.verb;
}

function placesIn(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const texts = files.map(({ parentPath, name }) => readFileSync(path.join(parentPath, name), 'utf8'));
  return [
    ...new Set(
      texts.flatMap((text) => [...text.matchAll(/(?<!\$)\{\{(\w+)\}\}/g)].map(([, name = '']) => name)),
    ),
  ].sort();
}

function loadForms(folder: string): { file: string; text: string; data: unknown }[] {
  const names = readdirSync(folder).filter((name) => name !== 'config.yml');
  return names.map((name) => {
    const file = `${folder}/${name}`;
    const text = readFileSync(file, 'utf8');
    return { file, text, data: parse(text) as unknown };
  });
}

/** The project reads scalars as text; GitHub reads them as YAML does. */
function loadYaml(file: string, schema: 'core' | 'failsafe' = 'core'): unknown {
  return parse(readFileSync(file, 'utf8'), { schema }) as unknown;
}
