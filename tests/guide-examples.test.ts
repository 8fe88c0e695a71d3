import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseComment } from '#coordination/commands/parse-comment.ts';
import { VENDOR_STATUSES } from '#domain/vendor-status.ts';
import { VERBS } from '#scripts/case/verbs.ts';

const PAGES = ['ja', 'en'].map((language) => `content/pages/${language}/vendor-commands.mdx`);
const HANDBOOKS = ['.github/HANDBOOK.md', '.github/HANDBOOK.ja.md'];

/** Everything in a text that a reader would type into a comment: inline code that begins with a slash and is no address. */
function commandsIn(text: string): string[] {
  return [...text.matchAll(/`(\/(?![\w-]+\/)[^`\n]+)`/g)].flatMap(([, command]) => command ?? []);
}

/** Examples name what a person fills in; a parser wants something there. */
function fillIn(command: string): string {
  return command
    .replace(/<(?:vendor|ベンダ)>/, 'acme')
    .replace(/<(?:status|対応状況)>/, 'affected')
    .replace(/<(?:digits|番号)>/, '0123abcd');
}

describe.each([...PAGES, ...HANDBOOKS])('%s', (file) => {
  const text = readFileSync(file, 'utf8');

  it('shows only commands that are understood', () => {
    const commands = commandsIn(text).filter((command) => !isVerbAlone(command));
    expect(commands.length).toBeGreaterThan(3);
    for (const command of commands) {
      expect([command, parseComment(fillIn(command)).problems]).toEqual([command, []]);
      expect([command, parseComment(fillIn(command)).commands.length]).toEqual([command, 1]);
    }
  });
});

/** A verb that is named in a sentence, without what would have to follow it. */
function isVerbAlone(command: string): boolean {
  return ['/status', '/回答', '/記録'].includes(command);
}

/** The statuses that the table of a guide leads to, in its order. */
function statusesIn(file: string): (string | undefined)[] {
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `/status'));
  return rows.flatMap((row) => commandsIn(row).map((command) => statusOf(command)));
}

describe.each(PAGES)('the answers of %s', (file) => {
  const text = readFileSync(file, 'utf8');

  it('lead to every status that a vendor can give, and a fix to “affected”', () => {
    const own = VENDOR_STATUSES.filter((status) => status !== 'notified');
    expect(statusesIn(file)).toEqual([...own, 'affected']);
  });

  it('show a long answer that is read as it is written', () => {
    const [, block = ''] = /^````\n([^]*?)\n````$/mu.exec(text) ?? [];
    const { commands, problems } = parseComment(block);
    expect(problems).toEqual([]);
    expect(commands).toMatchObject([
      {
        verb: 'status',
        answer: { status: 'affected', fixed: ['2.4.1'], notices: ['https://example.com/notice'] },
      },
    ]);
  });
});

function statusOf(command: string): string | undefined {
  const [said] = parseComment(command).commands;
  return said?.verb === 'status' ? said.answer.status : undefined;
}

describe.each(HANDBOOKS)('the verbs in %s', (file) => {
  it('exist', () => {
    const text = readFileSync(file, 'utf8');
    const shown = [...text.matchAll(/(?:npm run case -- |^\| [^|]+\| `|· `)([a-z]+)(?= k3v9qm| --)/gmu)];
    expect(shown.length).toBeGreaterThan(8);
    for (const [whole, verb = ''] of shown)
      expect([whole, Object.keys(VERBS)]).toEqual([whole, expect.arrayContaining([verb])]);
  });
});

describe('the two handbooks', () => {
  const [english = '', japanese = ''] = HANDBOOKS.map((file) => readFileSync(file, 'utf8'));

  it('have the same headings, tables and commands, in the same order', () => {
    const shape = (text: string): unknown => ({
      headings: text.match(/^#+(?= )/gmu),
      rows: text.match(/^\|/gmu)?.length,
      flags: [...text.matchAll(/--[a-z][a-z-]+/gu)].map(([flag]) => flag).sort(),
      transcripts: text.match(/<!-- transcript -->/g)?.length,
    });
    expect(shape(japanese)).toEqual(shape(english));
  });
});
