/*
 * Word lists from which the generated advisories are composed. The names mean nothing and belong to nobody.
 * A pair is [Japanese, English].
 */

export type Pair = readonly [ja: string, en: string];

/** Syllables of vendor and product names: kana, hiragana reading and Latin letters say the same. */
export const SYLLABLES: readonly (readonly [katakana: string, hiragana: string, latin: string])[] = [
  ['アル', 'ある', 'aru'],
  ['カナ', 'かな', 'kana'],
  ['サト', 'さと', 'sato'],
  ['タキ', 'たき', 'taki'],
  ['ナギ', 'なぎ', 'nagi'],
  ['ハル', 'はる', 'haru'],
  ['マリ', 'まり', 'mari'],
  ['ユメ', 'ゆめ', 'yume'],
  ['ラン', 'らん', 'ran'],
  ['ワカ', 'わか', 'waka'],
  ['キリ', 'きり', 'kiri'],
  ['シオ', 'しお', 'shio'],
  ['ツバ', 'つば', 'tsuba'],
  ['ニシ', 'にし', 'nishi'],
  ['ヒノ', 'ひの', 'hino'],
  ['ミネ', 'みね', 'mine'],
  ['リク', 'りく', 'riku'],
  ['クモ', 'くも', 'kumo'],
  ['スズ', 'すず', 'suzu'],
  ['ツキ', 'つき', 'tsuki'],
  ['ヌマ', 'ぬま', 'numa'],
  ['フユ', 'ふゆ', 'fuyu'],
  ['ムギ', 'むぎ', 'mugi'],
  ['ルリ', 'るり', 'ruri'],
  ['ケヤ', 'けや', 'keya'],
  ['セト', 'せと', 'seto'],
  ['テラ', 'てら', 'tera'],
  ['ネコ', 'ねこ', 'neko'],
  ['ヘキ', 'へき', 'heki'],
  ['メグ', 'めぐ', 'megu'],
  ['レン', 'れん', 'ren'],
  ['コダ', 'こだ', 'koda'],
  ['ソラ', 'そら', 'sora'],
  ['トモ', 'とも', 'tomo'],
  ['ノゾ', 'のぞ', 'nozo'],
  ['ホシ', 'ほし', 'hoshi'],
  ['モリ', 'もり', 'mori'],
  ['ヨツ', 'よつ', 'yotsu'],
  ['ロク', 'ろく', 'roku'],
  ['エビ', 'えび', 'ebi'],
];

export const COMPANY_FORMS: readonly Pair[] = [
  ['株式会社{}', '{} Inc.'],
  ['{}株式会社', '{} Corporation'],
  ['{}電機', '{} Electric'],
  ['{}システムズ', '{} Systems'],
  ['{}ソフトウェア', '{} Software'],
  ['{}ネットワークス', '{} Networks'],
  ['{}プロジェクト', 'The {} Project'],
  ['{}工業', '{} Industries'],
];

export const PRODUCT_KINDS: readonly Pair[] = [
  ['ゲートウェイ', 'Gateway'],
  ['グループウェア', 'Groupware'],
  ['ルータ', 'Router'],
  ['管理コンソール', 'Management Console'],
  ['メールサーバ', 'Mail Server'],
  ['ファイル共有サーバ', 'File Share'],
  ['予約フォーム', 'Booking Form'],
  ['ネットワークカメラ', 'Network Camera'],
  ['認証サーバ', 'Identity Server'],
  ['帳票ビューア', 'Report Viewer'],
  ['監視エージェント', 'Monitoring Agent'],
  ['コンテンツ管理システム', 'CMS'],
  ['制御コントローラ', 'Controller'],
  ['バックアップツール', 'Backup Tool'],
  ['電子申請モジュール', 'Filing Module'],
  ['スマートフォンアプリ', 'Mobile App'],
];

