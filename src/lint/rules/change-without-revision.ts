import { compareInstants } from '#domain/dates.ts';
import { compareAdvisories } from '#domain/revision-changes.ts';
import { localize } from '#domain/language.ts';
import { sectionTexts } from '../compared-advisory.ts';
import type { LintContext, ReadAdvisory } from '../lint-context.ts';
import { formatRevision } from '../format-revision.ts';
import type { Rule } from '../rule.ts';

export const changeWithoutRevision: Rule = {
  code: 'REV001',
  severity: 'error',
  text: {
    ja: {
      title: '内容が変わったのに更新履歴がありません',
      what: '公開済みの内容が変わりましたが（{parts}）、revisions に新しい項目がありません。',
      why: '読者もフィードも、更新履歴によって更新を知ります。黙った変更は誰にも届きません。',
      remedy: '次の行を revisions の最後に加え、summary を書いてください。\n{yaml}',
    },
    en: {
      title: 'Change without a revision',
      what: 'The published content has changed ({parts}), but revisions has no new entry.',
      why: 'Readers and feeds learn of an update by its revision; a silent change reaches nobody.',
      remedy: 'Add these lines at the end of revisions and write the summary:\n{yaml}',
    },
  },
  *check(context) {
    const { advisories, base, now } = context;
    for (const entry of base === undefined ? [] : advisories) {
      const before = base?.get(entry.file);
      if (before === undefined || compareInstants(before.facts.publishedAt, now) > 0) continue;
      if (entry.facts.revisions.length > before.facts.revisions.length) continue;
      const changes = changesOf(entry, context);
      // A withdrawal carries its own moment and reason.
      if (changes.every(({ part }) => part === 'state')) continue;
      const parts = changes.map(({ part }) => part).join(', ');
      const path = ['revisions', entry.facts.revisions.length - 1];
      yield { file: entry.file, path, params: { parts, yaml: formatRevision(now, changes, context.site) } };
    }
  },
};

function changesOf({ file, facts, body }: ReadAdvisory, { base, site, vendors, firstLanguage }: LintContext) {
  const before = base?.get(file);
  if (before === undefined) return [];
  const vendorName = (slug: string): string => {
    const name = vendors.get(slug)?.name;
    return name === undefined ? slug : localize(name, firstLanguage, site?.languages ?? []).text;
  };
  return compareAdvisories(before, { facts, sections: sectionTexts(body) }, vendorName);
}
