import { type CsafShape, type Provider, wantsCredentials } from './provider.ts';

/** What is wrong with a document by the schema and the mandatory tests of CSAF 2.0; empty when it is valid. */
export type ValidateCsaf = (document: object) => Promise<readonly string[]>;

/** Requirements 1, 2, 4, 5 and 11, of every document by itself. */
export async function checkDocuments(provider: Provider, validate: ValidateCsaf): Promise<void> {
  const { documents, problems } = provider;
  for (const document of documents.values()) {
    const { url, answer, json } = document;
    if (wantsCredentials(answer)) problems.add(4, `${url} wants credentials`);
    if (answer.status !== 200) continue;
    if (json === undefined) {
      problems.add(1, `${url} is no JSON in UTF-8`);
      continue;
    }
    problems.add(1, ...(await validate(json)).map((problem) => `${url}: ${problem}`));
    checkLabel(provider, url, json);
    checkPlace(provider, url, json);
  }
}

function checkLabel({ problems }: Provider, url: string, { document }: CsafShape): void {
  const label = document?.distribution?.tlp?.label ?? 'WHITE';
  if (label !== 'WHITE' && label !== 'GREEN')
    problems.add(5, `${url} is labelled ${JSON.stringify(label)} and free for all`);
}

function checkPlace({ problems }: Provider, url: string, { document }: CsafShape): void {
  const { id, initial_release_date: released } = document?.tracking ?? {};
  const [folder = '', name = ''] = new URL(url).pathname.split('/').slice(-2);
  if (name !== nameFor(id)) problems.add(2, `${url} is not named after its identifier`);
  if (folder !== yearOf(released)) problems.add(11, `${url} was first released in ${yearOf(released)}`);
}

/** CSAF 2.0 §5.1: lower case, and one low line for whatever else is not allowed. */
function nameFor(id: unknown): string {
  return `${String(id)
    .toLowerCase()
    .split(/[^-+a-z0-9]+/u)
    .join('_')}.json`;
}

/** The year in UTC, which is how checkers read it. */
function yearOf(instant: unknown): string {
  const date = new Date(String(instant));
  return Number.isNaN(date.getTime()) ? 'no year' : String(date.getUTCFullYear());
}
