import { vendorSlugSchema } from '#domain/vendor.ts';
import type { Rule } from '../rule.ts';

export const vendorFileName: Rule = {
  code: 'VND002',
  severity: 'error',
  text: {
    ja: {
      title: 'ベンダのファイル名に使えない文字があります',
      what: 'ファイル名「{name}.yaml」は使えません。',
      why: 'ファイル名はベンダのページのアドレスになり、どの環境でも同じように読めなければなりません。',
      remedy:
        '半角の英小文字、数字、ハイフンだけの名前（80 文字以内）にしてください。例: example-vendor.yaml',
    },
    en: {
      title: 'File name that cannot be a vendor’s address',
      what: 'The file name “{name}.yaml” cannot be used.',
      why: 'The file name becomes the address of the vendor’s page and must read the same everywhere.',
      remedy:
        'Use lower-case letters, digits and single hyphens, 80 characters at most: example-vendor.yaml.',
    },
  },
  *check({ content }) {
    for (const { file, slug } of content.vendors) {
      if (!vendorSlugSchema.safeParse(slug).success) yield { file, params: { name: slug } };
    }
  },
};
