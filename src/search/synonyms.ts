import { foldText } from './normalize.ts';

/** Terms of security in both languages that mean the same; a line is a group. From general knowledge of the field. */
const GROUPS = `
XSS|クロスサイトスクリプティング|cross-site scripting
CSRF|XSRF|クロスサイトリクエストフォージェリ|cross-site request forgery
SSRF|サーバサイドリクエストフォージェリ|サーバサイドのリクエストフォージェリ|server-side request forgery
SQLi|SQLインジェクション|SQL injection
OSコマンドインジェクション|OS command injection
コマンドインジェクション|command injection
コードインジェクション|code injection
LDAPインジェクション|LDAP injection
HTTPヘッダインジェクション|HTTP header injection|CRLF injection
メールヘッダインジェクション|mail header injection|email header injection
XXE|XML外部エンティティ|XML外部実体参照|XML external entity
DoS|サービス運用妨害|サービス拒否|サービス妨害|denial of service
DDoS|分散型サービス拒否|分散型サービス運用妨害|distributed denial of service
RCE|リモートコード実行|リモートからのコード実行|remote code execution
ACE|任意のコード実行|任意のコードの実行|任意のコードを実行|arbitrary code execution|execute arbitrary code
LPE|EoP|権限昇格|権限の昇格|特権昇格|特権の昇格|privilege escalation|elevation of privilege
パストラバーサル|ディレクトリトラバーサル|path traversal|directory traversal
バッファオーバーフロー|buffer overflow|buffer overrun
スタックバッファオーバーフロー|スタックベースのバッファオーバーフロー|stack buffer overflow|stack-based buffer overflow
ヒープバッファオーバーフロー|ヒープベースのバッファオーバーフロー|heap buffer overflow|heap-based buffer overflow
整数オーバーフロー|integer overflow
境界外読み取り|範囲外読み取り|out-of-bounds read
境界外書き込み|範囲外書き込み|out-of-bounds write
UAF|解放済みメモリの使用|use-after-free
二重解放|double free
NULLポインタ参照|NULLポインタデリファレンス|null pointer dereference
書式文字列|フォーマットストリング|format string
競合状態|レースコンディション|race condition
メモリ破壊|メモリ破損|memory corruption
ゼロデイ|0day|0-day|zero-day
認証回避|認証の回避|認証迂回|authentication bypass
認証不備|認証の不備|不適切な認証|improper authentication
認証の欠如|missing authentication
アクセス制御不備|アクセス制御の不備|不適切なアクセス制御|access control bypass|improper access control
情報漏えい|情報の漏えい|情報開示|情報露出|information disclosure|information leak|information exposure
ハードコードされた認証情報|認証情報のハードコード|hard-coded credentials|hardcoded credentials
平文送信|平文での送信|平文通信|cleartext transmission
オープンリダイレクト|open redirect
クリックジャッキング|clickjacking
セッション固定|セッションフィクセーション|session fixation
セッションハイジャック|session hijacking
中間者攻撃|MITM|man-in-the-middle
証明書検証不備|証明書検証の不備|不適切な証明書検証|improper certificate validation
安全でないデシリアライゼーション|信頼できないデータのデシリアライゼーション|insecure deserialization|deserialization of untrusted data
プロトタイプ汚染|prototype pollution
DLL読み込み|DLLハイジャック|DLL hijacking|DLL preloading
引用符で囲まれていない検索パス|unquoted search path
ファイルアップロード|任意のファイルアップロード|file upload
なりすまし|スプーフィング|spoofing
バックドア|backdoor
マルウェア|malware
ランサムウェア|ransomware
ファームウェア|firmware
脆弱性|vulnerability|vulnerabilities
Wi-Fi|WiFi
プラグイン|plugin|plug-in
更新プログラム|修正プログラム|パッチ|patch
`;

export const SYNONYM_GROUPS: readonly (readonly string[])[] = GROUPS.trim()
  .split('\n')
  .map((line) => line.split('|'));
const groupOf = new Map(
  SYNONYM_GROUPS.flatMap((group) => group.map((term) => [foldText(term), group] as const)),
);

/** The longest synonym, in words as they are typed: `regular expression denial of service`. */
export const LONGEST_SYNONYM = Math.max(...SYNONYM_GROUPS.flat().map((term) => term.split(/[\s-]/).length));

/** The group to which the whole folded term belongs, as written. */
export function groupOfSynonyms(folded: string): readonly string[] | undefined {
  return groupOf.get(folded);
}

/** What else the whole folded term is called, as written; empty for everything that is no such term. */
export function synonymsOf(folded: string): readonly string[] {
  return (groupOf.get(folded) ?? []).filter((term) => foldText(term) !== folded);
}
