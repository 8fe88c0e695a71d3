import type { Rule } from '../rule.ts';

export const unreachableAnswered: Rule = {
  code: 'UNR001',
  severity: 'error',
  kinds: ['unreachable-answered'],
  text: {
    ja: {
      title: '回答のあった開発者の名前などが残っています',
      what: '回答があった日（answeredOn）のほかに、名前・読み・製品などが残っています。',
      why: '回答のあった開発者の名前は、どこにも残さない約束です。',
      remedy:
        'number と answeredOn のほかは消してください。掲載の件数を数えるための stages.listed は残せます。ファイルごと消すこともできます。',
    },
    en: {
      title: 'Name of a developer who answered',
      what: 'Beside the day of the answer (answeredOn) there are still a name, a reading or a product.',
      why: 'The name of a developer who answered must not stay anywhere.',
      remedy:
        'Keep number and answeredOn only, with stages.listed if entries are to be counted, or delete the file.',
    },
  },
};
