import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Place, WorkflowFile } from './workflow.ts';

const FOLDERS: Readonly<Record<Place, string>> = {
  site: '.github/workflows',
  room: 'scripts/templates/room/.github/workflows',
  hub: 'scripts/templates/hub/.github/workflows',
};

/** All workflows of this project: our own, and those that rooms and hubs are made with. */
export function loadWorkflows(): WorkflowFile[] {
  return Object.entries(FOLDERS).flatMap(([place, folder]) =>
    readdirSync(folder).map((name) => {
      const file = path.posix.join(folder, name);
      return { path: file, place: place as Place, text: readFileSync(file, 'utf8') };
    }),
  );
}
