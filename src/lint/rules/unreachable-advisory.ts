import { nearest } from '#domain/nearest.ts';
import { isEmbargoed } from '../embargo.ts';
import type { LintContext } from '../lint-context.ts';
import type { Rule } from '../rule.ts';
import { listEntries } from '../unreachable-entries.ts';

export const unreachableAdvisory: Rule = {
  code: 'UNR006',
  severity: 'error',
  text: {
    ja: {
      title: '公表した情報が見つかりません',
      what: 'ここに書かれた識別子の、公表済みの情報がありません。⟦「{nearest}」のことですか。⟧',
      why: '一覧からその情報へのリンクを作れません。公開前の情報の番号は、公開できません。',
      remedy: '番号を直すか、その情報を公開してから stages に published を加えてください。',
    },
    en: {
      title: 'Published advisory that does not exist',
      what: 'No advisory with this identifier is published.⟦ Did you mean “{nearest}”?⟧',
      why: 'The list could not link to it; the identifier of an advisory under embargo must not be public.',
      remedy: 'Correct the identifier, or add stages.published when the advisory is public.',
    },
  },
  *check(context) {
    const published = publishedIds(context);
    for (const { file, facts } of listEntries(context.content)) {
      const id = facts.stages.published?.advisory;
      if (id === undefined || published.has(id)) continue;
      // What was written is not repeated: it may be under embargo, and logs may be public.
      const params = { nearest: nearest(id, [...published]) ?? '' };
      yield { file, path: ['stages', 'published', 'advisory'], params };
    }
  },
};

function publishedIds({ advisories, now }: LintContext): Set<string> {
  return new Set(advisories.flatMap(({ facts }) => (isEmbargoed(facts, now) ? [] : facts.id)));
}
