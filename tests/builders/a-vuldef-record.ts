/** The attributes of a document, as in version 3.2. */
export const VULDEF_HEAD =
  'xmlns="http://jvn.jp/vuldef/" xmlns:vuldef="http://jvn.jp/vuldef/" version="3.2" xml:lang="ja"';
const related = (type: string, name: string, id: string, url: string, more = ''): string =>
  `<RelatedItem type="${type}"><Name>${name}</Name><VulinfoID>${id}</VulinfoID>${more}<URL>${url}</URL></RelatedItem>`;

/** A made-up record with most of what JVN iPedia writes, and with what is wrong there now and then. */
export const VULDEF_RECORD = `<Vulinfo><VulinfoID>JVNDB-2030-000001</VulinfoID><VulinfoData>
  <Title>架空ルータにおける複数の脆弱性</Title>
  <VulinfoDescription><Overview>架空ルータには、次の複数の脆弱性が存在します。&lt;ul&gt;&lt;li&gt;コマンドインジェクション (CWE-78) - CVE-2030-1001&lt;/li&gt;&lt;li&gt;情報漏えい (CWE-200) - CVE-2030-1002&lt;/li&gt;&lt;/ul&gt;</Overview></VulinfoDescription>
  <Affected>
    <AffectedItem><Name>株式会社架空</Name><ProductName>架空ルータ</ProductName><Cpe version="2.2">cpe:/h:example:kakuu_router</Cpe>
      <VersionNumber>Ver.1.4.2より前のバージョン（CVE-2030-1001）</VersionNumber>
      <VersionNumber>1.0 以上 1.3 未満（CVE-2030-1002）</VersionNumber></AffectedItem>
    <AffectedItem><Name>株式会社架空</Name><ProductName>架空スイッチ</ProductName>
      <VersionNumber>2.0 以前</VersionNumber><VersionNumber>v6 R4 およびそれ以前のバージョン</VersionNumber></AffectedItem>
    <AffectedItem affectedstatus="notvulnerable"><Name>空想電機</Name><Description>影響を受けません。</Description></AffectedItem>
  </Affected>
  <Impact><Cvss version="3.0"><Severity type="Base">Critical</Severity><Base>9.8</Base>
      <Vector>CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H</Vector></Cvss>
    <Cvss version="2.0"><Vector>AV:X/AC:L</Vector></Cvss>
    <ImpactItem><Description>任意のコマンドを実行される可能性があります。</Description></ImpactItem></Impact>
  <Solution><SolutionItem><Description>[アップデートする] 最新版にアップデートしてください。  [ワークアラウンドを実施する] 次の回避策があります。 　* 設定を変える 　　* 例: 無効にする</Description></SolutionItem></Solution>
  <Related>
    ${related('vendor', '株式会社架空', '架空ルータの更新について', 'https://vendor.example/notice')}
    ${related('vendor', '別の会社', 'お知らせ', 'https://other.example/notice')}
    ${related('advisory', 'Common Vulnerabilities and Exposures (CVE)', 'CVE-2030-1001', 'https://www.cve.org/CVERecord?id=CVE-2030-1001')}
    ${related('advisory', 'National Vulnerability Database (NVD)', 'CVE-2030-1002', 'https://nvd.nist.gov/vuln/detail/CVE-2030-1002')}
    ${related('advisory', 'JVN', 'JVN#12345678', 'https://jvn.jp/jp/JVN12345678/index.html')}
    ${related('advisory', 'JVN', 'JVNVU#427980', 'http://jvn.jp/cert/JVNVU427980')}
    ${related('advisory', 'US-CERT Vulnerability Note', 'VU#123456', 'http://www.kb.cert.org/vuls/id/123456')}
    ${related('advisory', 'JPCERT 緊急報告', 'JPCERT-AT-2030-0001', 'https://www.jpcert.or.jp/at/2030/at300001.html')}
    ${related('advisory', '関連文書', '解説', 'http://192.168.0.1/secret')}
    ${related('cwe', 'JVNDB', 'CWE-20', 'https://jvndb.jvn.jp/ja/cwe/CWE-20.html', '<Title>不適切な入力確認</Title>')}
    ${related('cwe', 'JVNDB', 'CWE-noinfo', 'https://www.ipa.go.jp/')}
  </Related>
  <History>
    <HistoryItem><HistoryNo>1</HistoryNo><DateTime>2030-01-05T13:00:00+09:00</DateTime><Description>[2030年01月10日]\\n  掲載</Description></HistoryItem>
    <HistoryItem><HistoryNo>2</HistoryNo><DateTime>2030-09-09T09:00:00+09:00</DateTime><Description>[2030年03月01日]\\n  対策：内容を更新\\n  参考情報を追加</Description></HistoryItem>
  </History>
  <DateFirstPublished>2030-01-10T12:00:00+09:00</DateFirstPublished>
  <DateLastUpdated>2030-03-01T15:00:00+09:00</DateLastUpdated>
  <DatePublic>2030-01-08T00:00:00+09:00</DatePublic>
</VulinfoData></Vulinfo>`;
/** Records in a document of VULDEF. */
export const aVuldefDocument = (record: string, head = VULDEF_HEAD): string =>
  `<VULDEF-Document ${head}>${record}</VULDEF-Document>`;
