import { toEntrySlug } from '#domain/unreachable.ts';
import type { Rule } from '../rule.ts';
import { tellsWho } from '../unreachable-entries.ts';

export const unreachableFileName: Rule = {
  code: 'UNR010',
  severity: 'error',
  text: {
    ja: {
      title: '連絡不能開発者のファイルの名前が管理番号と違います',
      what: '管理番号「{number}」のファイルの名前は、{expected}.yaml ではありません。',
      why: 'ファイルの名前は検査の記録や履歴に残ります。開発者の名前が入っていると、掲載を終えた後も消えません。',
      remedy: 'ファイルの名前を {expected}.yaml に変えてください。',
    },
    en: {
      title: 'File of an unreachable developer not named after its number',
      what: 'The file of the number “{number}” is not called {expected}.yaml.',
      why: 'Names of files stay in logs and histories. One with a developer in it would remain after the entry has ended.',
      remedy: 'Rename the file to {expected}.yaml.',
    },
  },
  *check({ content }) {
    for (const { file, slug, facts } of content.unreachable) {
      // A number that tells who is meant has to change first.
      if (facts === undefined || tellsWho(facts, facts.number)) continue;
      const expected = toEntrySlug(facts.number);
      if (slug !== expected) yield { file, path: ['number'], params: { number: facts.number, expected } };
    }
  },
};
