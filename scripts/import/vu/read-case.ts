import { parseInstant } from '#domain/dates.ts';
import { drop, items, member, type Place, text } from '#formats/foreign/foreign-document.ts';
import type { Draft } from '../draft.ts';
import { readLine } from '../facts/plain-line.ts';
import type { Refusal } from '../format.ts';
import { markdownFromText } from '../prose/from-text.ts';
import { readCves } from './note-cves.ts';
import { findWeaknesses } from './note-weaknesses.ts';
import { readWords } from './note-words.ts';

/**
 * A case as VINCE's API tells it to its participants: `{ get_case, get_vuls, get_original_report }`. The case is no
 * publication: its only date is the one on which it is due to be published (`due_date`). That becomes the moment of
 * publication, so a case that is not yet due is under embargo here too. Nothing of the reporter's original report is
 * taken over, as it was written in confidence.
 */
export function readCase(document: Place): { readonly draft: Draft } | { readonly refusal: Refusal } {
  for (const key of ['debug_get_case', 'get_original_report', 'query_info'])
    drop(member(document, key), 'internal');
  const found = member(document, 'get_case');
  for (const key of ['created', 'status']) drop(member(found, key), 'internal');
  drop(member(document, 'case'), 'duplicate');
  const number = text(found, 'vuid');
  if (number === undefined || !/^\d{1,9}$/u.test(number)) return missing('/get_case/vuid');
  const title = readLine(found, 'title');
  if (title === undefined) return missing('/get_case/title');
  const publishedAt = text(found, 'due_date');
  if (publishedAt === undefined) return missing('/get_case/due_date');
  if (typeof parseInstant(publishedAt) !== 'string')
    return { refusal: { why: 'unreadable', at: '/get_case/due_date' } };
  const vulnerabilities = items(document, 'get_vuls').map(readVulnerability);
  const summary = readWords(found, 'summary') ?? `${title}.`;
  const details = vulnerabilities.map(({ words }) => words).filter((words) => words !== '');
  const facts = {
    ...{ id: `VU#${number}`, title, publishedAt },
    vulnerabilities: vulnerabilities.length === 0 ? [{}] : vulnerabilities.map(({ facts }) => facts),
    references: [
      ...[
        {
          title: `VU#${number}`,
          url: `https://www.kb.cert.org/vuls/id/${number}`,
          publisher: 'CERT/CC',
          language: 'en',
        },
      ],
    ],
    revisions: [{ at: publishedAt, summary: 'Published.' }],
  };
  const prose = [
    { id: 'overview' as const, markdown: markdownFromText(summary) },
    ...(details.length === 0 ? [] : [{ id: 'details' as const, markdown: details.join('\n\n') }]),
    { id: 'solution' as const, markdown: 'The source names no solution.' },
  ];
  return { draft: { facts, language: 'en', prose, retired: [`/vuls/id/${number}`] } };
}

function readVulnerability(vulnerability: Place) {
  drop(member(vulnerability, 'date_added'), 'internal');
  const [cve] = readCves(vulnerability, 'name');
  const description = readWords(vulnerability, 'description');
  const cwe = findWeaknesses(description ?? '');
  const head = cve === undefined ? '' : `**${cve}**\n\n`;
  return {
    facts: { ...(cve !== undefined && { cve }), ...(cwe.length > 0 && { cwe }) },
    words: description === undefined ? '' : `${head}${markdownFromText(description)}`,
  };
}

function missing(at: string): { refusal: Refusal } {
  return { refusal: { why: 'missing', at } };
}
