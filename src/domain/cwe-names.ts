/** English catalogue name and, where one is established, the Japanese display name. */
export type CweNames = readonly [en: string, ja?: string];

/** Reads lines of the form `number | English name | Japanese name`. */
function readNames(table: string): ReadonlyMap<string, CweNames> {
  const rows = table.trim().split('\n');
  return new Map(
    rows.map((row) => {
      const [number = '', en = '', ja] = row.split(' | ');
      return [`CWE-${number}`, ja === undefined ? [en] : [en, ja]];
    }),
  );
}

/** Weaknesses that advisories name most. Source of the English names: MITRE's CWE list, version 4.17, which the validators of CSAF know. */
export const weaknessNames = readNames(`
20 | Improper Input Validation | 不適切な入力確認
22 | Improper Limitation of a Pathname to a Restricted Directory ('Path Traversal') | パス・トラバーサル
23 | Relative Path Traversal | 相対パストラバーサル
24 | Path Traversal: '../filedir'
36 | Absolute Path Traversal | 絶対パストラバーサル
41 | Improper Resolution of Path Equivalence
59 | Improper Link Resolution Before File Access ('Link Following') | リンク解釈の問題
61 | UNIX Symbolic Link (Symlink) Following
73 | External Control of File Name or Path | ファイル名やパス名の外部制御
74 | Improper Neutralization of Special Elements in Output Used by a Downstream Component ('Injection') | インジェクション
77 | Improper Neutralization of Special Elements used in a Command ('Command Injection') | コマンドインジェクション
78 | Improper Neutralization of Special Elements used in an OS Command ('OS Command Injection') | OSコマンドインジェクション
79 | Improper Neutralization of Input During Web Page Generation ('Cross-site Scripting') | クロスサイトスクリプティング
80 | Improper Neutralization of Script-Related HTML Tags in a Web Page (Basic XSS)
88 | Improper Neutralization of Argument Delimiters in a Command ('Argument Injection') | 引数の挿入または変更
89 | Improper Neutralization of Special Elements used in an SQL Command ('SQL Injection') | SQLインジェクション
90 | Improper Neutralization of Special Elements used in an LDAP Query ('LDAP Injection') | LDAPインジェクション
91 | XML Injection (aka Blind XPath Injection) | XMLインジェクション
93 | Improper Neutralization of CRLF Sequences ('CRLF Injection') | CRLFインジェクション
94 | Improper Control of Generation of Code ('Code Injection') | コード・インジェクション
95 | Improper Neutralization of Directives in Dynamically Evaluated Code ('Eval Injection') | Evalインジェクション
98 | Improper Control of Filename for Include/Require Statement in PHP Program ('PHP Remote File Inclusion')
113 | Improper Neutralization of CRLF Sequences in HTTP Headers ('HTTP Request/Response Splitting') | HTTPレスポンスの分割
114 | Process Control
116 | Improper Encoding or Escaping of Output | 不適切なエンコード、または出力のエスケープ
117 | Improper Output Neutralization for Logs
119 | Improper Restriction of Operations within the Bounds of a Memory Buffer | バッファエラー
120 | Buffer Copy without Checking Size of Input ('Classic Buffer Overflow') | 古典的バッファオーバーフロー
121 | Stack-based Buffer Overflow | スタックベースのバッファオーバーフロー
122 | Heap-based Buffer Overflow | ヒープベースのバッファオーバーフロー
123 | Write-what-where Condition
124 | Buffer Underwrite ('Buffer Underflow')
125 | Out-of-bounds Read | 境界外読み取り
126 | Buffer Over-read
129 | Improper Validation of Array Index | 配列インデックスの不適切な検証
130 | Improper Handling of Length Parameter Inconsistency
131 | Incorrect Calculation of Buffer Size
134 | Use of Externally-Controlled Format String | 書式文字列の問題
170 | Improper Null Termination
184 | Incomplete List of Disallowed Inputs
190 | Integer Overflow or Wraparound | 整数オーバーフローまたはラップアラウンド
191 | Integer Underflow (Wrap or Wraparound) | 整数アンダーフロー
192 | Integer Coercion Error
193 | Off-by-one Error
200 | Exposure of Sensitive Information to an Unauthorized Actor | 情報漏えい
201 | Insertion of Sensitive Information Into Sent Data
203 | Observable Discrepancy
204 | Observable Response Discrepancy
208 | Observable Timing Discrepancy
209 | Generation of Error Message Containing Sensitive Information | エラーメッセージによる情報漏えい
212 | Improper Removal of Sensitive Information Before Storage or Transfer
228 | Improper Handling of Syntactically Invalid Structure
250 | Execution with Unnecessary Privileges | 不要な特権による実行
252 | Unchecked Return Value
256 | Plaintext Storage of a Password
257 | Storing Passwords in a Recoverable Format
259 | Use of Hard-coded Password | ハードコードされたパスワードの使用
260 | Password in Configuration File
266 | Incorrect Privilege Assignment | 不適切な権限の割り当て
268 | Privilege Chaining
269 | Improper Privilege Management | 不適切な権限管理
276 | Incorrect Default Permissions | 不適切なデフォルトパーミッション
280 | Improper Handling of Insufficient Permissions or Privileges
281 | Improper Preservation of Permissions
284 | Improper Access Control | 不適切なアクセス制御
285 | Improper Authorization | 不適切な認可
287 | Improper Authentication | 不適切な認証
288 | Authentication Bypass Using an Alternate Path or Channel | 代替パスまたはチャネルを使用した認証回避
290 | Authentication Bypass by Spoofing | スプーフィングによる認証回避
294 | Authentication Bypass by Capture-replay | Capture-replay による認証回避
295 | Improper Certificate Validation | 不正な証明書検証
296 | Improper Following of a Certificate's Chain of Trust
297 | Improper Validation of Certificate with Host Mismatch | ホストの不一致による証明書の不適切な検証
300 | Channel Accessible by Non-Endpoint
302 | Authentication Bypass by Assumed-Immutable Data
303 | Incorrect Implementation of Authentication Algorithm
305 | Authentication Bypass by Primary Weakness
306 | Missing Authentication for Critical Function | 重要な機能に対する認証の欠如
307 | Improper Restriction of Excessive Authentication Attempts | 過度な認証試行の不適切な制限
311 | Missing Encryption of Sensitive Data | 重要な情報の暗号化の欠如
312 | Cleartext Storage of Sensitive Information | 重要な情報の平文保存
319 | Cleartext Transmission of Sensitive Information | 重要な情報の平文での送信
321 | Use of Hard-coded Cryptographic Key | ハードコードされた暗号鍵の使用
322 | Key Exchange without Entity Authentication
326 | Inadequate Encryption Strength | 不適切な暗号強度
327 | Use of a Broken or Risky Cryptographic Algorithm | 不完全、または危険な暗号アルゴリズムの使用
328 | Use of Weak Hash
330 | Use of Insufficiently Random Values | 不十分なランダム値の使用
331 | Insufficient Entropy
338 | Use of Cryptographically Weak Pseudo-Random Number Generator (PRNG)
345 | Insufficient Verification of Data Authenticity | データの信頼性についての不十分な検証
346 | Origin Validation Error | 同一生成元ポリシー違反
347 | Improper Verification of Cryptographic Signature | デジタル署名の不適切な検証
352 | Cross-Site Request Forgery (CSRF) | クロスサイトリクエストフォージェリ
354 | Improper Validation of Integrity Check Value
359 | Exposure of Private Personal Information to an Unauthorized Actor
362 | Concurrent Execution using Shared Resource with Improper Synchronization ('Race Condition') | 競合状態
367 | Time-of-check Time-of-use (TOCTOU) Race Condition | Time-of-check Time-of-use (TOCTOU) 競合状態
369 | Divide By Zero | ゼロ除算
377 | Insecure Temporary File
384 | Session Fixation | セッションの固定化
400 | Uncontrolled Resource Consumption | リソースの枯渇
401 | Missing Release of Memory after Effective Lifetime
404 | Improper Resource Shutdown or Release | リソースの不適切なシャットダウンおよびリリース
405 | Asymmetric Resource Consumption (Amplification)
406 | Insufficient Control of Network Message Volume (Network Amplification)
407 | Inefficient Algorithmic Complexity
409 | Improper Handling of Highly Compressed Data (Data Amplification)
415 | Double Free | 二重解放
416 | Use After Free | 解放済みメモリの使用
425 | Direct Request ('Forced Browsing') | 直接リクエスト
426 | Untrusted Search Path | 信頼性のない検索パス
427 | Uncontrolled Search Path Element | 制御されていない検索パスの要素
428 | Unquoted Search Path or Element | 引用されない検索パスまたは要素
434 | Unrestricted Upload of File with Dangerous Type | 危険なタイプのファイルの無制限アップロード
436 | Interpretation Conflict
441 | Unintended Proxy or Intermediary ('Confused Deputy')
444 | Inconsistent Interpretation of HTTP Requests ('HTTP Request/Response Smuggling') | HTTPリクエストスマグリング
451 | User Interface (UI) Misrepresentation of Critical Information
457 | Use of Uninitialized Variable
459 | Incomplete Cleanup
470 | Use of Externally-Controlled Input to Select Classes or Code ('Unsafe Reflection')
471 | Modification of Assumed-Immutable Data (MAID)
472 | External Control of Assumed-Immutable Web Parameter
476 | NULL Pointer Dereference | NULL ポインタデリファレンス
489 | Active Debug Code
494 | Download of Code Without Integrity Check | ダウンロードしたコードの完全性検証不備
497 | Exposure of Sensitive System Information to an Unauthorized Control Sphere
502 | Deserialization of Untrusted Data | 信頼できないデータのデシリアライゼーション
506 | Embedded Malicious Code
521 | Weak Password Requirements | 脆弱なパスワードの要求
522 | Insufficiently Protected Credentials | 認証情報の不十分な保護
523 | Unprotected Transport of Credentials
525 | Use of Web Browser Cache Containing Sensitive Information
532 | Insertion of Sensitive Information into Log File | ログファイルからの情報漏えい
538 | Insertion of Sensitive Information into Externally-Accessible File or Directory
548 | Exposure of Information Through Directory Listing
552 | Files or Directories Accessible to External Parties | 外部からアクセス可能なファイルまたはディレクトリ
565 | Reliance on Cookies without Validation and Integrity Checking
601 | URL Redirection to Untrusted Site ('Open Redirect') | オープンリダイレクト
602 | Client-Side Enforcement of Server-Side Security
610 | Externally Controlled Reference to a Resource in Another Sphere
611 | Improper Restriction of XML External Entity Reference | XML 外部エンティティ参照の不適切な制限
613 | Insufficient Session Expiration | 不適切なセッション期限
617 | Reachable Assertion | 到達可能なアサーション
620 | Unverified Password Change | 未検証のパスワード変更
639 | Authorization Bypass Through User-Controlled Key | ユーザ制御の鍵による認証回避
640 | Weak Password Recovery Mechanism for Forgotten Password | パスワードを忘れた場合の脆弱なパスワードリカバリの仕組み
643 | Improper Neutralization of Data within XPath Expressions ('XPath Injection') | XPathインジェクション
644 | Improper Neutralization of HTTP Headers for Scripting Syntax
665 | Improper Initialization | 不適切な初期化
667 | Improper Locking
668 | Exposure of Resource to Wrong Sphere | 誤った領域へのリソースの漏えい
669 | Incorrect Resource Transfer Between Spheres
670 | Always-Incorrect Control Flow Implementation
672 | Operation on a Resource after Expiration or Release
674 | Uncontrolled Recursion | 不適切な再帰制御
681 | Incorrect Conversion between Numeric Types
693 | Protection Mechanism Failure
697 | Incorrect Comparison
703 | Improper Check or Handling of Exceptional Conditions
704 | Incorrect Type Conversion or Cast | 不正な型変換
706 | Use of Incorrectly-Resolved Name or Reference
732 | Incorrect Permission Assignment for Critical Resource | 重要なリソースに対する不適切なパーミッションの割り当て
749 | Exposed Dangerous Method or Function
754 | Improper Check for Unusual or Exceptional Conditions | 例外的な状態における不適切なチェック
755 | Improper Handling of Exceptional Conditions | 例外的な状態の不適切な処理
770 | Allocation of Resources Without Limits or Throttling | 制限またはスロットリング無しのリソースの割り当て
772 | Missing Release of Resource after Effective Lifetime
776 | Improper Restriction of Recursive Entity References in DTDs ('XML Entity Expansion')
787 | Out-of-bounds Write | 境界外書き込み
789 | Memory Allocation with Excessive Size Value
798 | Use of Hard-coded Credentials | ハードコードされた認証情報の使用
799 | Improper Control of Interaction Frequency
822 | Untrusted Pointer Dereference
823 | Use of Out-of-range Pointer Offset
824 | Access of Uninitialized Pointer | 初期化されていないポインタのアクセス
829 | Inclusion of Functionality from Untrusted Control Sphere
834 | Excessive Iteration
835 | Loop with Unreachable Exit Condition ('Infinite Loop') | 無限ループ
838 | Inappropriate Encoding for Output Context
843 | Access of Resource Using Incompatible Type ('Type Confusion') | 型の取り違え
862 | Missing Authorization | 認証の欠如
863 | Incorrect Authorization | 不正な認証
908 | Use of Uninitialized Resource | 初期化されていないリソースの使用
909 | Missing Initialization of Resource
912 | Hidden Functionality
913 | Improper Control of Dynamically-Managed Code Resources
915 | Improperly Controlled Modification of Dynamically-Determined Object Attributes
916 | Use of Password Hash With Insufficient Computational Effort
917 | Improper Neutralization of Special Elements used in an Expression Language Statement ('Expression Language Injection')
918 | Server-Side Request Forgery (SSRF) | サーバサイドのリクエストフォージェリ
922 | Insecure Storage of Sensitive Information
924 | Improper Enforcement of Message Integrity During Transmission in a Communication Channel
939 | Improper Authorization in Handler for Custom URL Scheme
940 | Improper Verification of Source of a Communication Channel | 通信チャネルソースの不適切な検証
941 | Incorrectly Specified Destination in a Communication Channel
942 | Permissive Cross-domain Policy with Untrusted Domains
943 | Improper Neutralization of Special Elements in Data Query Logic
1021 | Improper Restriction of Rendered UI Layers or Frames | レンダリングされたUIレイヤまたはフレームの不適切な制限
1188 | Initialization of a Resource with an Insecure Default
1236 | Improper Neutralization of Formula Elements in a CSV File
1242 | Inclusion of Undocumented Features or Chicken Bits
1284 | Improper Validation of Specified Quantity in Input
1321 | Improperly Controlled Modification of Object Prototype Attributes ('Prototype Pollution')
1333 | Inefficient Regular Expression Complexity | 非効率的な正規表現の複雑さ
1390 | Weak Authentication
1392 | Use of Default Credentials
`);

