import type { Rule } from '../rule.ts';

export const yamlDirective: Rule = {
  code: 'YML009',
  severity: 'error',
  kinds: ['yaml-directive'],
  text: {
    ja: {
      title: 'YAML の指示（%）は使えません',
      what: 'YAML の指示行があります。',
      why: '指示は読み方そのものを変えるため、受け付けません。',
      remedy: '% で始まる行を消してください。',
    },
    en: {
      title: 'Directive',
      what: 'Here stands a YAML directive.',
      why: 'Directives change how everything is read, so none are accepted.',
      remedy: 'Delete the line that begins with %.',
    },
  },
};
