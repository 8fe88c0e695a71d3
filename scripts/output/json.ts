import type { Finding } from '#domain/finding.ts';
import type { Language } from '#domain/language.ts';
import { explainFinding } from '#lint/explain-finding.ts';

/**
 * The report of `npm run check -- --format json`. Keys are only ever added; `version` grows when one changes its meaning.
 * `file` is relative to the working folder, as in the other formats; lines and columns count from 1, columns in UTF-16 code units.
 */
export interface CheckReport {
  version: 1;
  errors: number;
  warnings: number;
  findings: (Finding & { title: string; what: string; why: string; remedy: string })[];
}

export interface JsonOptions {
  language: Language;
  /** The content directory relative to the working folder, put before every file. */
  folder: string;
}

/** Findings as JSON, two blanks of indentation, texts in the given language. */
export function formatJson(findings: readonly Finding[], { language, folder }: JsonOptions): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const report: CheckReport = {
    version: 1,
    errors,
    warnings: findings.length - errors,
    findings: findings.map((finding) => ({
      ...finding,
      file: `${folder}/${finding.file}`,
      ...explainFinding(finding, language),
    })),
  };
  return JSON.stringify(report, null, 2);
}
