import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * Who may import whom. A room sees itself and the rooms named here; every arrow points down.
 * The map in README.md is drawn from this table.
 */
const ROOMS: Record<string, readonly string[]> = {
  'src/domain': [],
  'src/i18n': ['src/domain'],
  'src/markdown': ['src/domain'],
  'src/catalog': ['src/domain', 'src/markdown'],
  'src/formats': ['src/domain'],
  'src/statistics': ['src/domain'],
  'src/lint': ['src/domain', 'src/markdown', 'src/catalog', 'src/formats'],
  'src/coordination': ['src/domain', 'src/i18n', 'src/markdown', 'src/catalog'],
  'src/feeds': ['src/domain', 'src/markdown'],
  'src/search': ['src/domain', 'src/catalog'],
  'src/site': [
    'src/domain',
    'src/i18n',
    'src/markdown',
    'src/catalog',
    'src/formats',
    'src/statistics',
    'src/feeds',
  ],
  'src/client': ['src/domain', 'src/search'],
  'src/styles': [],
  'src/components': ['src/domain', 'src/i18n', 'src/site', 'src/client'],
  'src/layouts': ['src/i18n', 'src/site', 'src/components', 'src/client', 'src/styles'],
  'src/screens': ['src/i18n', 'src/site', 'src/components', 'src/layouts', 'src/client'],
  'src/pages': ['src/site', 'src/screens'],
  scripts: [
    'src/domain',
    'src/i18n',
    'src/markdown',
    'src/catalog',
    'src/formats',
    'src/lint',
    'src/coordination',
    'src/search',
    'src/site',
  ],
};

/** The only files of a room that may import what the rest of the room must do without. */
const DOORS: Record<string, readonly string[]> = {
  'node:fs': [
    'src/catalog/load-content.ts',
    'src/catalog/read-tree.ts',
    'src/catalog/parse-cache.ts',
    'src/catalog/parse-shard.ts',
    'src/catalog/aside.ts',
  ],
  'node:crypto': ['src/catalog', 'src/coordination', 'src/site'],
  'node:path': ['src/catalog'],
  'node:zlib': ['src/site/exports/pack-zip.ts'],
};

/**
 * The files of the domain that browser code may see, directly or through the search. Types cost nothing and are free.
 * Neither they nor the search may bring a package or a room with them.
 */
const BROWSER_SAFE_DOMAIN = [
  'src/domain/typed-version.ts',
  'src/domain/version-range.ts',
  'src/domain/version-table.ts',
  'src/domain/version.ts',
];

const root = path.resolve(import.meta.dirname, '..');
const aliases = (
  JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { imports: Record<string, string> }
).imports;

interface Import {
  from: string;
  to: string;
  onlyTypes: boolean;
}

/** A project of its own, which the bench builds beside this one. */
const PEER = 'scripts/bench/peers/astro/';

const sources = ['src', 'scripts'].flatMap((room) =>
  readdirSync(path.join(root, room), { recursive: true, encoding: 'utf8' })
    .map((file) => `${room}/${file.replaceAll('\\', '/')}`)
    .filter(
      (file) =>
        /\.(?:ts|mjs|astro)$/.test(file) && !/\.test\.ts$|\.d\.ts$/.test(file) && !file.startsWith(PEER),
    ),
);
const imports = sources.flatMap((from) => readImports(from));

describe('the house', () => {
  it('has files in every room of the table and no room beside it', () => {
    const rooms = new Set(sources.map(roomOf));
    const entrances = ['src'];
    expect([...rooms].filter((room) => !(room in ROOMS) && !entrances.includes(room))).toEqual([]);
  });

  it('imports downwards only', () => {
    const wrong = imports.filter(({ from, to }) => {
      const [here, there] = [roomOf(from), roomOf(to)];
      return there.startsWith('src/') && here !== there && here in ROOMS && !ROOMS[here]?.includes(there);
    });
    expect(wrong).toEqual([]);
  });

  it('lists no arrow that nobody needs', () => {
    const used = new Set(imports.map(({ from, to }) => `${roomOf(from)} → ${roomOf(to)}`));
    const listed = Object.entries(ROOMS).flatMap(([room, seen]) => seen.map((other) => `${room} → ${other}`));
    expect(listed.filter((arrow) => !used.has(arrow))).toEqual([]);
  });

  it('keeps the command line out of the house', () => {
    expect(imports.filter(({ from, to }) => from.startsWith('src/') && to.startsWith('scripts/'))).toEqual(
      [],
    );
  });

  it('opens disk, paths and hashing at the listed doors only', () => {
    const wrong = imports.filter(
      ({ from, to }) =>
        from.startsWith('src/') &&
        to.startsWith('node:') &&
        !(DOORS[to] ?? []).some((door) => from === door || from.startsWith(`${door}/`)),
    );
    expect(wrong).toEqual([]);
  });

  it('lets browser code reach only the pure half of search and domain', () => {
    const reached = reach(sources.filter((file) => file.startsWith('src/client/')));
    const wrong = reached.filter(
      (file) => !/^src\/(?:client|search)\//.test(file) && !BROWSER_SAFE_DOMAIN.includes(file),
    );
    expect(wrong).toEqual([]);
    expect(BROWSER_SAFE_DOMAIN.filter((file) => !reached.includes(file))).toEqual([]);
  });

  it('opens the one door to GitHub in one room', () => {
    const clients = imports.filter(({ to }) => /^(?:octokit|@octokit\/)/.test(to)).map(({ from }) => from);
    expect(clients.length).toBeGreaterThan(0);
    expect(clients.filter((file) => !file.startsWith('scripts/github/'))).toEqual([]);
  });

  it('reads the wall clock in one place', () => {
    const clocks = sources.filter((file) => /\bDate\.now\(|new Date\(\)/.test(read(file)));
    expect(clocks.filter((file) => file !== 'scripts/environment.ts')).toEqual([]);
  });

  it('has no rooms without a purpose in their name', () => {
    expect(sources.filter((file) => /(?:^|\/)(?:utils?|helpers?|common|misc)(?:\/|\.)/.test(file))).toEqual(
      [],
    );
  });
});

/** Everything that the given files bring with them when they are bundled. */
function reach(entrances: readonly string[]): string[] {
  const reached = new Set(entrances);
  for (const file of reached) {
    for (const { from, to, onlyTypes } of imports) if (from === file && !onlyTypes) reached.add(to);
  }
  return [...reached];
}

function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

function readImports(from: string): Import[] {
  const found = read(from).matchAll(/(?:import (type )[^;']*?from|from|import)\s*\(?\s*'([^']+)'/g);
  return [...found].map(([, onlyTypes, specifier = '']) => ({
    from,
    to: resolve(from, specifier),
    onlyTypes: onlyTypes !== undefined,
  }));
}

function resolve(file: string, specifier: string): string {
  if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(file), specifier);
  for (const [alias, target] of Object.entries(aliases)) {
    const [start = ''] = alias.split('*');
    if (specifier.startsWith(start))
      return target.replace('./', '').replace('*', specifier.slice(start.length));
  }
  return specifier;
}

function roomOf(file: string): string {
  const parts = file.split('/');
  return parts[0] === 'scripts' ? 'scripts' : parts.slice(0, parts.length > 2 ? 2 : 1).join('/');
}
