import type { Rule } from '../rule.ts';

export const unknownKey: Rule = {
  code: 'SCH001',
  severity: 'error',
  kinds: ['schema-unknown-key'],
  text: {
    ja: {
      title: '知らないキーです',
      what: 'キー「{key}」は使えません。⟦「{nearest}」のことですか。⟧',
      why: '知らないキーを見過ごすと、書いたつもりの事実が公開されません。',
      remedy: 'キーを直すか消してください。⟦ここで使えるキー: {known}。⟧',
    },
    en: {
      title: 'Unknown key',
      what: 'The key “{key}” is not known here.⟦ Did you mean “{nearest}”?⟧',
      why: 'If unknown keys were passed over, facts that somebody wrote would never be published.',
      remedy: 'Correct or delete it.⟦ Known keys: {known}.⟧',
    },
  },
};
