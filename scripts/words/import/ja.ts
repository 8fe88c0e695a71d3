import type { DropReason } from '#formats/foreign/outcome.ts';
import type { Refusal } from '../../import/format.ts';
import type { RecordNote, RecordReport } from '../../import/report/import-report.ts';

const outcomes: Record<RecordReport['outcome'], string> = {
  created: '新規',
  updated: '更新',
  unchanged: '変更なし',
  'left-alone': '手を付けず',
  refused: '取り込めず',
  skipped: '対象外',
};

const reasons: Record<DropReason, string> = {
  'no-place': 'アドバイザリに対応する項目がない',
  internal: '取り込み元の内部管理用',
  computed: '表示時に計算される',
  duplicate: '同じ内容が別の項目にある',
  placeholder: '「情報なし」を表すだけの文',
  unreadable: '形式の定める値ではない',
  unsafe: '公開ページに載せられない',
  language: '日本語でも英語でもない',
  'unknown-field': '形式にない項目',
};

const refusals: Record<Refusal['why'], string> = {
  link: 'シンボリックリンクなどは辿りません。実体のパスを指定してください。',
  access: 'ファイルを読めません。パスと権限を確認してください。',
  size: 'ファイルが大きすぎます。分割してください。',
  archive: '書庫を展開できません。展開してからフォルダを指定してください。',
  encoding:
    '文字コードが UTF-8、UTF-16、Shift_JIS、EUC-JP、ISO-2022-JP のいずれでもありません。UTF-8 に変換してください。',
  syntax: 'この形式の構文ではありません。',
  'other-format': '指定した形式ではありません。形式名を確認してください。',
  'not-an-advisory': 'アドバイザリを含まないファイルです。',
  missing: 'アドバイザリに欠かせない値がありません。',
  unreadable: 'アドバイザリに欠かせない値が、形式の定めるものではありません。',
  language: '日本語でも英語でもありません。',
  label: '配布が制限されています。公開できるのは TLP:CLEAR(WHITE)だけです。',
  unpublished: '下書き、予約済み、却下済みなど、公開されていないレコードです。',
  version: 'この版は読めません。',
  twice: '同じ識別子のレコードが、この取り込みに既にあります。',
  family: 'site.yaml の families に、この識別子の種別がありません。下の行を加えてください。',
  invalid: '取り込んだ結果が npm run check を通りません。',
};

const notes: Record<RecordNote['note'], (value: string) => string> = {
  encoding: (value) => `${value} から UTF-8 に変換しました`,
  'stand-in': (value) => `サイトの第一言語の文がないため、${value} の文を置きました。翻訳してください`,
  unspoken: (value) => `サイトにない言語 ${value} の文は取り込みませんでした`,
  edited: (value) =>
    `${value} は取り込み後に手で編集されています。取り込み元の更新は反映していません(--take-source で上書き)`,
  foreign: (value) => `${value} は取り込みで作られたものではないため、上書きしません(--take-source で上書き)`,
  'other-format': (value) =>
    `${value} は別の形式から取り込んだものなので、上書きしません(--take-source で上書き)`,
  removed: (value) => `${value} は手で削除されたため、戻しません(--take-source で戻す)`,
};

