import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { HubSettings } from '#coordination/hub-files.ts';

/** The file of a room that says who speaks for whom, for the room's own workflow. */
export const ROOM_FILE = 'room.yaml';

/** Who may speak in a room: what its own workflow needs to answer comments, and nothing else of the hub. */
export interface RoomPeople {
  /** Vendor → logins that speak for it. */
  vendors: Readonly<Record<string, readonly string[]>>;
}

/** `room.yaml`: coordinators, the program's own login, vendors. */
export function formatRoomFile({ coordinators, bot }: HubSettings, { vendors }: RoomPeople): string {
  return stringify({ bot, coordinators, vendors }, { lineWidth: 0 });
}

/** What stands in every new room on `main`: the template's files, filled in, and who may speak. */
export function buildRoomFiles(
  root: string,
  settings: HubSettings,
  people: RoomPeople,
  engine: { repo: string; commit: string },
): Map<string, string> {
  const folder = join(root, 'scripts', 'templates', 'room');
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const files = new Map(
    names.map((name) => [
      name.slice(folder.length + 1).replaceAll('\\', '/'),
      readFileSync(name, 'utf8')
        .replaceAll('{{engine}}', engine.repo)
        .replaceAll('{{commit}}', engine.commit),
    ]),
  );
  files.set(ROOM_FILE, formatRoomFile(settings, people));
  return files;
}
