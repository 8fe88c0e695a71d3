import { appendFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseContentPath } from '#catalog/content-path.ts';
import { listFiles } from '../build/list-files.ts';
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
  const files = listFiles(content);
  const originals = files.filter((file) => parseContentPath(file)?.kind === 'advisory');
  const middle = originals[Math.floor(originals.length / 2)];
  if (middle === undefined) throw new Error(`There is no advisory in ${content}.`);
  return {
    content,
    now,
    size: originals.length,
    weight: {
      files: files.length,
      bytes: files.reduce((sum, file) => sum + statSync(join(content, file)).size, 0),
    },
    undo: () => undefined,
    edit: () => {
      addSentence(join(content, middle));
    },
  };
}

/** Adds a sentence to the prose of a page, whoever builds it. */
export function addSentence(file: string): void {
  appendFileSync(file, '\n追記しました。\n');
}