export interface Weakness {
  cwe: string;
  name: Pair;
  /** What the product does wrong. */
  flaw: Pair;
  impact: Pair;
  /** Metrics of the base score that fit: of CVSS 3.1 and of CVSS 2.0. */
  v3: string;
  v2: string;
}

export const WEAKNESSES: readonly Weakness[] = [
  {
    cwe: 'CWE-79',
    name: ['クロスサイトスクリプティング', 'cross-site scripting'],
    flaw: [
      '画面に出力する値のエスケープ処理が不足しています',
      'does not escape all values before it writes them into a page',
    ],
    impact: [
      '当該製品にログインしているユーザのウェブブラウザ上で、任意のスクリプトを実行される可能性があります',
      'an arbitrary script may be executed in the web browser of a user who is logged in',
    ],
    v3: 'AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N',
    v2: 'AV:N/AC:M/Au:N/C:N/I:P/A:N',
  },
  {
    cwe: 'CWE-89',
    name: ['SQL インジェクション', 'SQL injection'],
    flaw: [
      '検索条件をそのまま SQL 文に連結しています',
      'joins search conditions into SQL statements as they are',
    ],
    impact: [
      'データベース内の情報を取得されたり、改ざんされたりする可能性があります',
      'information in the database may be obtained or altered',
    ],
    v3: 'AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H',
    v2: 'AV:N/AC:L/Au:S/C:P/I:P/A:P',
  },
  {
    cwe: 'CWE-78',
    name: ['OS コマンドインジェクション', 'OS command injection'],
    flaw: [
      '外部から渡された引数を検査せずにコマンドを組み立てています',
      'builds commands from arguments that it has not checked',
    ],
    impact: [
      '遠隔の第三者によって、当該機器上で任意の OS コマンドを実行される可能性があります',
      'a remote attacker may execute arbitrary OS commands on the device',
    ],
    v3: 'AV:A/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
    v2: 'AV:A/AC:L/Au:N/C:C/I:C/A:C',
  },
  {
    cwe: 'CWE-352',
    name: ['クロスサイトリクエストフォージェリ', 'cross-site request forgery'],
    flaw: [
      '設定を変更する要求の送信元を確認していません',
      'does not verify where a request to change its settings comes from',
    ],
    impact: [
      '細工されたページにアクセスした管理者が、意図しない設定変更をさせられる可能性があります',
      'an administrator who opens a crafted page may change settings without meaning to',
    ],
    v3: 'AV:N/AC:L/PR:N/UI:R/S:U/C:N/I:L/A:N',
    v2: 'AV:N/AC:H/Au:N/C:N/I:P/A:N',
  },
  {
    cwe: 'CWE-22',
    name: ['パストラバーサル', 'path traversal'],
    flaw: [
      'ファイル名に含まれる親ディレクトリへの参照を取り除いていません',
      'does not remove references to parent folders from file names',
    ],
    impact: [
      'サーバ上の任意のファイルを閲覧される可能性があります',
      'arbitrary files on the server may be viewed',
    ],
    v3: 'AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N',
    v2: 'AV:N/AC:L/Au:S/C:P/I:N/A:N',
  },
  {
    cwe: 'CWE-287',
    name: ['認証不備', 'improper authentication'],
    flaw: [
      '一部の管理画面で認証の状態を確認していません',
      'does not check the state of authentication on some of its management pages',
    ],
    impact: [
      '認証を回避され、管理画面を操作される可能性があります',
      'authentication may be bypassed and the management pages may be operated',
    ],
    v3: 'AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
    v2: 'AV:N/AC:L/Au:N/C:P/I:P/A:P',
  },
  {
    cwe: 'CWE-120',
    name: ['バッファオーバーフロー', 'buffer overflow'],
    flaw: [
      '受信したパケットの長さを検査せずに固定長の領域へ書き込みます',
      'writes received packets into a buffer of fixed length without checking their size',
    ],
    impact: [
      'サービス運用妨害 (DoS) 攻撃を受けたり、任意のコードを実行されたりする可能性があります',
      'the service may be stopped, or arbitrary code may be executed',
    ],
    v3: 'AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H',
    v2: 'AV:N/AC:M/Au:N/C:P/I:P/A:P',
  },
  {
    cwe: 'CWE-427',
    name: ['ファイル検索パスの制御不備', 'uncontrolled search path element'],
    flaw: [
      'インストーラが、同じフォルダにある特定の DLL を読み込みます',
      'has an installer that loads certain DLL files from its own folder',
    ],
    impact: [
      'インストーラを実行する権限で、任意のコードを実行される可能性があります',
      'arbitrary code may be executed with the privileges of the installer',
    ],
    v3: 'AV:L/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H',
    v2: 'AV:N/AC:M/Au:N/C:P/I:P/A:P',
  },
  {
    cwe: 'CWE-798',
    name: ['認証情報のハードコーディング', 'use of hard-coded credentials'],
    flaw: [
      'ファームウェアに共通の認証情報が埋め込まれています',
      'has the same credentials built into every copy of its firmware',
    ],
    impact: [
      '当該機器に不正にログインされる可能性があります',
      'the device may be logged in to without permission',
    ],
    v3: 'AV:A/AC:L/PR:N/UI:N/S:U/C:L/I:L/A:L',
    v2: 'AV:A/AC:L/Au:N/C:P/I:P/A:P',
  },
  {
    cwe: 'CWE-200',
    name: ['情報漏えい', 'information disclosure'],
    flaw: [
      'エラー応答に内部の設定値を含めて返します',
      'returns values of its internal settings in error responses',
    ],
    impact: [
      '認証情報を含む設定が第三者に漏えいする可能性があります',
      'settings that include credentials may be disclosed to third parties',
    ],
    v3: 'AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:N/A:N',
    v2: 'AV:N/AC:L/Au:N/C:P/I:N/A:N',
  },
];

