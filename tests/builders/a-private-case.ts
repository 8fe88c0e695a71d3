import fc from 'fast-check';
import { siteSchema } from '#domain/site.ts';
import type { CaseRecord, CaseVendor, RecordedAnswer } from '#coordination/case-record.ts';
import { arbitraryAnswer } from './any-act.ts';
import { rowHash } from '#coordination/row.ts';

/** A site for tests of the export. */
export const site = siteSchema.parse({
  ...{ title: 'Notes', description: 'Notes.', url: 'https://notes.example', timezone: 'Asia/Tokyo' },
  languages: ['ja', 'en'],
  publisher: { name: 'Notes', namespace: 'https://notes.example', contact: 'notes@notes.example' },
  families: [{ prefix: 'XVN#', path: 'x', name: 'XVN', pattern: '[0-9]{8}' }],
});

/** Begins every word that no public byte may hold. */
export const SECRET = 'zqsecret';

/** Gives a word that stands nowhere else. */
function secrets(): () => string {
  let count = 0;
  return () => `${SECRET}${(count += 1)}`;
}

/** A case with a secret in every field that is not for the public, and an approved answer only where `isShown`. */
export function buildPrivateCase(vendors: readonly VendorPlan[]): CaseRecord {
  const secret = secrets();
  return {
    ...{ code: 'k3v9qm', state: 'scheduled', track: 'product', embargo: 'active' },
    report: {
      ...{
        channel: 'email',
        reference: secret(),
        title: secret(),
        product: secret(),
        receivedOn: '2026-10-01',
      },
      finder: { name: secret(), contact: `${secret()}@finder.example`, login: secret() },
      original: { path: `originals/${secret()}.age`, sha256: 'a'.repeat(64) },
    },
    ...{ movedAt: '2026-10-02T00:00:00Z', receivedAt: '2026-10-01T00:00:00Z', id: 'XVN#10000001' },
    rooms: [{ repo: `${secret()}/room-${secret()}`, branch: secret(), pull: 1, closed: false }],
    vendors: vendors.map((plan) => buildVendor(plan, secret)),
    publishAt: '2026-12-01T03:00:00Z',
    revisions: [],
    textApprovals: [{ actor: secret(), text: 'b'.repeat(64), at: '2026-11-01T00:00:00Z' }],
    publications: [
      { text: 'c'.repeat(64), path: secret(), revision: 1, commit: secret(), at: '2026-12-01T03:00:00Z' },
    ],
    head: { hash: 'd'.repeat(64), seq: 9 },
  };
}

interface VendorPlan {
  vendor: string;
  answer: RecordedAnswer['answer'];
  isShown: boolean;
  isTold: boolean;
}

function buildVendor({ vendor, answer, isShown, isTold }: VendorPlan, secret: () => string): CaseVendor {
  const hidden = {
    status: 'affected' as const,
    statement: secret(),
    notices: [`https://${secret()}.example/`],
  };
  return {
    vendor,
    progress: isTold ? 'answered' : 'unaware',
    latest: recorded(vendor, { ...hidden, fixed: [secret()], products: [{ name: secret() }] }, secret),
    ...(isShown && {
      shown: recorded(vendor, { ...answer, fixed: [secret()], products: [{ name: secret() }] }, secret),
    }),
    ...{ isPending: true, isSignedOff: false, hold: secret(), isSourceRemoved: false },
  };
}

function recorded(vendor: string, answer: RecordedAnswer['answer'], secret: () => string): RecordedAnswer {
  return {
    ...{ answer, via: 'github', on: '2026-11-01', recordedBy: secret(), note: secret() },
    source: {
      ...{ repo: `${secret()}/room`, comment: 1, sha256: 'e'.repeat(64), updatedAt: '2026-11-01T00:00:00Z' },
      index: 0,
    },
    original: { path: secret(), sha256: 'f'.repeat(64) },
    row: rowHash(vendor, answer),
  };
}

/** Any case, with secrets in all of its private fields. */
export const arbitraryPrivateCase: fc.Arbitrary<CaseRecord> = fc
  .uniqueArray(
    fc.record({
      vendor: fc.constantFrom('acme', 'kuuso-soft', 'third-vendor'),
      answer: arbitraryAnswer,
      isShown: fc.boolean(),
      isTold: fc.boolean(),
    }),
    { selector: ({ vendor }) => vendor },
  )
  .map(buildPrivateCase);

/** A draft with secrets in comments, in rows that are not approved, and in what the case decides. */
export function buildPrivateDraft(): string {
  const secret = secrets();
  return `---
# ${secret()}
id: "XVN#10000001" # ${secret()}
title: 架空製品における脆弱性 # ${secret()}
publishedAt: 2030-01-01T00:00:00Z
tlp: RED
state: withdrawn
withdrawal: { at: 2030-01-02T00:00:00Z, reason: ${secret()} }
vulnerabilities:
  - cve: CVE-2026-12345
    cwe: [CWE-79] # ${secret()}
affected:
  - vendor: acme
    product: { ja: 架空, en: Fiction }
    fixed: ["1.10"]
    # ${secret()}
vendors:
  - vendor: acme
    status: affected
    statusOn: 2026-11-02
    statement: ${secret()}
    notices: [{ url: "https://${secret()}.example/", label: ${secret()} }]
    addendum: Words of the coordinator.
    contact: ${secret()}@acme.example
    ${secret()}: ${secret()}
  - vendor: ${secret()}
    statement: ${secret()}
revisions:
  - at: 2030-01-01T00:00:00Z
    summary: ${secret()}
---

## 概要

架空製品には <!-- ${secret()} -->脆弱性が存在します。[情報][one]

<!-- ${secret()}

${secret()} -->

[//]: # (${secret()})
[${secret()}]: https://${secret()}.example/
[one]: https://one.example/

- 一覧
  <!-- ${secret()} -->

\`\`\`html
<!-- shown -->
\`\`\`
`;
}
