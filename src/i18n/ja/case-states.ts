import type { CaseState } from '#domain/case.ts';

/** What the states of a case are called in Japanese: in guides, in rooms and on dashboards. */
export const caseStates: Record<CaseState, string> = {
  received: '届出受付',
  accepted: '受理',
  refused: '不受理',
  coordinating: '調整中',
  scheduled: '公表日決定',
  published: '公表済み',
  'not-a-vulnerability': '脆弱性ではない',
  'individually-handled': '個別対応',
  uncoordinatable: '調整不能',
  judged: '公表判定済み',
  'operator-contacted': '運営者に連絡済み',
  'details-sent': '詳細情報送付済み',
  corrected: '修正完了',
  'page-removed': '当該ページを削除',
  mitigated: '運用で回避',
  unreachable: '連絡不可能',
  closed: '取扱終了',
};
