import type { ClockName } from '#domain/case-clock.ts';
import type { Turn, TurnReason } from '#domain/case-turn.ts';
import type { RefusalReason, Track } from '#domain/case.ts';
import type { EmbargoState } from '#domain/embargo.ts';
import { advisory } from '#i18n/ja/advisory.ts';
import { caseStates as states } from '#i18n/ja/case-states.ts';
import type { Channel } from '../answer.ts';
import type { VendorProgress } from '../case-record.ts';
import type { Act } from '../ledger/entry.ts';

const tracks: Record<Track, string> = { product: 'ソフトウェア製品', website: 'ウェブサイト' };

const refusals: Record<RefusalReason, string> = {
  'out-of-scope': '対象外',
  'already-public': 'すでに公になっている',
  duplicate: 'すでに届出がある',
  'not-a-vulnerability': '脆弱性ではない',
  insufficient: '情報が足りない',
  'unlawful-means': '違法な手段で得られた',
};

const embargoes: Record<EmbargoState, string> = {
  none: 'なし',
  proposed: '提案中',
  active: '合意済み',
  revise: '変更の提案中',
  exited: '終了',
};

const progress: Record<VendorProgress, string> = {
  unaware: '未連絡',
  notified: '連絡済み',
  acknowledged: '受領確認済み',
  answered: '回答済み',
  'fix-ready': '修正準備済み',
  'fix-deployed': '修正提供済み',
};

const channels: Record<Channel, string> = {
  github: 'GitHub',
  email: '電子メール',
  phone: '電話',
  portal: 'ポータル',
  meeting: '会議',
  public: '公開情報',
  file: 'ファイル',
};

/** What rooms and dashboards say, in Japanese. */
export const ja = {
  states,
  tracks,
  refusals,
  embargoes,
  progress,
  channels,
  /** The public words: rooms call a status as the site will. */
  statuses: advisory.statuses,
  clocks: {
    triage: '受理の判断',
    'publication-target': '公表の目標',
    'website-target': '修正の目標',
    'vendor-silence': '回答の督促',
    'reserved-id': '予約した識別番号',
    'one-year': '起算日から 1 年',
    'embargo-end': '公開制限の終わり',
    publication: '公表',
  } satisfies Record<ClockName, string>,
  acts: {
    received: '届出',
    moved: '状態',
    reserved: '識別番号',
    'room-chosen': '調整室の名前',
    'room-opened': '調整室の用意',
    'room-closed': '調整室の終了',
    'vendor-added': 'ベンダ',
    'vendor-notified': '連絡',
    answered: '回答',
    'source-removed': '回答のコメントの削除',
    'row-approved': '行の承認',
    'signed-off': '行の確認',
    held: '異議',
    released: '異議の取下げ',
    'text-approved': '文章の承認',
    embargo: '情報公開の制限',
    scheduled: '公表日時',
    'revision-planned': '改訂の予定',
    reminded: '督促',
    published: '公表',
    noted: '覚え書き',
  } satisfies Record<Act['act'], string>,
  whose: {
    coordinator: '調整機関',
    vendor: 'ベンダ',
    finder: '発見者',
    operator: '運営者',
    nobody: 'なし',
  } satisfies Record<Turn['who'], string>,
  turns: {
    triage: '受理か不受理を決める',
    open: '調整を始める',
    'contact-operator': '運営者に連絡する',
    'complete-report': '届出を補う',
    'find-vendors': '連絡するベンダを決める',
    notify: 'ベンダに連絡する',
    answer: '回答する',
    'review-answer': '回答を確認する',
    'sign-off': '行を確認する',
    'resolve-hold': '異議に対応する',
    judge: '公表の可否を判定する',
    schedule: '公表日を決める',
    publish: '公表する',
    close: '取扱いを終える',
    'name-contact': '担当者を知らせる',
    correct: '修正する',
    refused: '不受理',
    closed: '取扱終了',
  } satisfies Record<TurnReason, string>,
  sticky: {
    title: '調整の状況',
    vendor: 'ベンダ',
    shown: '掲載される回答',
    state: '状態',
    row: '行の番号',
    none: '—',
    pending: '新しい回答が届き、調整機関の確認を待っています',
    waitingFor: '回答を待っています',
    approved: '調整機関が確認しました',
    signedOff: 'ベンダが確認しました',
    held: '公表に異議があります',
    sourceRemoved: '元のコメントが削除されました',
    publishAt: (when: string) => `公表予定: ${when}`,
    publishedAt: (when: string) => `公表: ${when}`,
    noDate: '公表日は決まっていません',
    embargo: (state: string) => `情報公開の制限: ${state}`,
    sentences: (parts: readonly string[]) => parts.map((part) => `${part}。`).join(''),
    howTo:
      '回答の書き方: `/status 該当製品あり` または `/status 該当製品なし: 理由` を、コメントの独立した行に書いてください。`/help` で一覧が出ます。',
    outdated: 'このコメントは自動で更新されます。',
  },
  pull: {
    intro: 'この下書きは公表前の情報です。関係者の外に出さないでください。',
    shared: 'ここに書いたことは、この案件に参加しているすべてのベンダが読めます。',
    alone: 'ここに書いたことを読めるのは、調整機関と貴社だけです。',
    steps: [
      '受け取ったら、まず一言コメントしてください。',
      '結果が分かったら、コメントの独立した行に次のどれかを書いてください。',
    ],
    examples: [
      '/status 該当製品あり',
      '/status 該当製品なし: 影響を受ける機能を含みません',
      '/status fixed in 2.4.1',
    ],
    rest: [
      '後から別の回答を書くか、コメントを編集すれば、回答は変わります。',
      '表に載った行が正しければ `/approve`、公表日に異議があれば `/hold 理由` と書いてください。',
      '長い回答の書き方やその他は `/help` で分かります。',
    ],
  },
  published: (id: string, address: string) => `${id} を公表しました: ${address}`,
  reminder:
    'まだ回答をいただいていません。受け取ったこと、または調べた結果を、この下書きにコメントしてください。書き方は `/help` で分かります。',
  dashboard: {
    case: '案件',
    id: '識別番号',
    state: '状態',
    title: '件名',
    vendors: '回答',
    turn: '次に動く人',
    due: '次の期限',
    none: '—',
    empty: '取扱い中の案件はありません。',
    late: (days: number) => `${days} 日超過`,
    left: (days: number) => `あと ${days} 日`,
    held: '異議あり',
    pending: (count: number) => `未確認 ${count}`,
    broken: (code: string, problem: string) => `${code}: 台帳が壊れています(${problem})`,
  },
};
