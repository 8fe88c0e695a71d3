import { cveUrl } from '#domain/identifiers.ts';
import { isVexJustification } from '#domain/vex-justification.ts';
import type { AdvisoryRecord, RecordProduct, RecordVulnerability } from '#formats/record/advisory-record.ts';
import { answerOf, isPending, type PendingAnswer } from '#formats/record/positions.ts';
import { speak } from '#formats/record/texts.ts';
import { withoutTwins } from '#formats/record/without-twins.ts';
import { type Claim, listClaims } from './list-claims.ts';
import type { OpenVexDocument, OpenVexProduct, OpenVexStatement } from './openvex-document.ts';
import { nameAffected, nameFixed, nameVendor, type ProductNames } from './openvex-products.ts';

type RecordClaim = Claim<RecordVulnerability, RecordProduct>;

/**
 * The vendor-status table as OpenVEX: one statement for each vulnerability, status and reason, with all products that
 * share them. Texts are English where there is English, because the format has no place for a second language.
 * Only useful where `listClaims` finds something.
 * @param id the address of the document
 */
export function toOpenVex(record: AdvisoryRecord, id: string): OpenVexDocument {
  const { publisher, publishedAt, updatedAt, revisions, languages } = record;
  return {
    '@context': 'https://openvex.dev/ns/v0.2.0',
    '@id': id,
    author: speak(publisher.name, 'en', languages),
    role: publisher.category,
    timestamp: publishedAt,
    ...(updatedAt !== publishedAt && { last_updated: updatedAt }),
    version: revisions.at(-1)?.number ?? 1,
    statements: toStatements(record),
  };
}

function toStatements(record: AdvisoryRecord): OpenVexStatement[] {
  const names = namesOf(record);
  const groups = Map.groupBy(listClaims(record), (claim) => JSON.stringify(toStatement(record, claim)));
  return [...groups.values()].flatMap((claims) => {
    const [first] = claims;
    if (first === undefined) return [];
    const notes = first.status === 'affected' ? tellVersions(record, claims) : '';
    return {
      ...toStatement(record, first),
      products: withoutTwins(claims.flatMap((claim) => nameProducts(names, claim))),
      ...(notes !== '' && { status_notes: notes }),
    };
  });
}

/** Everything of a statement but its products. */
function toStatement(record: AdvisoryRecord, claim: RecordClaim): OpenVexStatement {
  const { status, vulnerability } = claim;
  return {
    vulnerability: nameVulnerability(record, vulnerability),
    products: [],
    status,
    ...(status === 'affected' && tellAction(record)),
    ...(status === 'not_affected' && tellReason(record, claim)),
    ...(status === 'under_investigation' && tellAnswer(record, claim)),
  };
}

function nameVulnerability(
  { id, urls, languages, title, vulnerabilities }: AdvisoryRecord,
  { cve, title: own }: RecordVulnerability,
): OpenVexStatement['vulnerability'] {
  const description = speak(own ?? title, 'en', languages);
  if (cve === undefined) return { '@id': speak(urls, 'en', languages), name: id, description };
  const isOnly = vulnerabilities.length === 1;
  return { '@id': cveUrl(cve), name: cve, description, ...(isOnly && { aliases: [id] }) };
}

/** What to do, from the advisory's section on the solution. */
function tellAction(record: AdvisoryRecord): Pick<OpenVexStatement, 'action_statement'> {
  const page = speak(record.urls, 'en', record.languages);
  return { action_statement: findText(record, 'solution') ?? `See ${page} for what to do.` };
}

/** Which versions are meant, in ranges or words; neither an address nor a package URL can say it. */
function tellVersions({ languages }: AdvisoryRecord, claims: readonly RecordClaim[]): string {
  const told = claims.flatMap(({ product }) => {
    const note = product?.note && speak(product.note, 'en', languages);
    const versions = [...(product?.ranges ?? []), ...(note ? [note] : [])];
    return product && versions.length > 0
      ? `${speak(product.name, 'en', languages)}: ${versions.join(', ')}`
      : [];
  });
  return told.length === 0 ? '' : `Affected versions: ${[...new Set(told)].join('; ')}`;
}

/** What the vendor has said so far: that it investigates can mean that some products are known to be affected. */
function tellAnswer(
  { vendors }: AdvisoryRecord,
  { vendor: slug, vulnerability }: RecordClaim,
): Pick<OpenVexStatement, 'status_notes'> {
  const vendor = vendors.find((each) => each.slug === slug);
  const answer = vendor && answerOf(vendor, vulnerability);
  return answer !== undefined && isPending(answer) ? { status_notes: PENDING[answer] } : {};
}

const PENDING: Record<PendingAnswer, string> = {
  'affected-investigating':
    'The vendor states that some of its products are affected and is investigating which.',
  'not-affected-investigating': 'The vendor knows of no affected products and is still investigating.',
  unknown: 'Whether the vendor’s products are affected is unknown.',
  notified: 'The vendor has been informed; whether its products are affected is not known yet.',
};

/** OpenVEX wants a justification or an impact statement; the vendor's own words serve as the latter. */
function tellReason(
  { vendors, languages }: AdvisoryRecord,
  { vendor: slug }: RecordClaim,
): Pick<OpenVexStatement, 'justification' | 'impact_statement'> {
  const vendor = vendors.find((each) => each.slug === slug);
  const justification = isVexJustification(vendor?.justification) ? vendor.justification : undefined;
  const statement = vendor?.statement && speak(vendor.statement, 'en', languages);
  const impact = statement ?? (justification === undefined ? NOT_AFFECTED : undefined);
  return {
    ...(justification !== undefined && { justification }),
    ...(impact !== undefined && { impact_statement: impact }),
  };
}

const NOT_AFFECTED = 'The vendor states that its products are not affected.';

/** The section in English or, failing that, in the first language that has it. */
function findText({ sections, languages }: AdvisoryRecord, id: 'solution'): string | undefined {
  return [sections.en, ...languages.map((language) => sections[language])]
    .map((list) => list?.find((section) => section.id === id)?.text.trim() ?? '')
    .find((text) => text !== '');
}

/** Addresses are made from the original's language, so that a translation does not change them. */
function namesOf({ urls, languages }: AdvisoryRecord): ProductNames {
  const [first = 'en'] = languages;
  return {
    page: speak(urls, first, languages),
    nameOf: ({ name }) => speak(name, first, languages),
  };
}

function nameProducts(names: ProductNames, { product, vendor, status }: RecordClaim): OpenVexProduct[] {
  if (product === undefined) return [nameVendor(names, vendor)];
  return status === 'fixed' ? nameFixed(names, product) : nameAffected(names, product);
}
