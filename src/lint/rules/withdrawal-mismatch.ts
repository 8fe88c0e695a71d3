import type { Rule } from '../rule.ts';

export const withdrawalMismatch: Rule = {
  code: 'ADV026',
  severity: 'error',
  kinds: ['withdrawal-mismatch'],
  text: {
    ja: {
      title: '撤回の記述がそろっていません',
      what: 'state: withdrawn と withdrawal: { at, reason } は、必ず両方を書きます。',
      why: '撤回したページは残り、いつ、なぜ撤回したのかを読者に伝えます。',
      remedy: '撤回なら両方を書き、そうでなければ両方を消してください。',
    },
    en: {
      title: 'Incomplete withdrawal',
      what: 'state: withdrawn and withdrawal: { at, reason } belong together.',
      why: 'The page of a withdrawn advisory stays and tells its readers when and why it was withdrawn.',
      remedy: 'Write both for a withdrawal, and neither otherwise.',
    },
  },
};
