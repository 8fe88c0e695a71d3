import type { KeyProblem } from '../sign/key-problem.ts';
import type { TreeProblem } from '../sign/tree-problem.ts';
import type { UsageProblem } from '../usage-error.ts';

const usage: Record<UsageProblem, (value: string) => string> = {
  'unknown-command': (value) => `「${value}」というコマンドはありません。`,
  'unknown-verb': (value) => `「${value}」という操作はありません。`,
  'missing-word': (value) => `「${value}」の後に、案件の符号などの語が要ります。`,
  'unknown-argument': (value) => `「${value}」という引数は使えません。`,
  'missing-value': (value) => `${value} に値がありません。`,
  port: (value) => `ポート番号は 0 から 65535 までの整数です: ${value}`,
  'source-date-epoch': (value) =>
    `SOURCE_DATE_EPOCH は 1970 年からの秒数(0 以上の整数)で書いてください: ${value}`,
  'site-url': (value) => `SITE_URL は https://example.jp のように、パスを付けずに書いてください: ${value}`,
  'content-dir': (value) => `CONTENT_DIR のフォルダーがありません: ${value}`,
  'unreachable-dir': (value) => `UNREACHABLE_DIR のフォルダーがありません: ${value}`,
  'out-dir': (value) =>
    `OUT_DIR にはこのサイトの出力ではないファイルがあります。上書きしないために止めました: ${value}`,
};

const key: Record<KeyProblem, (detail: string) => string> = {
  missing: () =>
    'CSAF_SIGNING_KEY がありません。ASCII 形式の OpenPGP 秘密鍵を入れてください。何も変えていません。',
  unreadable: () =>
    'CSAF_SIGNING_KEY は OpenPGP 鍵として読めません。「-----BEGIN PGP PRIVATE KEY BLOCK-----」から「-----END …」の行まで、改行を含めてそのまま入れてください。',
  several: (count) => `CSAF_SIGNING_KEY に鍵が ${count} 個あります。署名に使う一つだけを入れてください。`,
  public: () =>
    'CSAF_SIGNING_KEY は公開鍵です。署名には秘密鍵が要ります。gpg --armor --export-secret-keys で書き出したものを入れてください。',
  version: (version) =>
    `CSAF_SIGNING_KEY はバージョン ${version} の鍵です。GnuPG など広く使われている検証ソフトウェアが読めるのはバージョン 4 です。`,
  algorithm: (name) =>
    `CSAF_SIGNING_KEY の方式 ${name} は使えません。どの検証ソフトウェアでも読め、いつも同じ署名になる方式、つまり RSA(2048 ビット以上)か従来形式の Ed25519(EdDSA)の鍵にしてください。`,
  weak: (bits) => `CSAF_SIGNING_KEY は RSA ${bits} ビットで、弱すぎます。2048 ビット以上が必要です。`,
  revoked: () => 'CSAF_SIGNING_KEY の鍵は失効しています。',
  expired: (day) =>
    `CSAF_SIGNING_KEY の鍵は ${day} に有効期限が切れました。gpg --quick-set-expire で期限を延ばして書き出し直すか、新しい鍵を作ってください。`,
  'cannot-sign': () => 'CSAF_SIGNING_KEY には、署名に使える鍵も副鍵もありません。',
  locked: () =>
    'CSAF_SIGNING_KEY はパスフレーズで保護されています。CSAF_SIGNING_PASSPHRASE にパスフレーズを入れてください。',
  passphrase: () => 'CSAF_SIGNING_PASSPHRASE は CSAF_SIGNING_KEY のパスフレーズと一致しません。',
  'pin-unreadable': (path) =>
    `site.yaml の csaf.publicKey を確かめられません。content の ${path} が読めないか、公開鍵ではありません。gpg --armor --export で書き出した公開鍵を置いてください。`,
  'not-pinned': (fingerprint) =>
    `site.yaml の csaf.publicKey は別の鍵 ${fingerprint} を指しています。その秘密鍵で署名するか、鍵を替えるのであれば公開鍵のファイルも替えてください。`,
};

const tree: Record<TreeProblem, (place: string) => string> = {
  'no-provider': (path) =>
    `署名する CSAF がありません。OUT_DIR に ${path} がないか、読めません。先に npm run build を行ってください。`,
  'no-document': (path) =>
    `${path} は CSAF 文書として読めません。npm run build を行ってから、もう一度署名してください。`,
  altered: (path) =>
    `${path} は、横に置かれた .sha256 のハッシュ値と合いません。作られた後に変わったものには署名しません。npm run build を行ってから、もう一度署名してください。`,
  missing: (path) =>
    `${path} が必要ですが、ありません。npm run build を行ってから、もう一度署名してください。`,
  'other-key': (fingerprint) =>
    `このサイトは別の鍵 ${fingerprint} で署名されています。npm run build で署名のない状態に戻してから、署名してください。`,
  unsigned: (path) => `${path} に署名がありません。npm run sign で署名してください。`,
  'bad-signature': (path) =>
    `${path} の署名が正しくありません。公開せずに、npm run build と npm run sign をやり直してください。`,
};

const signatures = {
  key,
  tree,
  howToMakeKey: `新しい鍵は次のように作れます(ウェブサイトの鍵は期限なしか、長い期限にします):
  gpg --quick-gen-key "組織名 <csaf@example.jp>" rsa4096 sign never
  gpg --armor --export-secret-keys csaf@example.jp`,
  expiresSoon: (day: string) =>
    `注意: 署名の鍵は ${day} に有効期限が切れます。CSAF 2.1 は署名が常に 30 日以上、できれば 90 日以上有効であることを求めています。早めに期限を延ばしてください。`,
  applyFailed: (message: string) =>
    `署名を置く途中で失敗しました: ${message}\nサイトは正しいままですが、署名はまだ宣言されていません。npm run sign をもう一度行ってください。`,
  signed: (count: { documents: number; made: number; kept: number }, fingerprint: string) =>
    `CSAF 文書 ${count.documents} 件に署名しました(新しい署名 ${count.made}、以前のまま ${count.kept})。鍵: ${fingerprint}`,
  checked: (documents: number, fingerprint: string) =>
    `CSAF 文書 ${documents} 件の署名はすべて正しいものです。鍵: ${fingerprint}`,
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
  npm run case -- <操作>  届出から公表まで、案件を調整します(npm run case -- help)
  npm run import -- <形式> <パス…> --out <フォルダ>  ほかの仕組みの情報を取り込みます(npm run import -- help)
  npm run sign         dist/ の CSAF 文書に CSAF_SIGNING_KEY の鍵で署名します(--check は検証だけを行います)
  npm run screenshots  各種のページの画像を screenshots/ に作ります
  npm run generate     スキーマなどの派生ファイルを作り直します
  npm run bench        速さを測ります

環境変数: CONTENT_DIR OUT_DIR SITE_URL SOURCE_DATE_EPOCH PORT LANG
          CSAF_SIGNING_KEY CSAF_SIGNING_PASSPHRASE`,
  seeHelp: 'コマンドの一覧: npm run build -- --help',
  usage,
  signatures,
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
