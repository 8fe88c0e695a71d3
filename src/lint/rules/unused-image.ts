import type { Rule } from '../rule.ts';

export const unusedImage: Rule = {
  code: 'TXT036',
  severity: 'warning',
  text: {
    ja: {
      title: '使われていない画像です',
      what: '画像「{image}」は、どの本文にも使われていません。',
      why: '公開時刻が来ると、使われていない画像も公開されます。公開するつもりのない画像かもしれません。',
      remedy: '画像を消すか、本文で `![画像の説明]({image})` と書いて使ってください。',
    },
    en: {
      title: 'Unused image',
      what: 'No text uses the image “{image}”.',
      why: 'An image is published with its advisory even when no text shows it; this one may not be meant for the public.',
      remedy: 'Delete the image, or show it in the text with `![what it shows]({image})`.',
    },
  },
  *check({ content }) {
    const used = new Set(
      [...content.advisories, ...content.translations].flatMap(({ yearFolder, slug, body }) =>
        (body?.images ?? []).map(({ path }) => `${yearFolder}/${slug}/${path}`),
      ),
    );
    for (const { file, yearFolder, slug, name } of content.images) {
      const image = `${slug}/${name}`;
      if (!used.has(`${yearFolder}/${image}`)) yield { file, params: { image } };
    }
  },
};