/** What the import says, in Japanese. */
export const ja = {
  help: `使い方: npm run import -- <形式> <パス…> --out <コンテンツのフォルダ>

  形式: vu(CERT/CC VU# と VINCE)、csaf(2.0、2.1)、cve(JSON 5)、osv、vuldef、jvnrss、myjvn、mozilla、kairan
  パス: ファイル、フォルダ、.gz、.zip

  --out <フォルダ>     取り込み先。省略すると CONTENT_DIR
  --report <ファイル>  報告を書く。.md なら Markdown、.json なら全項目を含む JSON。複数指定できる
  --round-trip         取り込んだものを同じ形式で書き出し、項目ごとに比べる
  --dry-run            何も書かずに報告だけする
  --again              取り込み元が前回と同じでも読み直す(手で編集したものは除く)
  --take-source        手で編集、削除したもの、取り込みで作られていないものも上書きする

終了コード: 0 すべて取り込んだ、1 取り込めなかったものや手を付けなかったものがある、2 使い方の誤り`,
  seeHelp: '使い方: npm run import -- help',
  formats: (names: string) => `形式を指定してください: ${names}`,
  noPath: '取り込むファイルかフォルダを指定してください。',
  noOut: '取り込み先を --out か CONTENT_DIR で指定してください。',
  reportKind: (value: string) => `報告のファイル名は .md か .json で終えてください: ${value}`,
  noRoundTrip: (format: string) => `${format} への書き出しはないため、比べられません。`,
  reading: (records: number) => `${records} 件を読みました`,
  title: (format: string) => `取り込みの報告(${format})`,
  dryRun: '試行のため、何も書いていません。',
  result: (out: string, counts: string) => `${out}: ${counts}`,
  count: (outcome: RecordReport['outcome'], records: number) => `${outcomes[outcome]} ${records}`,
  rows: (rows: number, known: number, created: number) =>
    `ベンダの行 ${rows}、ベンダ ${known + created}(うち新規 ${created})`,
  versions: (ranges: number, asText: number) =>
    `影響を受ける製品のバージョン: 範囲または修正版 ${ranges}、文のまま ${asText}`,
  values: (kept: number, normalised: number, dropped: number, empty: number) =>
    `値: そのまま ${kept}、形を変えて ${normalised}、載せず ${dropped}、空 ${empty}`,
  roundTrip: (records: number, before: number, same: number) =>
    `同じ形式で書き出した ${records} 件を比べると、値 ${before} のうち ${same} が元のまま戻ります。詳しくは --report で`,
  nothing: '取り込めるファイルがありません。パスを確認してください。',
  newSite: 'site.yaml を作りました。名称、アドレス、発行者を書き換えてください。',
  missingFamilies: 'site.yaml に足りない種別:',
  dropped: '載せなかった値の多い項目:',
  andMore: (count: number) => `ほか ${count} 件は --report で`,
  headings: {
    fields: '項目ごとの結果',
    refused: '取り込めなかったもの',
    skipped: '対象外のファイル',
    notes: '確認が必要なもの',
    changes: '形を変えた値',
    losses: '載せなかった値',
    records: 'レコード',
    roundTrip: '書き出しとの比較',
  },
  columns: {
    field: '項目',
    kept: 'そのまま',
    normalised: '形を変えて',
    dropped: '載せず',
    why: '理由',
    before: '取り込み前',
    after: '取り込み後',
    count: '件数',
    same: '一致',
    changed: '相違',
    lost: '欠落',
    added: '追加',
    source: '取り込み元',
    outcome: '結果',
    file: 'ファイル',
  },
  outcomes,
  reasons,
  refusals,
  notes,
  ledger: (line: number) =>
    `imports.jsonl の ${line} 行目を読めません。Git の履歴から戻すか、その行を消してください。何も変えていません。`,
  site: 'site.yaml に誤りがあるため取り込めません。npm run check で確認してください。何も変えていません。',
  strange: (folder: string) =>
    `${folder} には site.yaml がなく、ほかのものが入っています。コンテンツのフォルダか、空のフォルダを --out に指定してください。何も変えていません。`,
  mount: (folder: string) =>
    `${folder} は独立したファイルシステム(マウント先やボリューム)です。その中のフォルダを --out に指定してください。何も変えていません。`,
  applyFailed: (message: string) =>
    `ファイルを置く途中で失敗しました: ${message}。一部は置かれているかもしれません。同じコマンドをもう一度実行すれば整います。`,
  unwrittenReport: (file: string, message: string) =>
    `報告 ${file} を書けません: ${message}。取り込み自体は済んでいます。`,
  disk: (code: string, message: string) =>
    `${code === 'ENOSPC' ? 'ディスクに空きがありません' : '書き込めません'}: ${message}。取り込み先は元のままです。`,
};
