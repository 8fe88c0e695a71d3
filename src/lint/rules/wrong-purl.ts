import { purlPattern } from '#domain/identifiers.ts';
import type { Rule } from '../rule.ts';

export const wrongPurl: Rule = {
  code: 'ADV030',
  severity: 'error',
  text: {
    ja: {
      title: 'purl の形が違います',
      what: '「{purl}」は package URL ではありません。',
      why: 'ソフトウェア部品表と突き合わせる道具は、purl でパッケージを見つけます。',
      remedy: '"pkg:npm/%40scope/name" や "pkg:pypi/name" のように書いてください。',
    },
    en: {
      title: 'Wrong package URL',
      what: '“{purl}” is no package URL.',
      why: 'Tools that compare advisories with a bill of materials find packages by it.',
      remedy: 'Write it like "pkg:npm/%40scope/name" or "pkg:pypi/name".',
    },
  },
  *check({ advisories }) {
    for (const { file, facts } of advisories) {
      for (const [index, { purl }] of facts.affected.entries()) {
        if (purl === undefined || purlPattern.test(purl)) continue;
        yield { file, path: ['affected', index, 'purl'], params: { purl } };
      }
    }
  },
};
