import { lstatSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { loadContent } from '#catalog/load-content.ts';
import type { Content } from '#catalog/content.ts';
import type { Finding } from '#domain/finding.ts';
import { lintContent } from '#lint/lint-content.ts';
import { ruleByCode } from '#lint/rules.ts';
import { loadOptionsOf, requireContentDir } from '../content-dir.ts';
import type { Environment } from '../environment.ts';
import { parseFlags } from '../flags.ts';
import { loadBaseContent } from '../load-base-content.ts';
import { formatGithub } from '../output/github.ts';
import { formatHuman } from '../output/human.ts';
import { formatJson } from '../output/json.ts';
import { UsageError } from '../usage-error.ts';

/**
 * `check`: every problem of all content at once. Exit code 1 when there is an error; warnings alone give 0.
 * Findings for people and for GitHub go to standard error and standard output respectively; JSON to standard output.
 */
// eslint-disable-next-line @typescript-eslint/require-await -- every command answers with a promise
export async function check(environment: Environment, args: readonly string[]): Promise<number> {
  const flags = parseFlags(args, { format: 'string', base: 'string', explain: 'string' });
  if (flags.explain !== undefined) return explain(environment, flags.explain);
  const print = printerOf(environment, flags.format ?? 'human');
  requireContentDir(environment.contentDir);
  const content = loadContent(environment.contentDir, loadOptionsOf(environment));
  const language = content.site?.languages[0] ?? 'ja';
  const base = flags.base === undefined ? {} : { base: loadBaseContent(environment, flags.base, language) };
  const findings = lintContent(content, { now: environment.now(), ...base });
  print(findings, content);
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

type Printer = (findings: readonly Finding[], content: Content) => void;

function printerOf(environment: Environment, format: string): Printer {
  const { language, out, err } = environment;
  const folder = relative(environment.cwd, environment.contentDir).replaceAll('\\', '/') || '.';
  switch (format) {
    case 'human':
      return (findings, content) => {
        const write = findings.length === 0 ? out : err;
        write(formatFindings(environment, findings, content));
      };
    case 'github':
      return (findings) => {
        const text = formatGithub(findings, { language, folder });
        if (text !== '') out(text);
      };
    case 'json':
      return (findings) => {
        out(formatJson(findings, { language, folder }));
      };
    default:
      throw new UsageError('unknown-argument', `--format ${format}`);
  }
}

/** Findings as a terminal shows them, for every command that reads content. */
export function formatFindings(
  { cwd, contentDir, env, isTerminal, language }: Environment,
  findings: readonly Finding[],
  content: Content,
): string {
  return formatHuman(findings, {
    language,
    colour: isTerminal && !env['NO_COLOR'],
    folder: relative(cwd, contentDir).replaceAll('\\', '/') || '.',
    files: countFiles(content),
    // A link is never followed: what stands behind it is not content.
    source: (file) => (isFile(join(contentDir, file)) ? content.source(file) : undefined),
  });
}

function isFile(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

function countFiles({ advisories, translations, vendors, pages, site }: Content): number {
  return (
    advisories.length + translations.length + vendors.length + pages.length + (site === undefined ? 0 : 1)
  );
}

function explain({ root, out }: Environment, typed: string): number {
  const code = typed.toUpperCase();
  if (ruleByCode(code) === undefined) throw new UsageError('unknown-argument', `--explain ${typed}`);
  out(readFileSync(join(root, 'src/lint/help', `${code}.md`), 'utf8').trimEnd());
  return 0;
}
