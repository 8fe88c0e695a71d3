import type { AdvisoryFile, TranslationFile } from '#catalog/content.ts';
import { isEmbargoed } from '../embargo.ts';
import type { LintContext } from '../lint-context.ts';
import { factText } from '../may-hold.ts';
import type { Rule, Spot } from '../rule.ts';

export const embargoTold: Rule = {
  code: 'TXT009',
  severity: 'error',
  text: {
    ja: {
      title: '公開前の情報の識別子が公開されます',
      what: '公開前の「{id}」が、公開される文やアドレスにあります。',
      why: '識別子だけでも、まだ知られていない脆弱性があることを読者に知らせてしまいます。',
      remedy:
        'この文を公開日時まで取り除いてください。関連情報として挙げるだけなら related に書けば、公開日時まで表示されません。',
    },
    en: {
      title: 'Advisory under embargo named in public',
      what: '“{id}” is under embargo and stands in a text or an address that is public.',
      why: 'The identifier alone tells readers that there is a vulnerability nobody knows of yet.',
      remedy:
        'Take it out until that advisory is published. An entry of related may stay: it is not shown before that moment.',
    },
  },
  *check(context) {
    const embargoed = context.advisories.filter(({ facts }) => isEmbargoed(facts, context.now));
    if (embargoed.length === 0) return;
    const pattern = patternOf(embargoed.flatMap(({ facts, slug }) => [facts.id, slug]));
    for (const file of [...context.content.advisories, ...context.content.translations]) {
      const original = context.advisoryBySlug.get(file.slug);
      if (original !== undefined && !isKept(original, context)) yield* findIn(file, pattern, context);
    }
    for (const { from, to } of context.content.redirects) {
      const [id] = pattern.exec(from + to) ?? [];
      if (id !== undefined) yield { file: 'redirects.yaml', path: [from], params: { id } };
    }
  },
};

function isKept({ facts }: AdvisoryFile, { now }: LintContext): boolean {
  return facts !== undefined && isEmbargoed(facts, now);
}

/** Any of the identifiers, not as a part of a longer word. */
function patternOf(identifiers: readonly string[]): RegExp {
  const literals = identifiers.map((id) => id.replaceAll(/[^A-Za-z0-9]/g, String.raw`\$&`));
  return new RegExp(`(?<![A-Za-z0-9])(?:${literals.join('|')})(?![A-Za-z0-9])`);
}

function* findIn(
  file: AdvisoryFile | TranslationFile,
  pattern: RegExp,
  context: LintContext,
): Iterable<Spot> {
  const section = file.body?.sections.find(({ heading, html }) => pattern.test(`${heading}\n${html}`));
  if (section !== undefined) {
    const [id = ''] = pattern.exec(`${section.heading}\n${section.html}`) ?? [];
    const lines = context.content.source(file.file).split('\n');
    const line = lines.findIndex((text, index) => index + 1 >= section.line && pattern.test(text)) + 1;
    yield { file: file.file, place: { line: Math.max(line, section.line), column: 1 }, params: { id } };
  }
  const [id] = pattern.exec(publicFacts(file)) ?? [];
  if (id !== undefined) yield { file: file.file, path: [], params: { id } };
}

/** Related identifiers are left out: no page shows one before its time. */
function publicFacts(file: AdvisoryFile | TranslationFile): string {
  if (file.kind === 'translation' || file.facts === undefined) return factText(file) ?? '';
  return factText({ ...file, facts: { ...file.facts, related: [] } }) ?? '';
}
