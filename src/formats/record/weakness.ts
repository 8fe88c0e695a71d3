import { cweName, isCweCategory } from '#domain/cwe.ts';
import { LANGUAGES } from '#domain/language.ts';
import type { RecordVulnerability } from './advisory-record.ts';

/** A weakness by its id, with the names that the table of the domain has for it. */
export function toWeakness(id: string): RecordVulnerability['weaknesses'][number] {
  const names = LANGUAGES.flatMap((language) => {
    const name = cweName(id, language);
    return name?.language === language ? [[language, name.text] as const] : [];
  });
  return {
    id,
    ...(names.length > 0 && { name: Object.fromEntries(names) }),
    category: isCweCategory(id),
  };
}
