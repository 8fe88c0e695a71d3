import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addSentence } from './archive.ts';
import { runProcess, type Job } from './measure/run-process.ts';
import { setAside } from './measure/set-aside.ts';
import { PEER_SITUATIONS, type Side } from './side.ts';

/** Another generator over its own project. */
export interface Peer {
  name: string;
  /** The folder with its finished site. */
  output: string;
  /** What it remembers beside the output; a cold build has none of it. */
  remembered: readonly string[];
  /** The folder in which pages of the newest year stand, one file each. */
  pages: string;
  job: Job;
}

const ADDED = 'KRN00000000';

/** Builds another generator's site. It keeps nothing that would spare it pages, so every situation is a full build. */
export function peerSide(home: string, { name, output, remembered, pages, job }: Peer): Side {
  const added = join(pages, `${ADDED}.md`);
  return {
    name,
    output,
    situations: PEER_SITUATIONS,
    build: async (situation) => {
      if (situation === 'cold') {
        rmSync(added, { force: true });
        for (const each of [output, ...remembered]) setAside(home, each);
      }
      const page = firstPage(pages);
      if (situation === 'edit one') addSentence(join(pages, page));
      if (situation === 'publish one') writeFileSync(added, publishCopy(join(pages, page), page));
      return runProcess(job);
    },
  };
}

function firstPage(pages: string): string {
  const page = readdirSync(pages).find((name) => /^KRN\d+\.md$/.test(name) && !name.startsWith(ADDED));
  if (page === undefined) throw new Error(`There is no advisory in ${pages}.`);
  return page;
}

/** The same page under another identifier and address. */
function publishCopy(file: string, page: string): string {
  const slug = page.replace('.md', '');
  return readFileSync(file, 'utf8')
    .replaceAll(slug, ADDED)
    .replaceAll(slug.replace('KRN', 'KRN#'), 'KRN#00000000');
}