export const COMPONENTS: readonly Pair[] = [
  ['ログイン画面', 'login page'],
  ['設定画面', 'settings page'],
  ['ファイルアップロード機能', 'file upload function'],
  ['検索機能', 'search function'],
  ['ウェブ API', 'web API'],
  ['更新機能', 'update function'],
  ['通知機能', 'notification function'],
  ['帳票出力機能', 'report output function'],
  ['遠隔保守機能', 'remote maintenance function'],
  ['セッション管理機能', 'session management'],
  ['証明書検証処理', 'certificate verification'],
  ['プラグイン機構', 'plug-in mechanism'],
];

export const CONDITIONS: readonly Pair[] = [
  ['初期設定のまま運用している場合', 'when the product runs with its default settings'],
  ['遠隔管理を有効にしている場合', 'when remote management is enabled'],
  ['一般ユーザの登録を許可している場合', 'when registration is open to everyone'],
  ['当該製品がインターネットから到達できる場合', 'when the product can be reached from the internet'],
  ['古い形式の設定ファイルを移行した場合', 'when settings were migrated from an older format'],
  ['複数の拠点を接続している場合', 'when several sites are connected'],
];

export const WORKAROUNDS: readonly Pair[] = [
  ['当該機能を無効にする', 'Disable the function'],
  ['信頼できるネットワークからの接続だけを許可する', 'Allow connections from trusted networks only'],
  ['管理者のパスワードを変更する', 'Change the password of the administrator'],
  ['設定変更の後は必ずログアウトする', 'Log out after every change of settings'],
  ['不要な利用者アカウントを削除する', 'Delete user accounts that are not needed'],
  ['ウェブアプリケーションファイアウォールを導入する', 'Place a web application firewall in front'],
  ['機器の記録を定期的に確認する', 'Review the records of the device regularly'],
];

export const PUBLISHERS: readonly Pair[] = [
  ['開発者', 'the developer'],
  ['業界団体の対応チーム', 'the response team of the industry'],
  ['研究機関', 'a research institute'],
  ['地域の CSIRT', 'a regional CSIRT'],
];
