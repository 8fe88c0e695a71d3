import { cpePattern } from '#domain/identifiers.ts';
import type { Rule } from '../rule.ts';

export const wrongCpe: Rule = {
  code: 'ADV029',
  severity: 'error',
  text: {
    ja: {
      title: 'CPE の形が違います',
      what: '「{cpe}」は CPE 2.3 の名前ではありません。',
      why: '製品の台帳と突き合わせる道具は、CPE の形が少しでも違うと製品を見つけられません。',
      remedy:
        '"cpe:2.3:a:vendor:product:*:*:*:*:*:*:*:*" のように、コロンで区切った 13 の部分をすべて書いてください。',
    },
    en: {
      title: 'Wrong CPE name',
      what: '“{cpe}” is no CPE 2.3 name.',
      why: 'Tools that compare advisories with an inventory find nothing by a name of another form.',
      remedy: 'Write all thirteen parts, as in "cpe:2.3:a:vendor:product:*:*:*:*:*:*:*:*".',
    },
  },
  *check({ advisories }) {
    for (const { file, facts } of advisories) {
      for (const [index, { cpe }] of facts.affected.entries()) {
        if (cpe !== undefined && !cpePattern.test(cpe))
          yield { file, path: ['affected', index, 'cpe'], params: { cpe } };
      }
    }
  },
};
