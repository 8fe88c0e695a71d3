import type { Language } from '#domain/language.ts';
import type { ProductStatus } from './read-statuses.ts';

/** What is told of a document of others in words of ours, because an advisory has no field for it. */
interface ForeignWords {
  /** What stands in front of a list of products; `cves` is empty where it holds for all, `reason` where none is told. */
  readonly listHead: (status: ProductStatus, cves: string, reason: string) => string;
  /** A fixed version that is no version to our tools. */
  readonly fixed: (version: string) => string;
  /** What a remediation is (CSAF 2.0 §3.2.3.12.1), by its category. */
  readonly remediations: Readonly<Record<string, string>>;
  /** What is told of some products or vulnerabilities only. */
  readonly about: (subject: string, words: string) => string;
  readonly more: (count: number) => string;
  readonly exploit: string;
  readonly models: (numbers: string) => string;
  /** Revisions of which the history tells nothing. */
  readonly published: string;
  readonly updated: string;
}

const REMEDIATIONS_EN = {
  workaround: 'Workaround',
  mitigation: 'Mitigation',
  vendor_fix: 'Vendor fix',
  optional_patch: 'Optional patch',
  fix_planned: 'Fix planned',
  no_fix_planned: 'No fix planned',
  none_available: 'No fix available',
};

const REMEDIATIONS_JA = {
  workaround: 'ワークアラウンド',
  mitigation: '緩和策',
  vendor_fix: 'ベンダによる修正',
  optional_patch: '任意の修正',
  fix_planned: '修正予定',
  no_fix_planned: '修正の予定なし',
  none_available: '修正なし',
};

function headsOf(heads: Record<ProductStatus, string>): ForeignWords['listHead'] {
  return (status, cves, reason) => {
    const head = reason === '' ? heads[status] : `${heads[status]} (${reason})`;
    return cves === '' ? `${head}:` : `${cves}: ${head}:`;
  };
}

const about: ForeignWords['about'] = (subject, words) => `${subject}: ${words}`;

export const FOREIGN_WORDS: Record<Language, ForeignWords> = {
  en: {
    listHead: headsOf({
      affected: 'Affected',
      fixed: 'Fixed in',
      'not-affected': 'Not affected',
      investigating: 'Under investigation',
      unknown: 'Not known whether affected',
    }),
    fixed: (version) => `fixed: ${version}`,
    remediations: REMEDIATIONS_EN,
    about,
    more: (count) => `and ${count} more`,
    exploit: 'Exploitation',
    models: (numbers) => `model numbers: ${numbers}`,
    ...{ published: 'Published.', updated: 'Updated.' },
  },
  ja: {
    listHead: headsOf({
      affected: '影響を受ける製品',
      fixed: '修正済みの製品',
      'not-affected': '影響を受けない製品',
      investigating: '調査中の製品',
      unknown: '影響の有無が不明な製品',
    }),
    fixed: (version) => `修正: ${version}`,
    remediations: REMEDIATIONS_JA,
    about,
    more: (count) => `ほか${count}件`,
    exploit: '悪用の状況',
    models: (numbers) => `型番: ${numbers}`,
    ...{ published: '公開しました。', updated: '更新しました。' },
  },
};
