import { type Provider, WELL_KNOWN } from './provider.ts';

/** Requirement 3, once every link was met: the scheme of each URL is https. */
export function checkSchemes({ links, problems }: Provider): void {
  problems.add(3, ...[...links].filter((url) => !url.startsWith('https://')));
}

/** Requirement 6, once everything was asked for. */
export function checkRedirects({ site, problems }: Provider): void {
  const moved = site.asked().filter(({ redirects }) => redirects > 0);
  problems.add(6, ...moved.map(({ url, redirects }) => `${url} is redirected ${redirects} times`));
}

/** Requirement 9. */
export async function checkWellKnown({ site, metadataAnswer, problems }: Provider): Promise<void> {
  const answer = await site.get(site.origin + WELL_KNOWN);
  if (answer.status !== 200) problems.add(9, `${WELL_KNOWN} answers with ${answer.status}`);
  else if (!answer.bytes.equals(metadataAnswer.bytes)) problems.add(9, `${WELL_KNOWN} is another file`);
}

/** Fields of which RFC 9116 §2.5 allows or wants a number: the least and the most. */
const COUNTS: Readonly<Record<string, readonly [least: number, most: number]>> = {
  contact: [1, Infinity],
  expires: [1, 1],
  'preferred-languages': [0, 1],
  csaf: [1, Infinity],
};

/** Requirement 8, and that the file is a `security.txt` at all (RFC 9116). */
export async function checkSecurityTxt(provider: Provider, now: Date): Promise<void> {
  const { site, problems, links, metadataAnswer } = provider;
  const answer = await site.get(`${site.origin}/.well-known/security.txt`);
  if (answer.status !== 200) {
    problems.add(8, `security.txt answers with ${answer.status}`);
    return;
  }
  if (!/^text\/plain; ?charset=utf-8$/iu.test(answer.type)) problems.add(8, `security.txt is ${answer.type}`);
  const fields = readFields(answer.bytes.toString('utf8'));
  for (const [name, [least, most]] of Object.entries(COUNTS)) {
    const count = fields.filter(([each]) => each === name).length;
    if (count < least || count > most) problems.add(8, `security.txt has ${count} times ${name}`);
  }
  for (const [name, value] of fields) {
    if (name === 'malformed') problems.add(8, `security.txt holds the line ${value}`);
    if (name === 'expires' && !(Date.parse(value) > now.getTime()))
      problems.add(8, 'security.txt has expired');
    if (/^https?:/u.test(value)) links.add(value);
  }
  const first = fields.find(([name]) => name === 'csaf')?.[1];
  if (first === undefined) return;
  const named = await site.get(first.replace(/^http:/u, 'https:'));
  if (named.status !== 200 || !named.bytes.equals(metadataAnswer.bytes))
    problems.add(8, `${first} is not the provider’s metadata`);
}

function readFields(text: string): [name: string, value: string][] {
  return text
    .split(/\r?\n/u)
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, name, value] = /^([A-Za-z-]+): (\S.*)$/u.exec(line) ?? [];
      return name !== undefined && value !== undefined ? [name.toLowerCase(), value] : ['malformed', line];
    });
}
