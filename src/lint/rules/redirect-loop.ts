import type { Rule } from '../rule.ts';

export const redirectLoop: Rule = {
  code: 'RDR002',
  severity: 'error',
  text: {
    ja: {
      title: '転送が循環しています',
      what: '「{from}」からの転送は、たどると自分に戻ります。',
      why: '読者のブラウザは転送を繰り返し、どのページにも着きません。',
      remedy: 'to を、実際にあるページに直してください。',
    },
    en: {
      title: 'Redirects in a circle',
      what: 'The redirect from “{from}” leads back to itself.',
      why: 'A reader’s browser would go round and arrive at no page.',
      remedy: 'Correct to so that it names a page that exists.',
    },
  },
  *check({ content }) {
    const targets = new Map(content.redirects.map(({ from, to }) => [from, to]));
    for (const { from, to } of content.redirects) {
      if (leadsTo(from, to, targets)) yield { file: 'redirects.yaml', path: [from], params: { from } };
    }
  },
};

function leadsTo(from: string, to: string, targets: ReadonlyMap<string, string>): boolean {
  const seen = new Set<string>();
  let address: string | undefined = to;
  while (address !== undefined && !seen.has(address)) {
    if (address === from) return true;
    seen.add(address);
    address = targets.get(address);
  }
  return false;
}
