import { cvePattern } from '#domain/identifiers.ts';

/** Identifiers that publishers give to their documents: `JVNVU#…`, `VU#…`, and words and numbers joined by hyphens. */
const FORMS = [/^(?:JVN|JVNVU|JVNTA|VU)#\d{6,8}$/u, /^(?=.*\d)[A-Z][A-Z0-9]*(?:-[A-Z0-9.:]+)+$/iu];

/** Whether a text has the form of an identifier by which pages can refer to a document. */
export function isDocumentId(text: string): boolean {
  return text.length <= 100 && FORMS.some((form) => form.test(text));
}

/** The CVEs that a text names, each once. */
export function findCves(text: string): string[] {
  const found = text.match(/(?<![\w-])CVE-\d{4}-\d{4,19}(?![\w]|-\w)/gu) ?? [];
  return [...new Set(found)].filter((cve) => cvePattern.test(cve));
}

/** The number of a weakness in a text such as `CWE-79: …` or `CWE 22`, as `CWE-79`. */
export function findCwe(text: string): string | undefined {
  const number = /\bCWE[-\s_:]?0*([1-9]\d{0,4})\b/iu.exec(text)?.[1];
  return number === undefined ? undefined : `CWE-${number}`;
}
