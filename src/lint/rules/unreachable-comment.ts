import { positionsOf } from '../locate.ts';
import type { Rule } from '../rule.ts';

export const unreachableComment: Rule = {
  code: 'UNR012',
  severity: 'warning',
  text: {
    ja: {
      title: '回答のあった開発者のファイルにコメントがあります',
      what: 'ここにコメントがあります。',
      why: '検査はコメントの意味を読めません。名前や製品が書かれていると、回答の後もファイルに残ります。',
      remedy: 'コメントを消してください。',
    },
    en: {
      title: 'Comment in the entry of a developer who answered',
      what: 'Here stands a comment.',
      why: 'The check cannot tell whether it names the developer or the product, which must not stay in the file.',
      remedy: 'Delete the comment.',
    },
  },
  *check({ content }) {
    for (const { file, facts } of content.unreachable) {
      if (facts?.answeredOn === undefined) continue;
      for (const comment of positionsOf(content.source(file)).comments())
        if (!FOR_EDITORS.test(comment.text)) yield { file, place: comment };
    }
  },
};

/** Tells an editor which schema describes the file. */
const FOR_EDITORS = /^#\s*yaml-language-server: \$schema=\S+$/;
