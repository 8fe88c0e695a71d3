import type { Finding } from '#domain/finding.ts';
import type { Language } from '#domain/language.ts';
import { explainFinding } from '#lint/explain-finding.ts';
import { findingWords } from './words.ts';

/** GitHub shows ten annotations of each step and level; more would be lost without a word. */
const SHOWN = 10;

export interface GithubOptions {
  language: Language;
  /** The content directory relative to the repository. */
  folder: string;
}

/**
 * Findings as GitHub workflow commands (`::error file=…::…`, GitHub Actions “Workflow commands”): errors first,
 * at most ten, then one that counts the rest. Empty text when there are no findings.
 */
export function formatGithub(findings: readonly Finding[], { language, folder }: GithubOptions): string {
  const weighed = findings.toSorted((a, b) => rankOf(a) - rankOf(b));
  const shown = weighed.length > SHOWN ? weighed.slice(0, SHOWN - 1) : weighed;
  const lines = shown.map((finding) => formatAnnotation(finding, language, folder));
  const hidden = weighed.slice(shown.length);
  const [heaviest] = hidden;
  if (heaviest !== undefined) {
    lines.push(`::${heaviest.severity}::${escapeMessage(findingWords(language).more(hidden.length))}`);
  }
  return lines.join('\n');
}

function formatAnnotation(finding: Finding, language: Language, folder: string): string {
  const { file, line, column, severity, code } = finding;
  const { title, what, why, remedy } = explainFinding(finding, language);
  const place = `file=${escapeProperty(`${folder}/${file}`)},line=${line},col=${column}`;
  return `::${severity} ${place},title=${escapeProperty(`${code} ${title}`)}::${escapeMessage([what, why, remedy].join('\n'))}`;
}

function rankOf({ severity }: Finding): number {
  return severity === 'error' ? 0 : 1;
}

function escapeMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
