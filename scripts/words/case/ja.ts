import type { CaseRecord, RecordedAnswer } from '#coordination/case-record.ts';
import type { DuplicateHint } from '#coordination/duplicates.ts';
import type { Contact } from '#coordination/hub-files.ts';
import type { AnchorProblem } from '#coordination/ledger/anchor.ts';
import type { Act } from '#coordination/ledger/entry.ts';
import { nameAct } from '#coordination/render-case.ts';
import { coordinationWords } from '#coordination/words/words.ts';
import type { CaseState } from '#domain/case.ts';
import { help } from './help-ja.ts';
import { host, problems } from './problems-ja.ts';

const { states, channels, statuses, embargoes, refusals } = coordinationWords('ja');

const duplicates: Record<DuplicateHint['because'], string> = {
  cve: '同じ CVE',
  'product-and-title': '同じ製品で件名が近い',
  title: '件名が近い',
};

/** What `npm run case` says, in Japanese. */
export const ja = {
  help,
  host,
  problems,
  hubFiles: (repo: string, problems: string) =>
    `ハブ ${repo} に、読めないファイルがあります。その内容は働きません:\n${problems}`,
  seeHelp: '操作の一覧: npm run case -- help',
  ofCase: ({ code, id, report }: CaseRecord) =>
    `案件 ${code}${id === undefined ? '' : ` ${id}`}「${report.title}」`,
  plan: {
    heading: (heading: string) => heading,
    nothingToDo: 'することはありません。',
    onlyPlanned: 'まだ何も変えていません。行うには、同じコマンドに --yes を付けてください。',
    done: '完了しました。',
    stopped: (why: string) => `止まりました: ${why}まだ何も変えていません。`,
    failed: (done: number, does: string, why: string) =>
      `「${does}」で止まりました: ${why}\n${done === 0 ? '' : 'その前のことは済んでいます。'}原因を除いてから同じコマンドをもう一度実行すると、続きから行います。`,
  },
  intake: {
    heading: (count: number) => `届出 ${count} 件`,
    step: (title: string) => `届出「${title}」を暗号化して保管し、案件にする`,
    opened: (code: string) => `    案件 ${code} を作りました。次は npm run case -- show ${code}`,
    known: (title: string, code: string) => `「${title}」はすでに案件 ${code} になっています。`,
    duplicate: (title: string, name: string, because: DuplicateHint['because']) =>
      `「${title}」は ${name} と同じものかもしれません(${duplicates[because]})。`,
  },
  open: {
    record: ({
      reserves,
      rooms,
      vendors,
    }: {
      reserves: boolean;
      rooms: number;
      vendors: readonly string[];
    }) =>
      `台帳に記録する: ${[
        ...(reserves ? ['識別番号の予約'] : []),
        ...(rooms > 0 ? [`調整室の名前(${rooms} 室)`] : []),
        ...(vendors.length > 0 ? [`ベンダ ${vendors.join('、')}`] : []),
        '調整の開始',
      ].join('、')}`,
    room: (vendor: string | undefined, parts: readonly { does: string }[]) =>
      `調整室${vendor === undefined ? '' : `(${vendor})`}を用意する: ${parts.map(({ does }) => does).join('、')}`,
    repository: '非公開リポジトリ',
    people: '参加者の一覧',
    draft: '下書き',
    pull: '下書きのプルリクエスト',
    invite: (vendor: string, logins: readonly string[]) =>
      `${vendor} を読み取り権限で招待する: ${logins.join('、')}`,
    suggestion: (vendor: string, match: string) =>
      `${vendor} にも関係するかもしれません(登録された「${match}」が届出にあります)。`,
  },
  sync: {
    heading: (codes: readonly string[]) => `調整室の同期: ${codes.join('、') || '対象なし'}`,
    record: (code: string, acts: readonly { act: Act }[]) =>
      `${code}: コメントの内容を台帳に記録する(${acts.map(({ act }) => nameAct(act, 'ja')).join('、')})`,
    drafts: (code: string) => `${code}: 下書きのベンダ一覧を書き直す`,
    sticky: (code: string, vendor: string | undefined) =>
      `${code}: ${vendor === undefined ? '' : `${vendor} の調整室の`}状況のコメントを更新する`,
    brokenDraft: (code: string, problems: string) =>
      `${code}: 下書きに誤りがあるため、ベンダ一覧を書き直せません:\n${problems}`,
    answers: (count: number) => `読み取れなかったコメント ${count} 件に言葉で答える`,
    forms: (code: string, count: number) => `${code}: 回答を記録したフォーム ${count} 件を閉じる`,
  },
  record: {
    step: (
      vendor: string,
      status: RecordedAnswer['answer']['status'],
      via: RecordedAnswer['via'],
      on: string,
      file?: string,
    ) =>
      `${vendor} の回答「${statuses[status]}」を記録する(${channels[via]}、${on}${file === undefined ? '' : '、原本を暗号化して保管'})`,
  },
  approve: {
    row: (vendor: string, { answer, via, on, row }: RecordedAnswer) =>
      [
        `${vendor}: ${statuses[answer.status]}(${channels[via]}、${on}、行 ${row.slice(0, 12)})`,
        ...(answer.statement === undefined ? [] : [answer.statement]),
        ...(answer.fixed === undefined ? [] : [`修正版: ${answer.fixed.join('、')}`]),
        ...(answer.notices === undefined ? [] : [`告知: ${answer.notices.join(' ')}`]),
      ].join('\n'),
    rowStep: (vendor: string, row: string) => `${vendor} の行 ${row} を掲載してよいものとする`,
    textStep: (hash: string) => `公開する文章 ${hash} を承認する`,
    howToText: (code: string, hash: string) =>
      `この文章でよければ: npm run case -- approve ${code} --text ${hash} --yes`,
  },
  schedule: {
    step: (at: string) => `公表日時を ${at} とする`,
    silent: (vendors: readonly string[]) => `まだ回答のないベンダがあります: ${vendors.join('、')}`,
  },
  correct: {
    step: (kind: 'correction' | 'withdrawal', at: string) =>
      `${at} の${kind === 'correction' ? '訂正' : '撤回'}を台帳に記録する`,
    next: (code: string) =>
      `新しい文章を調整室の下書きに書いてください。次は npm run case -- approve ${code} で承認し、npm run case -- publish ${code} で公開します。`,
  },
  remind: {
    heading: (count: number) => `回答の遅れているベンダ: ${count}`,
    step: (code: string, vendor: string) => `${code}: ${vendor} に調整室で督促する`,
  },
  preview: {
    preparing: 'テンプレートを準備しています…',
    built: (folder: string, path: string) => `${path} を入れたサイトを ${folder} に作りました。`,
    serving: (address: string) =>
      `この機械だけで見られます: ${address}\n終えるには Ctrl-C を押してください。作ったものは消えます。`,
  },
  publish: {
    what: (path: string, hash: string, files: readonly string[]) =>
      `公開するもの: ${path}(文章 ${hash})${files.length > 1 ? `、ほかに ${files.slice(1).join('、')}` : ''}`,
    already: (path: string, hash: string) => `${path} は公開済みです(文章 ${hash})。することはありません。`,
    nothingDue: '公表の時刻を過ぎた案件はありません。',
    commit: (site: string, branch: string) => `${site} のブランチ ${branch} に一つのコミットとして書き出す`,
    request: (site: string) => `${site} でプルリクエストを作ってマージする`,
    verify: (site: string, branch: string) => `${site} の ${branch} に同じものがあることを確かめる`,
    write: (file: string) => `${file} を書く`,
    record: '台帳に記録する',
    tellRoom: (vendor: string | undefined) =>
      `調整室${vendor === undefined ? '' : `(${vendor})`}に公表を知らせ、プルリクエストを閉じる`,
  },
  statistics: {
    heading: (quarter: string) => `${quarter} の統計`,
    notOver: (last: string) => `この四半期は ${last} まで続きます。数は速報です。`,
    write: (file: string, text: string) => `${file} を書く:\n${text.trimEnd()}`,
    source: (publisher: string) => `${publisher}の取扱い記録`,
  },
  verify: {
    ledgers: (count: number, broken: number) => `台帳 ${count} 件を調べました。壊れているもの: ${broken}`,
    ledger: {
      'ledger-missing': (code) => `${code}: 台帳がなくなっています。ハブの履歴から戻してください。`,
      'ledger-cut': (code, seq) =>
        `${code}: 台帳の終わりが切り取られています(${seq} 行あったはずです)。ハブの履歴から戻してください。`,
      'ledger-rewritten': (code, seq) =>
        `${code}: 台帳の ${seq} 行目が書き換えられています。ハブの履歴から戻してください。`,
      'ledger-unanchored': (code) =>
        `${code}: ハブの履歴にこの台帳の記録がありません。手で加えられたもののようです。`,
    } satisfies Record<AnchorProblem['kind'], (code: string, seq: number) => string>,
    words: (count: number, hits: number) =>
      `公表前の言葉 ${count} 個を公開の場所で探しました。見つかったもの: ${hits}`,
    leak: (place: string, code: string, about: string) => `${place}: 案件 ${code} の言葉があります(${about})`,
  },
  placeholders: { state: '<状態>' },
  steps: {
    move: (from: CaseState, to: CaseState) => `状態を「${states[from]}」から「${states[to]}」にする`,
    answerReport: (reference: string) => `届出 ${reference} に GitHub で答える`,
    notified: (vendor: string, via: RecordedAnswer['via'], on: string) =>
      `${vendor} に${spaced(channels[via])}で知らせたことを記録する(${on})`,
    embargo: (from: keyof typeof embargoes, to: keyof typeof embargoes, until: string | undefined) =>
      `情報公開の制限を「${embargoes[from]}」から「${embargoes[to]}」にする${until === undefined ? '' : `(${until} まで)`}`,
    closeRoom: (vendor: string | undefined) =>
      `調整室${vendor === undefined ? '' : `(${vendor})`}での調整を終える: プルリクエストを閉じ、ベンダを外す`,
    comment: (author: string) => `${author} としてコメントする`,
    makeHub: (repo: string) => `非公開リポジトリ ${repo} を作り、ハブの設定を書く`,
  },
  draft: {
    'export-no-id': () => '識別番号がまだ予約されていません。',
    'export-no-date': () => '公表日時がまだ決まっていません。',
    'export-other-id': ({ id = '' }) =>
      `id が予約した識別番号 ${id} と違います。id を直すか、消してください。`,
    'vendors-not-rewritable': () => 'vendors の一覧を書き直せません。ふつうの YAML の一覧にしてください。',
    'hidden-words': () =>
      'ページでは見えないのにファイルには残る言葉があります(HTML、リンクの title、使われない脚注など)。消すか、見える形に書き直してください。',
  } satisfies Record<string, (params: Readonly<Record<string, string | number>>) => string>,
  letters: {
    accepted: ({ report }: CaseRecord, move: Extract<Act, { act: 'moved' }>) =>
      `発見者に送る文の例${to(report.finder.contact)}:\n「${report.title}」の届出を受理しました。調整の状況はお知らせします。公表されるまで、内容を第三者に伝えないでください。${move.note ?? ''}`,
    refused: ({ report }: CaseRecord, { reason, note = '' }: Extract<Act, { act: 'moved' }>) =>
      `発見者に送る文の例${to(report.finder.contact)}:\n「${report.title}」の届出は、次の理由で受理できませんでした: ${reason === undefined ? '' : refusals[reason]}。${note}`,
    notify: (record: CaseRecord, contact: Contact | undefined) =>
      `送る相手: ${contact?.emails.join('、') || '登録なし'}\n暗号化: ${contact?.pgp ?? '鍵の登録なし'}\n最初の連絡には、脆弱性の内容を書かないでください(案件 ${record.code})。`,
    remind: (record: CaseRecord, contact: Contact | undefined, vendor: string) =>
      `${record.code}: ${vendor} には GitHub のアカウントがありません。次に連絡してください: ${contact?.emails.join('、') || '登録なし'}。連絡したら npm run case -- notify ${record.code} --vendor ${vendor} --via email --yes`,
  },
};

function to(contact: string | undefined): string {
  return contact === undefined ? '' : `(${contact} 宛て)`;
}

/** Latin words stand between spaces in Japanese text, others do not. */
function spaced(word: string): string {
  return /^[A-Za-z]/.test(word) ? ` ${word} ` : word;
}
