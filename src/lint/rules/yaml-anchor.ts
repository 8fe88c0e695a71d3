import type { Rule } from '../rule.ts';

export const yamlAnchor: Rule = {
  code: 'YML007',
  severity: 'error',
  kinds: ['yaml-anchor'],
  text: {
    ja: {
      title: 'アンカー（&）は使えません',
      what: 'YAML のアンカー「{anchor}」があります。',
      why: 'アンカーはエイリアスのためのもので、どちらも受け付けません。',
      remedy: '& を消すか、& で始まる文を引用符で囲んでください。',
    },
    en: {
      title: 'Anchor',
      what: 'Here stands the YAML anchor “{anchor}”.',
      why: 'Anchors serve aliases, and neither is accepted.',
      remedy: 'Delete it, or put a text that begins with & in quotes.',
    },
  },
};
