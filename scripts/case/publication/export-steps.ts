import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../../write-whole.ts';
import type { Cases, Desk } from '../desk.ts';
import type { Step } from '../plan.ts';
import type { Publication } from './publication.ts';
import { recordPublished } from './record-published.ts';

/** The steps of a publication into a content directory on disk; how it travels from there is the coordinator's affair. */
export function exportSteps(desk: Desk, cases: Cases, publication: Publication, folder: string): Step[] {
  const { words } = desk;
  const { text } = publication;
  const missing = [...text.vendorFiles].filter(([path]) => !existsSync(join(folder, path)));
  const files = [...text.texts, ...missing];
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
