import type { Finding } from '#domain/finding.ts';
import type { Language } from '#domain/language.ts';
import { fillTemplate, type RuleText } from './rule.ts';
import { ruleByCode } from './rules.ts';

/** A finding in words: what is wrong, why it matters and what to do. Throws for a code that no rule bears. */
export function explainFinding(
  { code, params }: Pick<Finding, 'code' | 'params'>,
  language: Language,
): RuleText {
  const text = ruleByCode(code)?.text[language];
  if (text === undefined) throw new Error(`No rule bears the code "${code}".`);
  return {
    title: text.title,
    what: fillTemplate(text.what, params),
    why: text.why,
    remedy: fillTemplate(text.remedy, params),
  };
}
