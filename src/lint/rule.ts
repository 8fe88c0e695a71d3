import type { Severity } from '#domain/finding.ts';
import type { Language } from '#domain/language.ts';
import type { LintContext } from './lint-context.ts';
import type { TextPlace } from './locate.ts';

/**
 * What a person reads about a problem. `what` and `remedy` are templates: `{name}` is filled from the finding's
 * params, and a part in `⟦…⟧` stands only when all of its params are given and not empty.
 */
export interface RuleText {
  /** A short name of the problem, without a full stop. */
  title: string;
  what: string;
  why: string;
  remedy: string;
}

/** Where a rule sees a problem: a field, an offset into the file's text, or the top of the file. */
export interface Spot {
  /** Path below the content directory. */
  file: string;
  params?: Readonly<Record<string, string | number>>;
  /** The field. The nearest field above it is shown when it is absent from the file. */
  path?: readonly (string | number)[];
  /** Which half of the field's entry is to blame; its value unless told otherwise. */
  at?: 'key' | 'value';
  /** UTF-16 offset into the file's text. Stronger than `path`. */
  offset?: number;
  /** The place itself, where it is known already. Stronger than all others. */
  place?: TextPlace;
}

/**
 * One problem that content can have. The code is permanent: it is printed, searched for and linked to, so it is
 * never given to another problem, also when its rule is gone.
 */
export interface Rule {
  code: string;
  severity: Severity;
  text: Readonly<Record<Language, RuleText>>;
  /** Kinds of problem met while files were read (`ContentProblem.kind`) that bear this code. */
  kinds?: readonly string[];
  /**
   * Whether what it finds depends on nothing but the files of one advisory or vendor, or one page, and on site.yaml, so that
   * it may be remembered (`local-rules.ts`). Never true of a rule that asks what time it is.
   */
  isLocal?: true;
  /** Looks for the problem in all content. Work grows linearly with the content. */
  check?: (context: LintContext) => Iterable<Spot>;
}

type Params = Readonly<Record<string, string | number>>;

/** Fills a template of {@link RuleText}. */
export function fillTemplate(template: string, params: Params): string {
  return template
    .replaceAll(/⟦([^⟧]*)⟧/gu, (_, part: string) =>
      namesIn(part).every((name) => given(params, name)) ? part : '',
    )
    .replaceAll(/\{(\w+)\}/gu, (whole, name: string) => String(params[name] ?? whole));
}

/** The names of the params that a template mentions. */
function namesIn(template: string): string[] {
  return [...template.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => name);
}

function given(params: Params, name: string): boolean {
  return params[name] !== undefined && params[name] !== '';
}
