import type { Rule } from '../rule.ts';

export const yamlMultipleDocuments: Rule = {
  code: 'YML010',
  severity: 'error',
  kinds: ['yaml-multiple-documents'],
  text: {
    ja: {
      title: 'YAML の文書が二つあります',
      what: '一つのファイルに二つ目の YAML 文書があります。',
      why: '二つ目の文書は読まれません。',
      remedy: '区切りの --- を消すか、ファイルを分けてください。',
    },
    en: {
      title: 'Two YAML documents',
      what: 'A second YAML document begins here.',
      why: 'It would not be read.',
      remedy: 'Delete the --- between them, or make two files.',
    },
  },
};
