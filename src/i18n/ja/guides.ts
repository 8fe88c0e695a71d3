import type { CaseState, Track } from '#domain/case.ts';
import type { SectionId } from '#domain/section.ts';
import type { Timer } from '#domain/timers.ts';
import { caseStates } from './case-states.ts';

const stateMeanings: Record<CaseState, string> = {
  received: '届出が届きました。受け取ったことを発見者に知らせ、受理するかどうかを判断します。',
  accepted: '取り扱うことと、製品とウェブサイトのどちらとして扱うかが決まりました。',
  refused: '理由を示して、取り扱わないことにしました。不足が補われたときは、もう一度判断します。',
  coordinating: '製品開発者に知らせ、影響の有無、対策、公開する日時を相談しています。',
  scheduled: '公開する日時が決まりました。公開する文章を、関係者が確かめています。',
  published: '対策とベンダの対応状況を、脆弱性情報として公開しました。',
  'not-a-vulnerability': '調べた結果、脆弱性ではないと分かりました。公開しません。',
  'individually-handled': '開発者が、すべての利用者に個別に知らせました。公開しません。',
  uncoordinatable: '開発者と連絡が取れないか、調整を続けることができません。',
  judged: '開発者の対応がないまま公開するかどうかを判定しました。',
  'operator-contacted': '知らせるべき相手を、運営者に尋ねました。詳細はまだ伝えていません。',
  'details-sent': '示された担当者に詳細を伝え、修正を依頼しました。',
  corrected: '運営者がウェブアプリケーションを修正し、終わったことを知らせました。',
  'page-removed': '運営者が、問題のあるページを削除しました。',
  mitigated: '運営者が、運用の方法を変えて問題を避けています。',
  unreachable: '運営者から返事がありません。',
  closed: 'するべきことは残っていません。',
};

const sectionMeanings: Record<SectionId | 'timeline', string> = {
  overview: 'どのような脆弱性かを短く示します。',
  affected: '影響を受ける製品とバージョンです。修正バージョンが分かる場合は、あわせて示します。',
  solution: 'アップデート、パッチの適用、ワークアラウンド (回避策)、使用の停止など、取るべき行動です。',
  impact: '悪用された場合に起きることです。',
  details: '製品のどこに問題があるかと、脆弱性ごとの CVE 番号、種類 (CWE)、深刻度 (CVSS) です。',
  vendors: 'ベンダごとの対応状況、回答の文章、告知ページです。',
  addendum: '調整機関からの補足です。悪用の有無などを記します。',
  analysis: '調整機関による分析です。CVSS をだれが評価したかも記します。',
  references: 'ほかの機関の情報です。',
  credits: '届出の経路と、脆弱性を見つけた方や報告した方です。名前は、掲載を希望した方だけを示します。',
  related: '同じ脆弱性や製品にかかわる、ほかの脆弱性情報や文書の番号です。',
  timeline: '公開や悪用の確認など、脆弱性をめぐる出来事の日付です。',
  history: 'いつ、何を変えたかの記録です。',
};

const bannerMeanings = {
  withdrawn: '誤って公開されたなどの理由で撤回された情報です。理由と日時を残し、対策の根拠にはできません。',
  urgent: 'いますぐ対応してほしいと、調整機関が判断したものです。理由を添えて示します。',
  attacked: '悪用した攻撃が確認されています。確認された日を示します。',
  judged:
    '開発者と調整できなかったため、判定を経て公開したものです。対策方法には、使用の停止を含めて示します。',
  noSolution: '修正版が記載されていません。回避策も示されていないか、使用の停止が勧められています。',
};

const timeLimits: Record<Timer, { what: string; from: string }> = {
  triageDays: { what: '受理の判断', from: '届出を受け付けた日' },
  publicationTargetDays: { what: '製品の脆弱性の公開', from: '調整を始めた日' },
  websiteTargetDays: { what: 'ウェブサイトの修正', from: '調整を始めた日' },
  vendorSilenceDays: { what: '返事のない開発者への再連絡', from: '最後に連絡した日' },
  reservedIdDays: { what: '公開日の決まらない案件の、予約した番号の見直し', from: '調整を始めた日' },
  unreachableStageDays: { what: '連絡不能開発者一覧での、次の段階', from: '今の段階に進んだ日' },
  unreachableRemovalDays: { what: '回答した開発者を一覧から外すこと', from: '本人と確認した日' },
  urgentDays: { what: 'すべてのページに出る緊急のお知らせ', from: '緊急と知らせた日' },
};

const captions: Record<Track, string> = {
  product: 'ソフトウェア製品の案件の状態と進み方',
  website: 'ウェブサイトの案件の状態と進み方',
};

/** What guides say where their text is drawn from the rules of the engine, in Japanese. */
export const guides = {
  states: caseStates,
  stateMeanings,
  sectionMeanings,
  section: '項目',
  sections: '脆弱性情報の項目と内容',
  banners: {
    caption: '題名の下に出るお知らせと意味',
    notice: 'お知らせ',
    meanings: bannerMeanings,
  },
  timeLimits: {
    caption: 'このサイトの期限',
    what: '期限',
    length: '長さ',
    from: '数え始める日',
    rows: timeLimits,
  },
  captions,
  /** Before the states to which a case may go instead of the next one in the figure. */
  instead: '次に進まない場合:',
  beside: '図の本筋にない状態',
  then: (states: readonly string[]) => `その後: ${states.join('または')}`,
  /** Targets; times are words such as “45日”. */
  within: (time: string) => `目安: ${time}以内`,
  fromStart: (time: string) => `目安: 調整を始めた日から${time}`,
};
