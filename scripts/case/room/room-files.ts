import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Site } from '#domain/site.ts';
import type { HubSettings } from '#coordination/hub-files.ts';

/** The file of a room that says who speaks for whom, for the room's own workflow. */
export const ROOM_FILE = 'room.yaml';

/** Who may speak in a room, and how it is spoken to: what its own workflow needs, and nothing else of the hub. */
export interface RoomFacts {
  /** Vendor → logins that speak for it. */
  vendors: Readonly<Record<string, readonly string[]>>;
  site: Pick<Site, 'languages' | 'timezone'>;
}

/** `room.yaml`, as `roomFileSchema` reads it. */
export function formatRoomFile({ coordinators, bot }: HubSettings, { vendors, site }: RoomFacts): string {
  const { languages, timezone } = site;
  return stringify({ bot, coordinators, vendors, languages, timezone }, { lineWidth: 0 });
}

/** What stands in every new room on `main`: the template's files, filled in, and who may speak. */
export function buildRoomFiles(
  root: string,
  settings: HubSettings,
  facts: RoomFacts,
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
  files.set(ROOM_FILE, formatRoomFile(settings, facts));
  return files;
}
