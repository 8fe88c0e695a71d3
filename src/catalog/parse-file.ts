import type { z } from 'zod';
import { aboutPageSchema } from '#domain/about-page.ts';
import { advisorySchema, translationSchema } from '#domain/advisory.ts';
import { exploitHistorySchema } from '#domain/exploit-history.ts';
import type { Language } from '#domain/language.ts';
import { redirectsSchema } from '#domain/redirect.ts';
import { siteSchema } from '#domain/site.ts';
import { ledgerSchema } from '#domain/statistics-ledger.ts';
import { unreachableSchema } from '#domain/unreachable.ts';
import { vendorSchema } from '#domain/vendor.ts';
import type { RenderedBody } from '#markdown/rendered-body.ts';
import { renderAdvisoryMarkdown } from '#markdown/render-markdown.ts';
import type { ContentProblem } from './content.ts';
import {
  type FrontMatterResult,
  MAX_YAML_BYTES,
  parseFrontMatter,
  parseYaml,
  type YamlFileResult,
} from './front-matter.ts';
import { toSchemaProblems } from './schema-problems.ts';
import { decodeSource, MAX_SOURCE_BYTES, type SourceProblem } from './source.ts';

/** The kinds of file that hold facts, each with the schema that types them. */
const SCHEMAS = {
  advisory: advisorySchema,
  translation: translationSchema,
  vendor: vendorSchema,
  unreachable: unreachableSchema,
  page: aboutPageSchema,
  site: siteSchema,
  redirects: redirectsSchema,
  statistics: ledgerSchema,
  exploits: exploitHistorySchema,
} as const;

export type ParsedKind = keyof typeof SCHEMAS;
type FactsOf<Kind extends ParsedKind> = z.infer<(typeof SCHEMAS)[Kind]>;

/** What one file's bytes say: plain data, so that it can be remembered under the digest of the bytes. */
export interface ParsedFile<Kind extends ParsedKind = ParsedKind> {
  /** Absent when a problem leaves the facts in doubt. */
  facts?: FactsOf<Kind>;
  /** The prose of an advisory or a translation. */
  body?: RenderedBody;
  problems: readonly ContentProblem[];
}

/** What must be known to parse a file, beside its bytes. */
export interface ParseRequest<Kind extends ParsedKind = ParsedKind> {
  kind: Kind;
  /** Path below the content directory, for problems. */
  file: string;
  /** The slug in the file's name, and the language of its prose. */
  slug: string;
  language: Language;
}

/** Reads one content file: bytes → text → front matter → typed facts, and Markdown → safe markup. */
export function parseFile<Kind extends ParsedKind>(
  request: ParseRequest<Kind>,
  bytes: Uint8Array,
): ParsedFile<Kind> {
  const decoded = decodeSource(bytes);
  if (!decoded.ok) return { problems: at(request.file, decoded.problems) };
  return FENCED.has(request.kind)
    ? parseFenced(request, decoded.source)
    : parsePlain(request, decoded.source);
}

/** Files that open with front matter; the others are YAML from the first line to the last. */
const FENCED: ReadonlySet<ParsedKind> = new Set(['advisory', 'translation', 'page']);

function parseFenced<Kind extends ParsedKind>(request: ParseRequest<Kind>, source: string): ParsedFile<Kind> {
  const gate = parseFrontMatter(source);
  if (!gate.ok) return { problems: at(request.file, gate.problems) };
  const facts = parseFacts(request, gate);
  // A page is compiled by Astro: its authors are trusted, and its prose is no business of this reader.
  return request.kind === 'page' ? facts : { ...facts, ...parseBody(request, gate, facts.problems) };
}

function parsePlain<Kind extends ParsedKind>(request: ParseRequest<Kind>, source: string): ParsedFile<Kind> {
  // A site that moved brings thousands of old addresses along.
  const gate = parseYaml(source, request.kind === 'redirects' ? MAX_SOURCE_BYTES : MAX_YAML_BYTES);
  return gate.ok ? parseFacts(request, gate) : { problems: at(request.file, gate.problems) };
}

function parseFacts<Kind extends ParsedKind>(
  { kind, file }: ParseRequest<Kind>,
  gate: YamlFileResult & { ok: true },
): ParsedFile<Kind> {
  const schema: z.ZodType = SCHEMAS[kind];
  const result = schema.safeParse(gate.data);
  if (result.success) return { facts: result.data as FactsOf<Kind>, problems: [] };
  const problems = toSchemaProblems(schema, result.error, gate.data).map((problem) => {
    const { at: half, ...rest } = problem;
    const place = half === 'key' ? gate.locateKey(problem.path) : gate.locate(problem.path);
    return { ...rest, file, ...place };
  });
  return { problems };
}

function parseBody(
  { file, slug, language }: ParseRequest,
  gate: FrontMatterResult & { ok: true },
  problems: readonly ContentProblem[],
): Pick<ParsedFile, 'body' | 'problems'> {
  const body = renderAdvisoryMarkdown(gate.body, { language, firstLine: gate.bodyLine, imageFolder: slug });
  return { body, problems: [...problems, ...at(file, body.problems)] };
}

function at(file: string, problems: readonly SourceProblem[]): ContentProblem[] {
  return problems.map((problem) => ({ ...problem, file, path: [] }));
}
