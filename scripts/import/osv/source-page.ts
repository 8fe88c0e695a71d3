/** Where databases show their records, by the begin of the identifier (OSV, list of home databases). */
const PAGES: readonly (readonly [RegExp, (id: string) => string])[] = [
  [/^CVE-/u, (id) => `https://www.cve.org/CVERecord?id=${id}`],
  [/^GHSA-/u, (id) => `https://github.com/advisories/${id}`],
  [/^GO-/u, (id) => `https://pkg.go.dev/vuln/${id}`],
  [/^RUSTSEC-/u, (id) => `https://rustsec.org/advisories/${id}.html`],
  [
    /^(?:A|ALBA|ALEA|ALSA|ASB-A|BIT|CGA|DEBIAN-CVE|DLA|DSA|DTSA|GSD|HSEC|MAL|OSV|PSF|PUB-A|PYSEC|RHBA|RHEA|RHSA|RLSA|RSEC|RXSA|SUSE-[A-Z]{2}|UBUNTU-CVE|USN)-\d/u,
    (id) => `https://osv.dev/vulnerability/${id}`,
  ],
  [/^(?:BIT|CGA)-/u, (id) => `https://osv.dev/vulnerability/${id}`],
];

/** The page of a record at its source; `undefined` for databases of which that is not known. */
export function sourcePage(id: string): string | undefined {
  return PAGES.find(([begin]) => begin.test(id))?.[1](id);
}
