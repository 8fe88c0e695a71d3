import type { Rule } from '../rule.ts';

export const translationWithoutOriginal: Rule = {
  code: 'TRN001',
  severity: 'error',
  text: {
    ja: {
      title: '翻訳の原文がありません',
      what: '原文「{original}」がありません。',
      why: '翻訳は言葉だけを持ち、事実はすべて原文から取られます。',
      remedy: '翻訳を原文と同じフォルダに置き、ファイル名を原文に合わせてください。',
    },
    en: {
      title: 'Translation of no original',
      what: 'There is no original “{original}”.',
      why: 'A translation holds words only; every fact comes from its original.',
      remedy: 'Put the translation into the folder of its original, with the same name before the language.',
    },
  },
  *check({ content }) {
    const originals = new Set(content.advisories.map(({ file }) => file));
    for (const { file, slug, yearFolder } of content.translations) {
      const original = `advisories/${yearFolder}/${slug}.md`;
      if (!originals.has(original)) yield { file, params: { original } };
    }
  },
};
