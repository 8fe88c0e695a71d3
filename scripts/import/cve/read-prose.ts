import type { Language } from '#domain/language.ts';
import { drop, items, member, type Place, text } from '#formats/foreign/foreign-document.ts';
import type { DraftSection } from '../draft.ts';
import { buildSection, listSentences, underHeading } from '../facts/prose.ts';
import { languageOf, readTexts, type TextsByLanguage } from './read-texts.ts';

/** The texts of a CNA’s container by what they tell. */
export interface CveTexts {
  readonly descriptions: TextsByLanguage;
  readonly configurations: TextsByLanguage;
  readonly exploits: TextsByLanguage;
  readonly solutions: TextsByLanguage;
  readonly workarounds: TextsByLanguage;
  readonly impacts: Readonly<Partial<Record<Language, readonly string[]>>>;
}

export function readCveTexts(container: Place): CveTexts {
  return {
    descriptions: readTexts(container, 'descriptions'),
    configurations: readTexts(container, 'configurations'),
    exploits: readTexts(container, 'exploits'),
    solutions: readTexts(container, 'solutions'),
    workarounds: readTexts(container, 'workarounds'),
    impacts: readImpacts(container),
  };
}

const HEADINGS: Readonly<
  Record<Language, Readonly<Record<'configuration' | 'exploits' | 'solution' | 'workaround', string>>>
> = {
  en: {
    configuration: 'Required configuration',
    exploits: 'Exploits',
    solution: 'Solution',
    workaround: 'Workaround',
  },
  ja: {
    configuration: '前提となる構成',
    exploits: '攻撃の状況',
    solution: '解決策',
    workaround: 'ワークアラウンド',
  },
};

/** The sections of one language. A solution of workarounds alone has heads that say so. */
export function buildCveProse(texts: CveTexts, language: Language): DraftSection[] {
  const of = (list: TextsByLanguage): string[] => (list[language] ?? []).map(({ markdown }) => markdown);
  const heads = HEADINGS[language];
  const [solutions, workarounds] = [of(texts.solutions), of(texts.workarounds)];
  const isBoth = solutions.length > 0 && workarounds.length > 0;
  return [
    ...buildSection('overview', of(texts.descriptions)),
    ...buildSection('details', [
      ...underHeading(heads.configuration, of(texts.configurations)),
      ...underHeading(heads.exploits, of(texts.exploits)),
    ]),
    ...buildSection('impact', [listSentences(texts.impacts[language] ?? [])]),
    ...buildSection('solution', [
      ...(isBoth ? underHeading(heads.solution, solutions) : solutions),
      ...underHeading(heads.workaround, workarounds),
    ]),
  ];
}

/** What attackers do (`impacts[]`), in words with the number of the attack pattern (CAPEC). */
function readImpacts(container: Place): CveTexts['impacts'] {
  const read: Partial<Record<Language, string[]>> = {};
  for (const impact of items(container, 'impacts')) {
    const capec = text(impact, 'capecId');
    for (const description of items(impact, 'descriptions')) {
      const language = languageOf(description);
      if (language === undefined) {
        drop(description, 'language');
        continue;
      }
      for (const media of items(description, 'supportingMedia')) drop(media, 'duplicate');
      const value = text(description, 'value') ?? '';
      const isNamed = capec === undefined || value.includes(capec);
      const said = isNamed ? value : [capec, value].filter((part) => part !== '').join(' ');
      if (said !== '') (read[language] ??= []).push(said);
    }
    if (member(impact, 'descriptions').value === undefined && capec !== undefined)
      (read.en ??= []).push(capec);
  }
  return read;
}
