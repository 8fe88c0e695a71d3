import { isCvssProblem, parseCvss } from '#domain/cvss.ts';
import { cvePattern } from '#domain/identifiers.ts';
import { isCweId } from '#domain/cwe.ts';
import type { RecordVulnerability } from '#formats/record/advisory-record.ts';
import { toWeakness } from '#formats/record/weakness.ts';
import { drop, items, member, type Place, tell, text } from '#formats/foreign/foreign-document.ts';
import { readScores, toScore } from './read-scores.ts';
import type { Reading } from './reading.ts';

/** The CVE of each vulnerability; what is no CVE is lost, and so is one that stands twice. */
export function readCves(vulnerabilities: readonly Place[]): (string | undefined)[] {
  const known = new Set<string>();
  return vulnerabilities.map((place) => {
    const cve = text(place, 'cve');
    if (cve !== undefined && cvePattern.test(cve) && !known.has(cve)) {
      known.add(cve);
      return cve;
    }
    if (cve !== undefined) drop(member(place, 'cve'), known.has(cve) ? 'duplicate' : 'unreadable');
    return undefined;
  });
}

/** A vulnerability without what is said about products and without its prose. */
export function readVulnerability(
  reading: Reading,
  place: Place,
  cve: string | undefined,
): RecordVulnerability {
  const title = readTitle(place, cve, reading);
  const notes = items(place, 'notes');
  const scores = [...readScores(place), ...readNotedScores(notes, reading)];
  return {
    ...(cve !== undefined && { cve }),
    ...(title !== undefined && { title: reading.say(title) }),
    weaknesses: readWeaknesses(place, notes, reading),
    scores: [...new Map(scores.map((score) => [score.vector, score])).values()],
  };
}

/** A title that only repeats the CVE or, of a vulnerability alone, the document's title says nothing. */
function readTitle(place: Place, cve: string | undefined, reading: Reading): string | undefined {
  const title = text(place, 'title');
  if (title === undefined || reading.isOwn) return title;
  const isAlone = items(reading.document, 'vulnerabilities').length === 1;
  const isKnown = isAlone && title === text(reading.document, 'document', 'title');
  if (title !== cve && !isKnown) return title;
  drop(member(place, 'title'), 'duplicate');
  return undefined;
}

/** `cwe` of CSAF 2.0, `cwes` of 2.1, and what our own documents tell in a note. */
function readWeaknesses(
  place: Place,
  notes: readonly Place[],
  { words }: Reading,
): RecordVulnerability['weaknesses'] {
  const ids = [member(place, 'cwe'), ...items(place, 'cwes')].flatMap((each) => {
    const id = text(each, 'id');
    if (id === undefined || !isCweId(id)) return [];
    tell(each);
    for (const key of ['name', 'version'])
      if (member(each, key).value !== undefined) drop(member(each, key), 'computed');
    return [id];
  });
  const noted = linesOf(notes, words.titles.weaknesses).flatMap((line) => /^CWE-\d+/u.exec(line)?.[0] ?? []);
  return [...new Set([...ids, ...noted.filter(isCweId)])].map(toWeakness);
}

function readNotedScores(notes: readonly Place[], { words }: Reading): RecordVulnerability['scores'] {
  return linesOf(notes, words.titles.scores).flatMap((line) => {
    const cvss = parseCvss(line.split(' ')[0] ?? '');
    return isCvssProblem(cvss) ? [] : [toScore(cvss)];
  });
}

function linesOf(notes: readonly Place[], title: string): string[] {
  const meant = notes.filter((note) => member(note, 'title').value === title);
  for (const note of meant) tell(note);
  return meant.flatMap((note) => text(note, 'text')?.split('\n') ?? []);
}
