import type { Finding } from '#domain/finding.ts';
import { explainFinding } from './explain-finding.ts';
import type { Rule } from './rule.ts';

/** Some lines of a fixture file. */
export interface Excerpt {
  file: string;
  /** The line of the file with which the excerpt begins. */
  line: number;
  text: string;
}

/** What a help page shows of a rule's fixture. */
export interface HelpExample {
  finding: Finding;
  /** Absent where there is nothing to show, as for a missing file. */
  invalid?: Excerpt;
  valid?: Excerpt;
}

/** The help page of one code, Markdown in both languages, made from the rule's own texts and its fixture. */
export function formatHelpPage(rule: Rule, { finding, invalid, valid }: HelpExample): string {
  const { code, severity, text } = rule;
  const en = explainFinding(finding, 'en');
  const ja = explainFinding(finding, 'ja');
  return [
    `# ${code} — ${text.en.title} / ${text.ja.title}`,
    severity === 'error'
      ? '**error** · エラー: the build stops until it is mended / 直すまで公開されません'
      : '**warning** · 警告: shown, and the build goes on / 表示されますが、公開は続きます',
    '## English',
    `- **What**: ${en.what}`,
    `- **Why**: ${en.why}`,
    `- **Remedy**: ${indentLines(en.remedy)}`,
    '## 日本語',
    `- **内容**: ${ja.what}`,
    `- **理由**: ${ja.why}`,
    `- **対処**: ${indentLines(ja.remedy)}`,
    '## Example / 例',
    'The texts are fictional and speak about the first example. / 架空の例です。上の文は「誤」の例についてのものです。',
    ...formatExcerpt('Wrong / 誤', invalid),
    ...formatExcerpt('Right / 正', valid),
  ]
    .join('\n\n')
    .replaceAll(/\n\n- /g, '\n- ')
    .replaceAll(/^(## .*)\n- /gm, '$1\n\n- ')
    .concat('\n');
}

function formatExcerpt(label: string, excerpt: Excerpt | undefined): string[] {
  if (excerpt === undefined) return [];
  const { file, line, text } = excerpt;
  return [`${label} — \`${file}\`, line ${line}`, `~~~~text\n${text}\n~~~~`];
}

/** Lines after the first become a block of code below the list item: they are there to be pasted. */
function indentLines(text: string): string {
  const [first = '', ...rest] = text.split('\n');
  return rest.length === 0 ? first : [first, '', ...rest.map((line) => `      ${line}`)].join('\n');
}

/** The table of all codes for `src/lint/README.md`. */
export function formatCodeTable(rules: readonly Rule[]): string {
  const rows = rules.map(
    ({ code, severity, text }) =>
      `| [${code}](help/${code}.md) | ${severity} | ${text.en.title} | ${text.ja.title} |`,
  );
  return ['| Code | | English | 日本語 |', '|---|---|---|---|', ...rows].join('\n');
}
