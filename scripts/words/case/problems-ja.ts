import type { HostProblem } from '../../host/host.ts';
import type { CaseProblem } from '../../case/case-error.ts';
import { coordinationWords } from '#coordination/words/words.ts';
import type { CaseState } from '#domain/case.ts';

type Params = Readonly<Record<string, string>>;

const { states } = coordinationWords('ja');
const named = (text = ''): string =>
  text
    .split(', ')
    .filter((state) => state !== '')
    .map((state) => `${state}(${states[state as CaseState]})`)
    .join('、');
const meant = (nearest = ''): string => (nearest === '' ? '' : ` もしかして: ${nearest}`);

/** Why a verb cannot go on, in Japanese. */
export const problems: Record<CaseProblem, (params: Params) => string> = {
  'no-hub': () => 'ハブが分かりません。--hub owner/name または環境変数 KAIRAN_HUB で指定してください。',
  'no-token': () =>
    'GitHub に入る手段がありません。GITHUB_TOKEN、または KAIRAN_APP_ID、KAIRAN_APP_KEY、KAIRAN_APP_INSTALLATION を設定してください。GitHub を使わないときは --offline を付けます。',
  'no-actor': () => 'だれとして作業するかが分かりません。--as login または KAIRAN_ACTOR で指定してください。',
  'hub-missing': ({ repo }) =>
    `ハブ ${repo} がないか、見る権限がありません。名前を確かめるか、npm run case -- init で作ってください。`,
  'hub-broken': ({ repo, problems: lines }) => `ハブ ${repo} の設定に誤りがあります:\n${lines}`,
  'hub-exists': ({ repo }) => `${repo} はすでにあります。何も変えていません。`,
  'site-broken': ({ file }) => `${file} に誤りがあります。npm run check で確かめてください。`,
  'not-a-coordinator': ({ login, repo }) =>
    `${login} は調整担当者ではありません。ハブ ${repo} の hub.yaml の coordinators に加えてもらってください。`,
  'unknown-case': ({ code, nearest }) =>
    `案件 ${code} はありません。${meant(nearest)} 一覧: npm run case -- list`,
  'ledger-broken': ({ code, problem }) =>
    `案件 ${code} の台帳が壊れています: ${problem}\nハブの履歴から正しい版に戻してください。それまでこの案件は変えられません。`,
  overtaken: ({ code }) =>
    `同時にほかの人が案件 ${code} を変えたため、この操作はもうできません。npm run case -- show ${code} で確かめてください。何も記録していません。`,
  unfit: ({ code, part, why }) =>
    `案件 ${code} に「${part}」をこのまま記録することはできません: ${why}。何も記録していません。`,
  'wrong-state': ({ code, state, allowed }) =>
    `案件 ${code} は「${named(state)}」です。この操作ができるのは次の状態のときです: ${named(allowed)}`,
  'impossible-move': ({ code, state, to, possible }) =>
    `案件 ${code} は「${named(state)}」から「${named(to)}」には移れません。移れるのは: ${named(possible) || 'なし'}`,
  'own-verb': ({ code, to, verb }) =>
    `案件 ${code} を「${named(to)}」にするには、npm run case -- ${verb} ${code} を使ってください。`,
  'wrong-track': ({ code }) =>
    `案件 ${code} はウェブサイトの案件です。調整室も公表もありません。npm run case -- move ${code} <状態> で進めてください。`,
  'unknown-value': ({ flag, value, nearest, choices }) =>
    `${flag} の値「${value}」は使えません。${meant(nearest)}${choices === '' ? '' : ` 使えるもの: ${choices}`}`,
  'unknown-vendor': ({ vendor, nearest }) =>
    `ベンダ ${vendor} はハブにありません。${meant(nearest)} vendors/${vendor}.yaml を作ってください。`,
  'not-in-case': ({ code, vendor, nearest }) =>
    `ベンダ ${vendor} は案件 ${code} に参加していません。${meant(nearest)} 加えるには npm run case -- open ${code} --vendor ${vendor}`,
  'no-answer': ({ code, vendor }) => `案件 ${code} に ${vendor} の回答はまだありません。`,
  'row-mismatch': ({ vendor, row, asked }) =>
    `${vendor} の回答は変わっています。いまの行は ${row} で、${asked} ではありません。内容を確かめてから承認してください。`,
  'no-room': ({ code }) =>
    `案件 ${code} に調整室がありません。npm run case -- open ${code} で作ってください。`,
  'no-draft': ({ code }) =>
    `案件 ${code} の調整室に advisory.md がありません。下書きのブランチを確かめてください。`,
  'draft-broken': ({ code, problems: lines }) =>
    `案件 ${code} の下書きは公開できません:\n${lines}\n下書きを直してください。`,
  'text-broken': ({ code }) => `案件 ${code} の文章ではサイトを作れません。上の指摘を直してください。`,
  'text-mismatch': ({ code, asked, hash }) =>
    `案件 ${code} の文章はいま ${hash} で、${asked} ではありません。npm run case -- approve ${code} で文章を確かめ、表示された番号(8 桁以上)で承認してください。`,
  'site-refuses': ({ code, findings }) => `案件 ${code} の文章は、サイトの検査を通りません:\n${findings}`,
  'site-differs': ({ path, repo }) =>
    `${repo} の ${path} は、前に公開したものと違います。だれかが公開の場で直したようです。その変更を調整室の下書きに取り入れてから、もう一度行ってください。`,
  'no-recipients': ({ recipient = '' }) =>
    recipient !== ''
      ? `hub.yaml の recipients にある ${recipient} は age の公開鍵ではありません。何も保管していません。`
      : '原本を暗号化する相手がありません。hub.yaml の recipients に age の公開鍵を書いてください。何も保管していません。',
  'unreadable-file': ({ file, message }) => `${file} が読めません。${message}`,
  'nothing-to-take': () => '届出がありません。',
  past: ({ at, now }) => `${at} はもう過ぎています(いまは ${now})。これからの日時を指定してください。`,
  'no-instant': ({ flag, value }) =>
    `${flag} には時差を付けた日時を書いてください。例: 2026-12-18T14:00:00+09:00(書かれたもの: ${value})`,
  'no-day': ({ flag, value }) => `${flag} には日付を書いてください。例: 2026-11-20(書かれたもの: ${value})`,
  'no-quarter': ({ value }) => `「${value}」は四半期ではありません。2026-Q3 のように書いてください。`,
  'quarter-to-come': ({ quarter, today }) => `${quarter} はまだ始まっていません(今日は ${today})。`,
  'statistics-differ': ({ file, text }) =>
    `${file} の内容は、ハブから数えたものと違います:\n${text}ハブの数が正しいときは、--replace を付けてもう一度実行してください。何も変えていません。`,
  held: ({ code, vendors }) =>
    `案件 ${code} の公表に異議があります:\n${vendors}\n話し合いの後、/release を書いてもらうか、--despite-hold を付けて進めてください。`,
  approvals: ({ code, hash, have, need, by, outdated }) =>
    `案件 ${code} の文章 ${hash} の承認は ${need} 人必要ですが、${have} 人です${by === '' ? '' : `(${by})`}。${outdated === '' ? '' : `前の文章への承認は数えません: ${outdated}。`}npm run case -- approve ${code} で確かめて承認してください。`,
  'not-due': ({ code, at, now }) =>
    `案件 ${code} の公表は ${at} です(いまは ${now})。それより前には公開しません。`,
  'nothing-planned': ({ code, state }) =>
    `案件 ${code}(${named(state)})に、公開する予定のものはありません。npm run case -- schedule、correct、withdraw のどれかで決めてください。`,
  'revision-waits': ({ code, at }) =>
    `案件 ${code} には ${at} の改訂がまだ公開されずに残っています。先に npm run case -- publish ${code} を行ってください。`,
  leak: ({ code, places }) =>
    `案件 ${code} の文章に、公開してはならない言葉があります。何も公開していません:\n${places}`,
  'no-random-id': ({ family, pattern }) =>
    `${family} の識別番号を選べませんでした(形: ${pattern})。--id で指定してください。`,
  'id-taken': ({ id }) => `識別番号 ${id} は使われています。`,
  'wrong-id': ({ id }) => `${id} は site.yaml のどの種別の形にも合いません。`,
  'embargo-act': ({ state, does, code }) =>
    `案件 ${code} の情報公開の制限は「${state}」なので、${does} はできません。`,
  'missing-flag': ({ flag }) => `${flag} が要ります。`,
  'offline-only': ({ verb }) =>
    `${verb} は --offline のときだけ使えます。GitHub ではプルリクエストのページで書いてください。`,
  'room-broken': ({ repo, file }) =>
    `${repo} の ${file} がないか、壊れています。npm run case -- open で作り直せます。`,
  'no-engine': () =>
    'ワークフローで使うエンジンのコミットが分かりません。git のある作業ツリーで行うか、hub.yaml の engine に owner/name@コミット を書いてください。',
  'not-private': ({ repo }) =>
    `${repo} は公開リポジトリです。案件に関するものは何も置けません。非公開にするか、hub.yaml で別のリポジトリを指定してください。`,
  'not-verified': ({ path, repo }) =>
    `${repo} に ${path} が承認されたとおりに載っていません。プルリクエストを確かめてから、もう一度行ってください。`,
};

const again = '同じコマンドをもう一度実行してください。';

/** Why a host did not do what was asked, in Japanese. */
export const host: Record<HostProblem, (asked: string, until: string) => string> = {
  unauthorised: (asked) =>
    `認証されませんでした(${asked})。トークンが誤っているか、期限が切れています。新しいものを設定して、${again}`,
  forbidden: (asked) =>
    `この操作をする権限がありません(${asked})。アプリやトークンの権限を確かめてください。`,
  missing: (asked) => `見つからないか、見る権限がありません(${asked})。`,
  conflict: (asked) => `同時にほかの人が変更しました(${asked})。${again}`,
  refused: (asked) => `受け付けられませんでした(${asked})。`,
  limited: (asked, until) =>
    `要求の数の上限に達しました(${asked})。${until === '' ? 'しばらく待って' : `${until} を過ぎてから`}、${again}`,
  unavailable: (asked) =>
    `相手の側の障害です(${asked})。行われたかどうかは分かりません。${again}行われていれば、二重にはなりません。`,
  unreachable: (asked) => `接続できません(${asked})。ネットワークを確かめて、${again}`,
};
