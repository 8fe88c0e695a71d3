import { compareInstants } from '#domain/dates.ts';
import type { Rule } from '../rule.ts';

export const vanishedAdvisory: Rule = {
  code: 'REV003',
  severity: 'error',
  text: {
    ja: {
      title: '公開済みの情報が消えています',
      what: '公開済みの「{id}」のファイルがありません。',
      why: '読者のリンクが切れ、なぜ消えたのかを誰も知ることができません。',
      remedy: 'ファイルを元に戻し、state: withdrawn と withdrawal: { at, reason } を書いてください。',
    },
    en: {
      title: 'Published advisory that is gone',
      what: 'The published advisory “{id}” has no file any more.',
      why: 'Links of readers break, and nobody learns why it is gone.',
      remedy: 'Put the file back and write state: withdrawn with withdrawal: { at, reason }.',
    },
  },
  *check({ content, advisories, base, now }) {
    const files = new Set(content.advisories.map(({ file }) => file));
    const ids = new Set(advisories.map(({ facts }) => facts.id));
    for (const [file, { facts }] of base ?? []) {
      if (files.has(file) || ids.has(facts.id) || compareInstants(facts.publishedAt, now) > 0) continue;
      yield { file, params: { id: facts.id } };
    }
  },
};
