import type { Rule } from '../rule.ts';

export const collidingImages: Rule = {
  code: 'TXT037',
  severity: 'error',
  text: {
    ja: {
      title: '二つの画像が同じアドレスになります',
      what: '画像「{file}」は、「{other}」と同じアドレスで公開されます。',
      why: '一つのアドレスで答えられる画像は一つだけです。大文字と小文字を区別しないサーバもあります。',
      remedy: '一方の名前を変え、本文のパスも直してください。',
    },
    en: {
      title: 'Two images at one address',
      what: 'The image “{file}” would be published at the same address as “{other}”.',
      why: 'One address answers with one image, and some servers do not tell capitals from small letters.',
      remedy: 'Rename one of them, in the text as well.',
    },
  },
  *check({ content }) {
    const taken = new Map<string, string>();
    for (const { file, slug, name } of content.images) {
      const address = `${slug}/${name}`.toLowerCase();
      const other = taken.get(address);
      if (other === undefined) taken.set(address, file);
      else yield { file, params: { file, other } };
    }
  },
};
