import type { z } from 'zod';
import type { ContentProblem } from '#catalog/content.ts';
import { parseYaml, type YamlFileResult } from '#catalog/front-matter.ts';
import { toSchemaProblems } from '#catalog/schema-problems.ts';
import { decodeSource } from '#catalog/source.ts';
import { caseCodeSchema } from '#domain/case.ts';
import { vendorSlugSchema } from '#domain/vendor.ts';
import { type Contact, contactSchema, type HubSettings, hubSettingsSchema } from '#coordination/hub-files.ts';

/** What the files of a hub say. */
export interface HubContents {
  /** Absent when `hub.yaml` is unusable; `problems` then says why. */
  settings?: HubSettings;
  /** By vendor. A vendor whose file has problems is left out. */
  contacts: readonly Contact[];
  /** Texts of the ledgers by the code of their case. Nothing in them has been checked. */
  ledgers: ReadonlyMap<string, string>;
  /** By file, each with its place. */
  problems: readonly ContentProblem[];
}

/** The file without which a repository is no hub. */
export const SETTINGS_FILE = 'hub.yaml';

/**
 * Reads the files of a hub.
 * @param files texts by path; those that are no part of a hub are passed over, but for such below `vendors/` and `ledger/`
 */
export function parseHub(files: ReadonlyMap<string, string>): HubContents {
  const contacts: Contact[] = [];
  const ledgers = new Map<string, string>();
  const problems: ContentProblem[] = [];
  const { facts: settings, problems: met } = parseFacts(
    hubSettingsSchema,
    SETTINGS_FILE,
    files.get(SETTINGS_FILE) ?? '',
  );
  problems.push(...met);
  for (const [file, text] of [...files].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const place = placeOf(file);
    if (place?.folder === 'ledger') ledgers.set(place.name, text);
    else if (place?.folder === 'vendors') {
      const { facts, problems: wrong } = parseFacts(contactSchema, file, text);
      if (facts !== undefined) contacts.push({ ...facts, vendor: place.name });
      problems.push(...wrong);
    } else if (/^(?:vendors|ledger)\//.test(file) && !/(?:^|\/)(?:README(?:\.\w+)?|\.\w+)$/.test(file)) {
      problems.push({ kind: 'unexpected-file', file, line: 1, column: 1, path: [], params: {} });
    }
  }
  return { ...(settings && { settings }), contacts, ledgers, problems };
}

function placeOf(file: string): { folder: 'vendors' | 'ledger'; name: string } | undefined {
  const vendor = /^vendors\/([^/]+)\.yaml$/.exec(file)?.[1];
  if (vendorSlugSchema.safeParse(vendor).success) return { folder: 'vendors', name: vendor ?? '' };
  const code = /^ledger\/([^/]+)\.jsonl$/.exec(file)?.[1];
  return caseCodeSchema.safeParse(code).success ? { folder: 'ledger', name: code ?? '' } : undefined;
}

function parseFacts<Schema extends z.ZodType>(
  schema: Schema,
  file: string,
  text: string,
): { facts?: z.infer<Schema>; problems: readonly ContentProblem[] } {
  const decoded = decodeSource(Buffer.from(text));
  const gate = decoded.ok ? parseYaml(decoded.source) : decoded;
  if (!gate.ok) return { problems: gate.problems.map((problem) => ({ ...problem, file, path: [] })) };
  const result = schema.safeParse(gate.data);
  return result.success
    ? { facts: result.data, problems: [] }
    : { problems: placeProblems(schema, result.error, file, gate) };
}

function placeProblems(
  schema: z.ZodType,
  error: z.ZodError,
  file: string,
  { data, locate, locateKey }: YamlFileResult & { ok: true },
): ContentProblem[] {
  return toSchemaProblems(schema, error, data).map(({ at, ...problem }) => ({
    ...problem,
    file,
    ...(at === 'key' ? locateKey(problem.path) : locate(problem.path)),
  }));
}
