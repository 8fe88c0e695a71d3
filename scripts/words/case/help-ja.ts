/** The verbs of `npm run case`, in Japanese. */
export const help = `使い方: npm run case -- <操作> [<案件>] [引数]

何かを変える操作は、まず計画を表示します。--yes を付けたときだけ行います。

  init       ハブを作る  --site owner/name --bot login --coordinator login(複数可) [--mode room-per-case|room-per-vendor|single-repo]
             [--rooms owner] [--recipient age1…(複数可)] [--approvals 2]
  intake     サイトに届いている届出、または一つのファイルを案件にする
             --file report.txt --title … [--product …] [--finder 名前] [--contact …] [--via email|phone|…] [--on 2026-11-20]
  accept     <案件> --track product|website [--note …]      受理
  refuse     <案件> --reason out-of-scope|already-public|duplicate|not-a-vulnerability|insufficient|unlawful-means [--note …]  不受理
  open       <案件> [--vendor slug(複数可)] [--id "JVN#…"] [--family "JVN#"]   識別番号を予約し、調整室を作り、ベンダを招待する
  notify     <案件> --vendor slug --via email|phone|… [--on 日]   調整室の外でベンダに知らせたことを記録する
  sync       [<案件>]   コメントを読み、回答を台帳に記録し、下書きと状況のコメントを更新する
  record     <案件> --vendor slug --status 該当製品なし --via email --on 日 [--statement …] [--fixed …] [--notice url]
             [--justification …] [--original ファイル] [--note …]
  approve    <案件> --vendor slug [--row 番号]   ベンダの回答を掲載してよいものとする
             <案件> [--text 番号]                公開する文章を表示する、承認する
  embargo    <案件> propose|accept|reject|exit [--until 日時] [--note …]
  schedule   <案件> --at 2026-12-18T14:00:00+09:00 [--despite-hold]   公表日時を決める
  remind     [<案件>]   回答の遅れているベンダに督促する
  list       [--all] [--format text|markdown|json]      show  <案件> [--format text|json]
  preview    <案件> [--out フォルダー] [--port n]   この情報を入れたサイトを、この機械だけで見る
  publish    <案件> | --due   [--export-dir content] [--despite-hold]   公表
  correct    <案件> --summary-ja … --summary-en … [--at 日時]   訂正      withdraw  同様に撤回
  move       <案件> <状態> [--note …]   専用の操作がない状態へ移す
  statistics <四半期> [--replace]   四半期(2026-Q3 など)の案件を数え、content/statistics に書く
  verify     [--dist フォルダー]   台帳と、公開の場所にある公表前の言葉を調べる
  answer     調整室のワークフロー用。読み取れなかったコメントに答える
  comment    <案件> [--text …] [--from login] [--vendor slug]   --offline のときだけ。調整室のコメントを表示する、書く

場所: --hub owner/name または KAIRAN_HUB。GitHub では GITHUB_TOKEN、または KAIRAN_APP_ID、KAIRAN_APP_KEY、KAIRAN_APP_INSTALLATION。
GitHub を使わないとき: --offline フォルダー --as login(KAIRAN_OFFLINE、KAIRAN_ACTOR)。フォルダーには bare リポジトリを置きます。
手引き: .github/HANDBOOK.ja.md`;