/** Categories that older advisories were mapped to. None of them is a weakness. */
export const categoryNames = readNames(`
2 | 7PK - Environment
16 | Configuration | 環境設定
17 | DEPRECATED: Code | コード
18 | DEPRECATED: Source Code | ソースコード
19 | Data Processing Errors | データ処理
21 | DEPRECATED: Pathname Traversal and Equivalence Errors
133 | String Errors
136 | Type Errors
137 | Data Neutralization Issues
189 | Numeric Errors | 数値処理の問題
199 | Information Management Errors
254 | 7PK - Security Features | セキュリティ機能
255 | Credentials Management Errors | 証明書・パスワードの管理
264 | Permissions, Privileges, and Access Controls | 認可・権限・アクセス制御
265 | Privilege Issues
275 | Permission Issues | パーミッションの問題
310 | Cryptographic Issues | 暗号の問題
320 | Key Management Errors | 鍵管理のエラー
355 | User Interface Security Issues
361 | 7PK - Time and State
371 | State Issues
387 | Signal Errors
388 | 7PK - Errors | エラー処理
389 | Error Conditions, Return Values, Status Codes
398 | 7PK - Code Quality
399 | Resource Management Errors | リソース管理の問題
411 | Resource Locking Problems
417 | Communication Channel Errors
438 | Behavioral Problems
452 | Initialization and Cleanup Errors
465 | Pointer Issues
557 | Concurrency Issues
569 | Expression Issues
840 | Business Logic Errors
1211 | Authentication Errors
1212 | Authorization Errors
`);
