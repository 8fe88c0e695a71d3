import type { Rule } from '../rule.ts';

export const directiveAttribute: Rule = {
  code: 'TXT025',
  severity: 'error',
  kinds: ['directive-attribute'],
  text: {
    ja: {
      title: '囲みに属性は書けません',
      what: '「:::{name}」に属性「{attribute}」は書けません。',
      why: '属性はページの HTML に入り込めるため、受け付けません。',
      remedy: '{ } の部分を消してください。',
    },
    en: {
      title: 'Directive with an attribute',
      what: '“:::{name}” takes no attribute, but “{attribute}” is given.',
      why: 'Attributes could reach the HTML of the page, so none are accepted.',
      remedy: 'Delete the part in { }.',
    },
  },
};
