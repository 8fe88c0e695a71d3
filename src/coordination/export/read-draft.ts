import type { z } from 'zod';
import type { ContentProblem } from '#catalog/content.ts';
import { type FrontMatterResult, parseFrontMatter } from '#catalog/front-matter.ts';
import { toSchemaProblems } from '#catalog/schema-problems.ts';
import { decodeSource } from '#catalog/source.ts';

/** A draft whose front matter passed the gate: its values as texts, its body, and where things stand. */
export type Draft = FrontMatterResult & { ok: true };

/**
 * Reads a file of a room behind the same gate as public content: size, characters, front matter. No schema yet.
 * @param file its name, for problems
 */
export function readDraft(
  text: string,
  file: string,
): Draft | { ok: false; problems: readonly ContentProblem[] } {
  const decoded = decodeSource(new TextEncoder().encode(text));
  const gate = decoded.ok ? parseFrontMatter(decoded.source) : decoded;
  if (gate.ok) return gate;
  return { ok: false, problems: gate.problems.map((problem) => ({ ...problem, file, path: [] })) };
}

/** What a schema refuses in values that stand in a draft or are written into it. */
export function checkValues(
  schema: z.ZodType,
  values: unknown,
  draft: Draft,
  file: string,
): ContentProblem[] {
  const result = schema.safeParse(values);
  if (result.success) return [];
  return toSchemaProblems(schema, result.error, values).map(({ at, ...problem }) => ({
    ...problem,
    file,
    ...(at === 'key' ? draft.locateKey(problem.path) : draft.locate(problem.path)),
  }));
}
