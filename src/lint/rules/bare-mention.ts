import type { Rule } from '../rule.ts';

export const bareMention: Rule = {
  code: 'TXT004',
  severity: 'error',
  text: {
    ja: {
      title: '本文に @ で始まる名前があります',
      what: '「{mention}」は GitHub 上で、その名前の利用者への通知になります。',
      why: 'プルリクエストに表示されるたびに、無関係な人に通知が届きます。',
      remedy: '@ を取るか、`{mention}` のようにコードとして書いてください。',
    },
    en: {
      title: 'Bare @mention',
      what: '“{mention}” notifies the user of that name on GitHub.',
      why: 'Whenever the text is shown in a pull request, somebody unconcerned is called.',
      remedy: 'Take the @ away, or write it as code: `{mention}`.',
    },
  },
  *check({ content }) {
    for (const { file, body } of [...content.advisories, ...content.translations]) {
      for (const mention of body?.mentions ?? []) {
        if (mention.kind === 'account') yield { file, place: mention, params: { mention: mention.text } };
      }
    }
  },
};
