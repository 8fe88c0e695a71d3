import type { Rule } from '../rule.ts';

export const missingImage: Rule = {
  code: 'TXT007',
  severity: 'error',
  text: {
    ja: {
      title: '画像のファイルがありません',
      what: '画像「{image}」がありません。',
      why: 'ページに画像が表示されません。',
      remedy: '画像を「advisories/<年>/{image}」に置くか、本文のパスを直してください。',
    },
    en: {
      title: 'Missing image',
      what: 'There is no image “{image}”.',
      why: 'The page would show a gap.',
      remedy: 'Put the image at “advisories/<year>/{image}”, or correct the path in the prose.',
    },
  },
  *check({ content }) {
    const known = new Set(content.images.map(({ file }) => file));
    for (const { file, slug, yearFolder, body } of [...content.advisories, ...content.translations]) {
      for (const picture of body?.images ?? []) {
        const image = `${slug}/${picture.path}`;
        if (!known.has(`advisories/${yearFolder}/${image}`))
          yield { file, place: picture, params: { image } };
      }
    }
  },
};
