import type { AdvisoryFacts } from './advisory.ts';
import type { LocalizedText } from './language.ts';
import { CHANGED_PARTS, type Change, type ChangedPart } from './revision.ts';
import type { SectionId } from './section.ts';

/** An advisory as far as a revision can change it. */
export interface ComparedAdvisory {
  facts: AdvisoryFacts;
  /** The words of each section of the prose; a section that is not there is absent. */
  sections: Readonly<Partial<Record<SectionId, string>>>;
}

/** A row of a part: what tells it from the others, how readers call it, and all that it says. */
interface Row {
  key: string;
  label: string;
  content: unknown;
}

/**
 * What changed between two states of an advisory, part by part in the order of the page; empty when nothing did.
 * Revisions themselves do not count, nor does the order of rows.
 * @param vendorName how readers call a vendor; its slug unless told otherwise
 */
export function compareAdvisories(
  before: ComparedAdvisory,
  after: ComparedAdvisory,
  vendorName: (slug: string) => string = (slug) => slug,
): Change[] {
  return CHANGED_PARTS.flatMap((part) => {
    const change = comparePart(part, before, after, vendorName);
    return change === undefined ? [] : [change];
  });
}

function comparePart(
  part: ChangedPart,
  before: ComparedAdvisory,
  after: ComparedAdvisory,
  vendorName: (slug: string) => string,
): Change | undefined {
  const rows = compareRows(rowsOf(part, before.facts, vendorName), rowsOf(part, after.facts, vendorName));
  const changed =
    !isEqual(valueOf(part, before.facts), valueOf(part, after.facts)) ||
    wordsOf(part, before) !== wordsOf(part, after) ||
    Object.keys(rows).length > 0;
  return changed ? { part, ...rows } : undefined;
}

/** Parts that are one value and not a list of rows. */
function valueOf(part: ChangedPart, facts: AdvisoryFacts): unknown {
  if (part === 'title') return [facts.title];
  if (part === 'state') return [facts.state, facts.withdrawal, facts.judgement];
  if (part === 'urgent') return [facts.urgent];
  return [];
}

/** The prose of a part, without differences that no reader sees. */
function wordsOf(part: ChangedPart, { sections }: ComparedAdvisory): string {
  const text = (sections as Readonly<Partial<Record<string, string>>>)[part] ?? '';
  return text.replaceAll(/\s+/gu, ' ').trim();
}

function rowsOf(part: ChangedPart, facts: AdvisoryFacts, vendorName: (slug: string) => string): Row[] {
  switch (part) {
    case 'affected':
      return facts.affected.map((row) => {
        const label = firstText(row.product);
        return { key: `${row.vendor} ${label}`, label, content: row };
      });
    case 'vulnerabilities':
      return facts.vulnerabilities.map((row, index) => {
        const label = row.cve ?? (row.title === undefined ? `#${index + 1}` : firstText(row.title));
        return { key: label, label, content: row };
      });
    case 'vendors':
      return facts.vendors.map((row) => ({ key: row.vendor, label: vendorName(row.vendor), content: row }));
    case 'references':
      return facts.references.map((row) => ({ key: row.url, label: firstText(row.title), content: row }));
    case 'credits':
      return facts.credits.map((row) =>
        rowOfText(row.name === undefined ? 'anonymous' : firstText(row.name), row),
      );
    case 'timeline':
      return facts.timeline.map((row) => rowOfText(`${row.on} ${row.event}`, row));
    case 'related':
      return facts.related.map((id) => rowOfText(id, id));
    default:
      return [];
  }
}

function rowOfText(label: string, content: unknown): Row {
  return { key: label, label, content };
}

function compareRows(before: readonly Row[], after: readonly Row[]): Omit<Change, 'part'> {
  const old = Map.groupBy(before, ({ key }) => key);
  const current = Map.groupBy(after, ({ key }) => key);
  const added = labelsOf(after.filter(({ key }) => !old.has(key)));
  const removed = labelsOf(before.filter(({ key }) => !current.has(key)));
  const edited = labelsOf(
    after.filter(
      ({ key }) => old.has(key) && !isEqual(contentsOf(old.get(key)), contentsOf(current.get(key))),
    ),
  );
  return {
    ...(added.length > 0 && { added }),
    ...(removed.length > 0 && { removed }),
    ...(edited.length > 0 && { edited }),
  };
}

function contentsOf(rows: readonly Row[] = []): unknown[] {
  return rows.map(({ content }) => content);
}

function labelsOf(rows: readonly Row[]): string[] {
  return [...new Set(rows.map(({ label }) => label))];
}

function firstText(text: LocalizedText): string {
  return typeof text === 'string' ? text : (Object.values(text).find((one) => one !== '') ?? '');
}

/** Equality of plain data, whatever the order of keys. */
function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(sortKeys(a)) === JSON.stringify(sortKeys(b));
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => sortKeys(item));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sortKeys(inner)]));
}
