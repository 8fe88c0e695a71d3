import type { UsageProblem } from '../usage-error.ts';

const usage: Record<UsageProblem, (value: string) => string> = {
  'unknown-command': (value) => `「${value}」というコマンドはありません。`,
  'unknown-argument': (value) => `「${value}」という引数は使えません。`,
  'missing-value': (value) => `${value} に値がありません。`,
  port: (value) => `ポート番号は 0 から 65535 までの整数です: ${value}`,
  'source-date-epoch': (value) =>
    `SOURCE_DATE_EPOCH は 1970 年からの秒数(0 以上の整数)で書いてください: ${value}`,
  'site-url': (value) => `SITE_URL は https://example.jp のように、パスを付けずに書いてください: ${value}`,
  'content-dir': (value) => `CONTENT_DIR のフォルダーがありません: ${value}`,
  'out-dir': (value) =>
    `OUT_DIR にはこのサイトの出力ではないファイルがあります。上書きしないために止めました: ${value}`,
};

/** What the command line says, in Japanese. */
export const ja = {
  help: `使い方: npm run <コマンド> [-- 引数]

  npm start            必要なものを入れ、サイトを作り、手元で見られるようにします
  npm test             すべての検査と試験を行います
  npm run build        content/ から dist/ にサイトを作ります(--no-search で検索索引を、
                       --no-formats で機械可読形式のファイルを省きます)
  npm run dev          編集しながら見ます(公開前のものも印を付けて見せます。--port)
  npm run preview      dist/ を手元で見ます(--port)
  npm run check        内容を検査します(--format human|github|json)
                       --base <ref>      <ref>(main など)から分かれた後の変更も検査します
                       --explain <コード> ADV001 などのコードを詳しく説明します
  npm run screenshots  各種のページの画像を screenshots/ に作ります
  npm run generate     スキーマなどの派生ファイルを作り直します
  npm run bench        速さを測ります

環境変数: CONTENT_DIR OUT_DIR SITE_URL SOURCE_DATE_EPOCH PORT LANG`,
  seeHelp: 'コマンドの一覧: npm run build -- --help',
  usage,
  serving: (address: string) => `サイトを見られます: ${address}\n終わるには Ctrl-C を押してください。`,
  previewOfAuthors: (address: string) => `編集用の表示です(公開前のものを含みます): ${address}`,
  nothingToServe: (folder: string) => `${folder} にサイトがありません。先に npm run build を行ってください。`,
  portTaken: (port: number) => `ポート ${port} は使われています。PORT か --port で別の番号を選んでください。`,
  compiling: 'テンプレートを準備しています…',
  compileFailed: (message: string) =>
    `テンプレートか content/pages のページを準備できませんでした:\n${message}\n前回の出力はそのまま残っています。`,
  renderFailed: (address: string, message: string) =>
    `${address} を作れませんでした: ${message}\n前回の出力はそのまま残っています。`,
  failed: (message: string) => `失敗しました: ${message}\n前回の出力はそのまま残っています。`,
  applyFailed: (message: string) =>
    `新しい出力を置く途中で失敗しました: ${message}\n前回の出力と新しい出力が混ざっているかもしれません。npm run build をもう一度行うと直ります。`,
  busy: (pid: number, lock: string) =>
    `別のビルド(プロセス ${pid})が同じ出力を書いています。終わるまでお待ちください。動いているビルドがなければ ${lock} を消してください。`,
  collision: (path: string, first: string, second: string) =>
    `サイトの同じ場所 ${path} を二つのものが使おうとしています:\n  ${first}\n  ${second}\nどちらかの名前を変えるか、消してください。前回の出力はそのまま残っています。`,
  reloadFailed: (message: string) =>
    `内容を読み直せませんでした。読み直す前のものを表示しています: ${message}`,
  built: (
    count: { pages: number; files: number; changed: number; kept: number; removed: number },
    seconds: string,
  ) =>
    `サイトができました。ページ ${count.pages}、ファイル ${count.files}(新しく書いたもの ${count.changed}、そのまま ${count.kept}、消したもの ${count.removed})、${seconds} 秒`,
  noBrowser:
    'Chromium が見つかりません。Chromium か Chrome を入れるか、CHROME_PATH にその場所を書いてください。',
  pictured: (count: number, sheet: string) => `画像 ${count} 枚ができました。一覧: ${sheet}`,
  outcome: { passed: '合格', failed: '不合格' },
};
