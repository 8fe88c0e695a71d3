import { writeFileSync, renameSync, mkdirSync, rmSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Cases, Desk } from '../desk.ts';
import type { Step } from '../plan.ts';
import type { Publication } from './publication.ts';
import { recordPublished } from './record-published.ts';

/** The steps of a publication into a content directory on disk; how it travels from there is the coordinator's affair. */
export function exportSteps(desk: Desk, cases: Cases, publication: Publication, folder: string): Step[] {
  const { words } = desk;
  const { text } = publication;
  const files = [...text.files].filter(
    ([path]) => !(path.startsWith('vendors/') && existsSync(join(folder, path))),
  );
  return [
    ...files.map(([path, content]) => ({
      does: words.publish.write(join(folder, path)),
      perform: () => {
        writeWhole(join(folder, path), content);
        return Promise.resolve();
      },
    })),
    {
      does: words.publish.record,
      perform: async () => {
        await recordPublished(desk, cases, publication);
      },
    },
  ];
}

/** Writes beside the file and renames, so that nobody ever reads half of it. */
function writeWhole(file: string, text: string): void {
  const beside = `${file}.part`;
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(beside, text);
    renameSync(beside, file);
  } finally {
    rmSync(beside, { force: true });
  }
}
