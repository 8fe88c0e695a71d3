import type { RenderedBody } from '#markdown/rendered-body.ts';
import type { AdvisoryFacts } from '#domain/advisory.ts';
import { tellsToStop } from '#domain/solution-action.ts';
import type { Rule } from '../rule.ts';

export const judgementWithoutStop: Rule = {
  code: 'ADV030',
  severity: 'error',
  text: {
    ja: {
      title: '公表判定を経た情報に、使用停止の対策がありません',
      what: '公表判定（judgement）を経て公表した情報ですが、対策方法に製品の使用停止がありません。',
      why: '開発者と調整できていないので、修正を待つことはできません。利用者が自分で身を守る方法が必要です。',
      remedy: '対策方法に「製品の使用を停止する」ことを書いてください。',
    },
    en: {
      title: 'Published after judgement without “stop using it”',
      what: 'It was published after a judgement, but its solution does not tell readers to stop using the product.',
      why: 'The developer could not be coordinated with, so readers cannot wait for a fix.',
      remedy: 'Say in the solution that readers should consider to stop using the product.',
    },
  },
  *check({ advisories, translations }) {
    const judged = new Set<string>();
    for (const { file, slug, facts, body } of advisories) {
      if (facts.judgement === undefined || facts.state === 'withdrawn' || hasFix(facts)) continue;
      judged.add(slug);
      if (!saysStop(body)) yield { file, path: ['judgement'], at: 'key' };
    }
    for (const { file, slug, body } of translations)
      if (judged.has(slug) && !saysStop(body)) yield { file, path: ['title'], at: 'key' };
  },
};

/** A developer who came forward later and fixed the product: then readers are told to update. */
function hasFix({ affected, timeline }: AdvisoryFacts): boolean {
  return (
    timeline.some(({ event }) => event === 'fix-released') || affected.some(({ fixed }) => fixed.length > 0)
  );
}

/** Prose that could not be read is told elsewhere. */
function saysStop(body: RenderedBody | undefined): boolean {
  if (body === undefined) return true;
  return body.sections.some(({ id, text }) => id === 'solution' && tellsToStop(text));
}
