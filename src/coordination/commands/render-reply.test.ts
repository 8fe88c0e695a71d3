import { describe, expect, it } from 'vitest';
import { commandWords } from './command-words.ts';
import { parseComment } from './parse-comment.ts';
import { renderReply } from './render-reply.ts';

const reply = (body: string, wantsHelp = false) =>
  renderReply({ problems: parseComment(body).problems, wantsHelp }, 'acme-psirt', ['ja', 'en']);

describe('an answer in words', () => {
  it('calls the author and says in each language what was probably meant', () => {
    expect(reply('/status not afected')).toBe(`@acme-psirt

- 「not afected」は対応状況として読み取れません。\`not affected\` のことでしょうか。\`該当製品あり\`、\`該当製品なし\`、\`該当製品あり（調査中）\`、\`該当製品なし（調査中）\`、\`不明\`、\`修正版 2.4.1\` のいずれかをお書きください。

---

- “not afected” is no status that I know. Did you mean \`not affected\`? Write \`affected\`, \`not affected\`, \`affected, investigating\`, \`not affected, investigating\`, \`unknown\` or \`fixed in 2.4.1\`.
`);
  });

  it('quotes nothing that acts', () => {
    const text = reply('/status @team <!-- kairan:status --> ![x](https://a.example) `');
    expect(text).not.toMatch(/@team|<!--|!\[/u);
  });

  it('calls nobody by a name that is none', () => {
    expect(renderReply({ problems: [], wantsHelp: true }, 'x @all', ['en'])).toMatch(/^x \\@/u);
  });

  it('says no more than five things', () => {
    expect(reply('/status\n'.repeat(9)).match(/^- /gmu)).toHaveLength(12);
  });

  it('never makes a command of its own words', () => {
    for (const language of ['ja', 'en'] as const) {
      expect(parseComment(commandWords[language].help).commands).toEqual([]);
      expect(
        parseComment(renderReply({ problems: [], wantsHelp: true }, 'acme', [language])).commands,
      ).toEqual([]);
    }
  });

  it('gives examples that are understood', () => {
    for (const { help, problems } of Object.values(commandWords)) {
      const examples = [help, problems['missing-version']({}), problems['investigating-is-unknown']({})]
        .join('\n')
        .matchAll(/`(\/[^`…]+)`/gu);
      for (const [, example = ''] of examples) {
        expect({ example, ...parseComment(example) }).toMatchObject({ commands: [{}], problems: [] });
      }
    }
  });
});
