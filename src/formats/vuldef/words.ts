import type { Language } from '#domain/language.ts';

interface Words {
  /** Stands where scores are known and no impact was written, because the format demands one. */
  impactUnwritten: string;
  /** What someone did who is thanked without a name. */
  anonymous: (role: string) => string;
}

/** The few words of a VULDEF document that come from no advisory. */
export const WORDS: Readonly<Record<Language, Words>> = {
  ja: {
    impactUnwritten: '概要を参照してください。',
    anonymous: (role) => `${role}（匿名）`,
  },
  en: {
    impactUnwritten: 'See the overview.',
    anonymous: (role) => `${role} (anonymous)`,
  },
};
