import type { Rule } from '../rule.ts';

export const yamlSyntax: Rule = {
  code: 'YML001',
  severity: 'error',
  kinds: ['yaml-syntax'],
  text: {
    ja: {
      title: 'YAML として読めません',
      what: 'YAML として読めません（{code}⟦: {detail}⟧）。',
      why: 'このままでは、ファイルの事実が一つも読めません。',
      remedy: 'この行と一つ前の行の字下げ、引用符、コロン、括弧の対応を確かめてください。',
    },
    en: {
      title: 'Broken YAML',
      what: 'The YAML cannot be read ({code}⟦: {detail}⟧).',
      why: 'As it is, no fact of the file can be read.',
      remedy:
        'Look at the indentation, the quotes, the colons and the brackets of this line and the one before.',
    },
  },
};
