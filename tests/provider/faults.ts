import { rmSync } from 'node:fs';
import type { SpoiledSite } from './spoiled-site.ts';

/** One thing that can be wrong with a provider. */
export interface Fault {
  /** The requirement of CSAF 2.0 §7.1 that it breaks; no other may be told to be broken. */
  requirement: number;
  what: string;
  spoil: (site: SpoiledSite) => void;
  /** Paths to which the server wants credentials from then on. */
  refused?: (site: SpoiledSite) => string[];
}

const ROOT = '.well-known/csaf';
const METADATA = `${ROOT}/provider-metadata.json`;
const FEED = `${ROOT}/feed-tlp-white.json`;
const INDEX = `${ROOT}/white/index.txt`;
const CHANGES = `${ROOT}/white/changes.csv`;
const SECURITY = '.well-known/security.txt';

type Keys = readonly (string | number)[];

/** What stands deep inside foreign JSON. */
function at(value: unknown, keys: Keys): unknown {
  return keys.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown>)[key], value);
}

/** Puts something deep inside foreign JSON; `undefined` takes away. */
function set(value: unknown, keys: Keys, to: unknown): void {
  const parent = at(value, keys.slice(0, -1)) as Record<string | number, unknown>;
  parent[keys.at(-1) ?? ''] = to;
}

/** Takes away the last item of a list deep inside foreign JSON. */
function dropLast(value: unknown, keys: Keys): void {
  (at(value, keys) as unknown[]).pop();
}

const yearPage = (site: SpoiledSite) => site.document().replace(/[^/]+$/u, 'index.html');

