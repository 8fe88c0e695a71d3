import type { Content, ContentProblem } from '#catalog/content.ts';
import { UNREACHABLE } from '#catalog/content-path.ts';
import { compareFindings, type Finding } from '#domain/finding.ts';
import { buildLintContext, type LintContext, type LintOptions } from './lint-context.ts';
import { type FindingMemory, lintLocally } from './local-rules.ts';
import { buildLocator } from './locate.ts';
import type { Rule } from './rule.ts';
import { ruleByKind, rules } from './rules.ts';
import { filesThatTell } from './unreachable-entries.ts';

/**
 * All problems of all files in one pass, in the order in which people read them.
 * Pure but for `content.source`, which may read a file's text when a finding must be placed.
 * @param memory what local rules found before; all rules look at everything without it
 */
export function lintContent(content: Content, options: LintOptions, memory?: FindingMemory): Finding[] {
  const context = buildLintContext(content, options);
  // Without site.yaml nobody knows the language of the headings, so none of them can be wrong.
  const certain = content.problems.filter(
    ({ kind }) => content.site !== undefined || kind !== 'unknown-section',
  );
  const met = certain.map(toFinding);
  const { local = [], other = [] } = Object.groupBy(rules, ({ isLocal }) => (isLocal ? 'local' : 'other'));
  const applyLocal = (to: LintContext): Finding[] => local.flatMap((rule) => applyRule(rule, to));
  const found = [
    ...(memory === undefined ? applyLocal(context) : lintLocally(context, memory, applyLocal)),
    ...other.flatMap((rule) => applyRule(rule, context)),
  ];
  return concealFiles(filesThatTell(content), [...met, ...found]).toSorted(compareFindings);
}

/** Only the folder is told of a file whose name nobody must read: findings may stand in a public log. */
function concealFiles(telling: ReadonlySet<string>, findings: readonly Finding[]): Finding[] {
  return findings.map((finding) =>
    telling.has(finding.file) ? { ...finding, file: UNREACHABLE, line: 1, column: 1, path: [] } : finding,
  );
}

function toFinding({ kind, file, line, column, path, params }: ContentProblem): Finding {
  const rule = ruleByKind(kind);
  return { code: rule.code, severity: rule.severity, file, line, column, path, params };
}

function applyRule(rule: Rule, context: LintContext): Finding[] {
  const spots = rule.check === undefined ? [] : [...rule.check(context)];
  const locate = buildLocator((file) => context.content.source(file));
  return spots.map((spot) => ({
    code: rule.code,
    severity: rule.severity,
    file: spot.file,
    ...locate(spot),
    path: spot.path ?? [],
    params: spot.params ?? {},
  }));
}
