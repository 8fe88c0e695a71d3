import type { VendorFacts } from '#domain/vendor.ts';
import type { Rule } from '../rule.ts';

export const duplicateVendorName: Rule = {
  code: 'VND001',
  severity: 'error',
  text: {
    ja: {
      title: '二つのベンダが同じ名前です',
      what: '「{name}」は vendors/{other}.yaml にもあります。',
      why: '一つのベンダが二つのページに分かれ、読者はその一方しか見つけられません。',
      remedy: '二つのファイルを一つにまとめるか、名前を区別できるように直してください。',
    },
    en: {
      title: 'Two vendors of one name',
      what: '“{name}” also stands in vendors/{other}.yaml.',
      why: 'One vendor would have two pages, and readers would find only one of them.',
      remedy: 'Merge the two files, or make the names distinct.',
    },
  },
  *check({ content }) {
    const owners = new Map<string, string>();
    for (const { file, slug, facts } of content.vendors) {
      if (facts === undefined) continue;
      for (const { name, path } of namesOf(facts)) {
        const key = name.normalize('NFKC').toLowerCase();
        const other = owners.get(key) ?? slug;
        if (other !== slug) yield { file, path, params: { name, other } };
        owners.set(key, other);
      }
    }
  },
};

function namesOf({ name, aliases }: VendorFacts): { name: string; path: (string | number)[] }[] {
  const names =
    typeof name === 'string'
      ? [{ name, path: ['name'] }]
      : Object.entries(name).map(([language, text]) => ({ name: text, path: ['name', language] }));
  return [...names, ...aliases.map((alias, index) => ({ name: alias, path: ['aliases', index] }))];
}
