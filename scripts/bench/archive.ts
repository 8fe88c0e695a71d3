import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toAdvisoryFiles, writeFiles } from './content/generate-content.ts';
import type { Tally } from './measure/census.ts';
import { buildAdvisory, GENERATED_NOW, type World } from './content/generated-advisory.ts';

/** A content directory that is measured, and what can be changed in it. */
export interface Archive {
  /** The content directory. */
  content: string;
  /** The build's “now”, in seconds since 1970. */
  now: number;
  /** Takes back what was published. */
  undo: () => void;
  /** Adds a sentence to the prose of an advisory in the middle of the archive. */
  edit: () => void;
  /** Adds the newest advisory; absent where nobody can invent one. */
  publish?: () => void;
}

const SENTENCE = '\n追記しました。\n';

/** Generated content: one advisory in the middle is edited, the next one is published. */
export function generatedArchive(content: string, world: World): Archive {
  const next = [...toAdvisoryFiles(buildAdvisory(world, world.size))];
  const [middle] = toAdvisoryFiles(buildAdvisory(world, Math.floor(world.size / 2)));
  return {
    content,
    now: GENERATED_NOW,
    undo: () => {
      for (const { file } of next) rmSync(join(content, file), { force: true });
    },
    edit: () => {
      if (middle) addSentence(join(content, middle.file));
    },
    publish: () => void writeFiles(content, next),
  };
}

/** An archive that somebody has, with the number of its advisories (translations not counted) and what it weighs. */
export interface CopiedArchive extends Archive {
  size: number;
  weight: Tally;
}

/**
 * An existing content directory, which must be a copy: its middle advisory is edited.
 * @throws when it holds no advisory
 */
export function copiedArchive(content: string, now: number): CopiedArchive {
  const files = readdirSync(content, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const folder = join(content, 'advisories');
  const originals = files
    .filter((file) => file.startsWith(folder) && /[/\\][^./\\]+\.md$/.test(file))
    .toSorted();
  const middle = originals[Math.floor(originals.length / 2)];
  if (middle === undefined) throw new Error(`There is no advisory in ${folder}.`);
  return {
    content,
    now,
    size: originals.length,
    weight: { files: files.length, bytes: files.reduce((sum, file) => sum + statSync(file).size, 0) },
    undo: () => undefined,
    edit: () => {
      addSentence(middle);
    },
  };
}

function addSentence(file: string): void {
  writeFileSync(file, `${readFileSync(file, 'utf8')}${SENTENCE}`);
}
