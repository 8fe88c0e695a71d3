import { appendFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  CSAF,
  type CsafSite,
  DOCUMENT,
  fingerprintOf,
  makeKey,
  NOW,
  openCsafSite,
} from '../../tests/builders/a-signed-site.ts';
import { UsageError } from '../usage-error.ts';
import { signTree } from './sign-tree.ts';
import { listFiles } from '../build/list-files.ts';
import { MARKER } from '../build/out-dir.ts';
import { sign } from '../commands/sign.ts';
import { openSignatureStore } from './signature-store.ts';
import { openSigningKey } from './signing-key.ts';

let [key, other] = ['', ''];

beforeAll(async () => {
  key = await makeKey();
  other = await makeKey();
});

describe('a tree that cannot be signed', () => {
  const cases: readonly (readonly [what: string, spoil: (site: CsafSite) => void, words: string])[] = [
    [
      'a document that was altered after the build',
      ({ outDir }) => {
        appendFileSync(join(outDir, DOCUMENT), ' ');
      },
      `${DOCUMENT} does not match the .sha256`,
    ],
    [
      'a document without its digest',
      ({ outDir }) => {
        rmSync(join(outDir, `${DOCUMENT}.sha256`));
      },
      `${DOCUMENT} does not match the .sha256`,
    ],
    [
      'a document of the feed that is gone',
      ({ outDir }) => {
        rmSync(join(outDir, DOCUMENT));
      },
      `${DOCUMENT} is needed and missing`,
    ],
    [
      'no metadata',
      ({ outDir }) => {
        rmSync(join(outDir, CSAF, 'provider-metadata.json'));
      },
      'There is no CSAF to sign',
    ],
    [
      'no site',
      ({ outDir }) => {
        rmSync(outDir, { recursive: true });
      },
      'There is no CSAF to sign',
    ],
  ];

  it.each(cases)('is named and left as it is: %s', async (_, spoil, words) => {
    const site = openCsafSite({ CSAF_SIGNING_KEY: key });
    spoil(site);
    const tree = site.tree();
    expect(await site.run()).toBe(1);
    expect(site.written.err[0]).toContain(words);
    expect(site.tree()).toEqual(tree);
  });

  it('is refused when the folder is no output of ours', async () => {
    const site = openCsafSite({ CSAF_SIGNING_KEY: key });
    rmSync(join(site.outDir, MARKER.address));
    await expect(site.run()).rejects.toThrow(UsageError);
  });

  it('is refused when another key has signed it', async () => {
    const site = openCsafSite({ CSAF_SIGNING_KEY: key });
    await site.run();
    const [tree, first] = [site.tree(), fingerprintOf(site)];
    expect(await sign({ ...site.environment, env: { CSAF_SIGNING_KEY: other } }, [])).toBe(1);
    expect(site.written.err[0]).toContain(first);
    expect(site.tree()).toEqual(tree);
  });
});

describe('a crash while signatures move in', () => {
  it('leaves a tree that promises nothing it does not hold, and that signing again completes', async () => {
    const whole = openCsafSite({ CSAF_SIGNING_KEY: key });
    await whole.run();
    const wanted = whole.tree();
    let steps = 0;
    for (let crashAt = 1; ; crashAt++) {
      const site = openCsafSite({ CSAF_SIGNING_KEY: key });
      const finished = await signCrashing(site, crashAt);
      if (finished) break;
      steps = crashAt;
      expectKeptPromises(site);
      expect(await site.run()).toBe(0);
      expect(site.tree()).toEqual(wanted);
    }
    // Four signatures, the key, two feeds, four pages and the metadata of both versions.
    expect(steps).toBe(13);
  });

  it('leaves the old tree when nothing has moved yet', async () => {
    const site = openCsafSite({ CSAF_SIGNING_KEY: key });
    const tree = site.tree();
    const parts = await partsOf(site);
    const beforeApply = () => {
      throw new Error('crash');
    };
    await expect(signTree(site.outDir, { ...parts, faults: { beforeApply } })).rejects.toThrow('crash');
    expect(site.tree()).toEqual(tree);
    expect(readdirSync(site.cwd).filter((name) => name.startsWith('dist'))).toEqual(['dist']);
  });
});

async function partsOf({ cacheDir }: CsafSite) {
  const now = new Date(NOW);
  const opened = await openSigningKey(key, undefined, now);
  return { key: opened, store: openSignatureStore(cacheDir, opened.signer), now };
}

/** Signs and breaks off after a step. @returns true when there were fewer steps */
async function signCrashing(site: CsafSite, crashAt: number): Promise<boolean> {
  const afterStep = (done: number) => {
    if (done === crashAt) throw new Error('crash');
  };
  try {
    await signTree(site.outDir, { ...(await partsOf(site)), faults: { afterStep } });
    return true;
  } catch {
    return false;
  }
}

/** Whatever a reader is led to exists, and who is called trusted has signed everything. */
function expectKeptPromises({ outDir, read }: CsafSite): void {
  const paths = listFiles(outDir);
  const exists = new Set(paths);
  for (const [root, label] of [
    [CSAF, 'white'],
    [`${CSAF}/v2.1`, 'clear'],
  ] as const) {
    const promised = [`${root}/provider-metadata.json`, `${root}/feed-tlp-${label}.json`]
      .flatMap((path) => [...read(path).matchAll(/https:\/\/vn\.example\/([^"]+\.asc)/g)])
      .map(([, path = '']) => path);
    const pages = paths.filter((path) => path.startsWith(root) && path.endsWith('index.html'));
    const linked = pages.flatMap((page) =>
      [...read(page).matchAll(/href="([^"]+\.asc)"/g)].map(([, name]) =>
        page.replace('index.html', name ?? ''),
      ),
    );
    const isTrusted = read(`${root}/provider-metadata.json`).includes('csaf_trusted_provider');
    const documents = paths.filter((path) => path.startsWith(`${root}/${label}/`) && path.endsWith('.json'));
    const owed = isTrusted ? documents.map((path) => `${path}.asc`) : [];
    expect([...promised, ...linked, ...owed].filter((path) => !exists.has(path))).toEqual([]);
  }
}