/** Faults of a provider that does not sign. */
export const FAULTS: readonly Fault[] = [
  {
    requirement: 1,
    what: 'a document with a field that CSAF does not have',
    spoil: (site) => {
      site.editDocument((document) => {
        set(document, ['document', 'mood'], 'fine');
      });
    },
  },
  {
    requirement: 1,
    what: 'a document whose version its history does not know',
    spoil: (site) => {
      site.editDocument((document) => {
        set(document, ['document', 'tracking', 'version'], '77');
      });
    },
  },
  {
    requirement: 2,
    what: 'a document that is not named after its identifier',
    spoil: (site) => {
      const [year = ''] = site.document().split('/').slice(-2);
      site.moveDocument(`${year}/renamed.json`);
    },
  },
  {
    requirement: 3,
    what: 'a link without TLS',
    spoil: (site) => {
      site.edit(FEED, (text) => text.replace(/https(:\S+\.sha256")/u, 'http$1'));
    },
  },
  {
    requirement: 4,
    what: 'a public document behind a password',
    spoil: () => undefined,
    refused: (site) => [`/${site.document()}`],
  },
  {
    requirement: 5,
    what: 'a document for few that everybody can fetch',
    spoil: (site) => {
      site.editDocument((document) => {
        set(document, ['document', 'distribution', 'tlp', 'label'], 'AMBER');
      });
    },
  },
  {
    requirement: 6,
    what: 'an address that only leads on',
    spoil: (site) => {
      site.edit(METADATA, (text) => text.replace('/csaf/white/"', '/csaf/white"'));
    },
  },
  {
    requirement: 7,
    what: 'metadata without its last update',
    spoil: (site) => {
      site.editJson(METADATA, (metadata) => {
        set(metadata, ['last_updated'], undefined);
      });
    },
  },
  {
    requirement: 7,
    what: 'a trusted provider without a key',
    spoil: (site) => {
      site.edit(METADATA, (text) => text.replace('"csaf_provider"', '"csaf_trusted_provider"'));
    },
  },
  {
    requirement: 8,
    what: 'a security.txt that does not name the provider',
    spoil: (site) => {
      site.edit(SECURITY, (text) => text.replaceAll(/^CSAF:.*\n/gmu, ''));
    },
  },
  {
    requirement: 8,
    what: 'a security.txt that has expired',
    spoil: (site) => {
      site.edit(SECURITY, (text) => text.replace(/^Expires: \d{4}/mu, 'Expires: 2001'));
    },
  },
  {
    requirement: 9,
    what: 'metadata that stand elsewhere',
    spoil: (site) => {
      const move = (text: string) =>
        text.replace('/csaf/provider-metadata.json', '/csaf/moved/provider-metadata.json');
      site.write(`${ROOT}/moved/provider-metadata.json`, move(site.read(METADATA)));
      rmSync(site.path(METADATA));
      site.edit(SECURITY, move);
    },
  },
  {
    requirement: 11,
    what: 'a document in the folder of another year',
    spoil: (site) => {
      site.moveDocument(`1999/${site.document().split('/').at(-1) ?? ''}`);
    },
  },
  {
    requirement: 12,
    what: 'an index.txt that leaves out a document',
    spoil: (site) => {
      site.edit(INDEX, (text) => text.slice(text.indexOf('\n') + 1));
    },
  },
  {
    requirement: 12,
    what: 'an index.txt with a blank line',
    spoil: (site) => {
      site.edit(INDEX, (text) => `\n${text}`);
    },
  },
  {
    requirement: 13,
    what: 'a changes.csv in the wrong order',
    spoil: (site) => {
      site.edit(CHANGES, (text) => `${text.trimEnd().split('\n').toReversed().join('\n')}\n`);
    },
  },
  {
    requirement: 13,
    what: 'a changes.csv with a moment that is not the document’s',
    spoil: (site) => {
      site.edit(CHANGES, (text) => text.replace(/"[^"]*"\n$/u, '"1999-01-01T00:00:00Z"\n'));
    },
  },
  {
    requirement: 13,
    what: 'a changes.csv with a heading',
    spoil: (site) => {
      site.edit(CHANGES, (text) => `"file","changed"\n${text}`);
    },
  },
  {
    requirement: 14,
    what: 'a folder page that leaves out a document',
    spoil: (site) => {
      const name = site.document().split('/').at(-1) ?? '';
      site.edit(yearPage(site), (text) => text.replace(`<a href="${name}">`, '<a href="./">'));
    },
  },
  {
    requirement: 14,
    what: 'a folder without a page',
    spoil: (site) => {
      rmSync(site.path(yearPage(site)));
    },
  },
  {
    requirement: 15,
    what: 'a feed with a field that readers do not know',
    spoil: (site) => {
      site.editJson(FEED, (feed) => {
        set(feed, ['feed', 'generator'], 'fine');
      });
    },
  },
  {
    requirement: 15,
    what: 'a feed that leaves out a document',
    spoil: (site) => {
      site.editJson(FEED, (feed) => {
        dropLast(feed, ['feed', 'entry']);
      });
    },
  },
  {
    requirement: 15,
    what: 'an entry that does not name a digest',
    spoil: (site) => {
      site.editJson(FEED, (feed) => {
        dropLast(feed, ['feed', 'entry', 0, 'link']);
      });
    },
  },
  {
    requirement: 16,
    what: 'a service document with a field that readers do not know',
    spoil: (site) => {
      site.editJson(`${ROOT}/service.json`, (service) => {
        set(service, ['service', 'generator'], 'fine');
      });
    },
  },
  {
    requirement: 16,
    what: 'a service document that names another feed',
    spoil: (site) => {
      site.edit(`${ROOT}/service.json`, (text) => text.replace('feed-tlp-white', 'feed-tlp-green'));
    },
  },
  {
    requirement: 17,
    what: 'a category document without categories',
    spoil: (site) => {
      site.write(`${ROOT}/category-white.json`, '{"categories":[]}');
    },
  },
  {
    requirement: 18,
    what: 'a digest of something else',
    spoil: (site) => {
      site.edit(`${site.document()}.sha512`, (text) => (text.startsWith('0') ? '1' : '0') + text.slice(1));
    },
  },
  {
    requirement: 18,
    what: 'a digest file that begins with something else',
    spoil: (site) => {
      site.edit(`${site.document()}.sha256`, (text) => `\\${text}`);
    },
  },
];

/** Faults of a provider that signs. */
export const SIGNED_FAULTS: readonly Fault[] = [
  {
    requirement: 19,
    what: 'a signature of something else',
    spoil: (site) => {
      const [first = '', second = ''] = site.documents();
      site.write(`${first}.asc`, site.read(`${second}.asc`));
    },
  },
  {
    requirement: 20,
    what: 'a fingerprint of another key',
    spoil: (site) => {
      site.edit(METADATA, (text) =>
        text.replace(
          /"fingerprint": "(.)/u,
          (_, digit: string) => `"fingerprint": "${digit === 'A' ? 'B' : 'A'}`,
        ),
      );
    },
  },
  {
    requirement: 20,
    what: 'a key that is not there',
    spoil: (site) => {
      site.edit(METADATA, (text) => text.replace(/("url": "[^"]+\/openpgp\/)/u, '$1gone-'));
    },
  },
];
