import { parseAdvisoryId } from '#domain/advisory-id.ts';
import type { Rule } from '../rule.ts';

/** Identifiers that publishers give to their documents: `JVNVU#…`, `VU#…`, and words and numbers joined by hyphens. */
const foreignForms = [/^(?:JVN|JVNVU|JVNTA|VU)#\d{6,8}$/, /^(?=.*\d)[A-Z][A-Z0-9]*(?:-[A-Z0-9.:]+)+$/i];

export const unknownRelated: Rule = {
  code: 'ADV021',
  severity: 'error',
  text: {
    ja: {
      title: '関連する識別子が分かりません',
      what: '関連情報「{id}」は、知られている識別子の形ではありません。',
      why: 'ページは、関連情報へのリンクを識別子から作ります。',
      remedy:
        '「JVN#12345678」「CVE-2024-12345」のような識別子を書いてください。その他のリンクは references に書きます。',
    },
    en: {
      title: 'Related identifier of unknown form',
      what: 'The related identifier “{id}” is of no known form.',
      why: 'The page makes its links to related documents from their identifiers.',
      remedy:
        'Write an identifier such as “JVN#12345678” or “CVE-2024-12345”; other links belong in references.',
    },
  },
  isLocal: true,
  *check({ advisories, site }) {
    const families = site?.families ?? [];
    for (const { file, facts } of advisories) {
      for (const [index, id] of facts.related.entries()) {
        const known =
          parseAdvisoryId(id, families) !== undefined || foreignForms.some((form) => form.test(id));
        if (!known) yield { file, path: ['related', index], params: { id } };
      }
    }
  },
};
