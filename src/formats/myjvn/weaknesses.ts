import { cweUrl, isCweId } from '#domain/cwe.ts';
import { say, type Telling } from './telling.ts';

/** The weaknesses of all vulnerabilities, each once; categories stand among them, as in JVN's own files. */
export function tellWeaknesses(telling: Telling): { id: string; name?: string; url: string }[] {
  const all = telling.record.vulnerabilities.flatMap(({ weaknesses }) => weaknesses);
  const byId = new Map(all.map((weakness) => [weakness.id, weakness]));
  return [...byId.values()].flatMap(({ id, name }) =>
    isCweId(id) ? [{ id, ...(name && { name: say(telling, name) }), url: cweUrl(id) }] : [],
  );
}
