import type { Rule } from '../rule.ts';

export const urgentWithoutReason: Rule = {
  code: 'ADV020',
  severity: 'error',
  text: {
    ja: {
      title: '緊急の理由がありません',
      what: 'urgent: true に理由がありません。',
      why: '「緊急」は CVSS の値ではなく編集上の判断です。読者には、なぜ今すぐなのかが必要です。',
      remedy: 'urgent: { reason: … } のように、攻撃の観測などの理由を書いてください。',
    },
    en: {
      title: 'Urgent without a reason',
      what: 'urgent: true gives no reason.',
      why: 'Urgent is an editorial judgement, not a CVSS level; readers need to know why they must act now.',
      remedy: 'Write urgent: { reason: … }, for example that attacks have been observed.',
    },
  },
  *check({ advisories }) {
    for (const { file, facts } of advisories) if (facts.urgent === true) yield { file, path: ['urgent'] };
  },
};
