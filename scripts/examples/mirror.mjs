/*
 * Keeps a folder in step with the advisories of a site, by its static API, and fetches only what changed.
 *
 *   node mirror.mjs https://site.example ./folder [--only csaf,json] [--remove]
 *
 *   --only    takes the named formats; without it all
 *   --remove  deletes what an earlier run fetched and the site no longer offers; without it nothing is ever deleted
 *
 * Needs Node 20 or newer and nothing else. In the folder every file has the path of its address.
 * /api/v1/index.json names one list of changes for each month, with its SHA-256. A list that the folder has with that
 * digest has not changed. From every other list the files are fetched that are missing or differ. What does not have the
 * announced digest is refused. A list is written after its files, and every file in one step, so a run that was
 * interrupted is taken up by the next one. A first run is shorter when the archives of the index were unpacked into the
 * folder before. Exit codes: 0 in step, 1 something could not be fetched (try again later), 2 wrong usage.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';

const [INDEX, MEMORY, AT_ONCE, PATIENCE_MS] = ['/api/v1/index.json', '.mirror.json', 8, 60_000];

async function mirror(site, folder, { only, remove }) {
  const index = JSON.parse((await fetchBytes(site, { address: INDEX })).toString());
  if (index.apiVersion !== 1)
    throw new Error(`${INDEX} is of version ${index.apiVersion}; this program knows 1`);
  const before = JSON.parse((await readIfThere(path.join(folder, MEMORY))) ?? '[]');
  const [offered, failures] = [new Set(), []];
  let fetched = 0;
  const attempt = async ({ address }, work) => {
    await work().then(
      () => offered.add(address),
      (error) => failures.push(`${address}: ${error.message}`),
    );
  };
  const takeFile = async (file, unchanged) => {
    if (await isInStep(folder, file, unchanged)) return;
    await writeWhole(placeOf(folder, file.address), await fetchBytes(site, file));
    fetched += 1;
  };
  const takeList = async (list) => {
    const own = await readIfThere(placeOf(folder, list.address));
    const unchanged = own !== undefined && digest(own) === list.sha256;
    const bytes = unchanged ? own : await fetchBytes(site, list);
    const files = JSON.parse(bytes.toString()).changes.flatMap((change) => change.files);
    const wanted = files.filter(({ format }) => only === undefined || only.split(',').includes(format));
    const failed = failures.length;
    await forEach(wanted, (file) => attempt(file, () => takeFile(file, unchanged)));
    if (!unchanged && failures.length === failed) await writeWhole(placeOf(folder, list.address), bytes);
  };
  for (const list of index.changes) await attempt(list, () => takeList(list));

  const gone = failures.length > 0 ? [] : before.filter((address) => !offered.has(address));
  if (remove) for (const address of gone) await rm(placeOf(folder, address), { force: true });
  const kept = new Set(remove && failures.length === 0 ? offered : [...before, ...offered]);
  await writeWhole(path.join(folder, MEMORY), JSON.stringify([...kept].sort(), null, 1));
  for (const failure of failures) console.error(`refused ${failure}`);
  console.log(`${fetched} fetched, ${gone.length} no longer offered${remove ? ' and removed' : ''}`);
  return failures.length === 0 ? 0 : 1;
}

/** A file of a list that did not change is known by its size; any other by its digest. */
async function isInStep(folder, { address, size, sha256 }, unchanged) {
  const place = placeOf(folder, address);
  if (unchanged) return (await stat(place).catch(() => undefined))?.size === size;
  const own = await readIfThere(place);
  return own !== undefined && digest(own) === sha256;
}

async function fetchBytes(site, { address, sha256 }) {
  const url = new URL(address, site);
  if (url.origin !== site.origin) throw new Error('leads to another site');
  const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  const bytes = Buffer.from(await response.arrayBuffer());
  if (address !== INDEX && digest(bytes) !== sha256) throw new Error('the digest is another than announced');
  return bytes;
}

/** The place of an address in the folder; one that would leave it, whatever its spelling, is refused. */
function placeOf(folder, address) {
  const segments = address.split('/').slice(1).map(decodeURIComponent);
  const isPlain = (segment) => !/^\.*$|[/\\\0]/.test(segment);
  if (!address.startsWith('/') || !segments.every(isPlain)) throw new Error('leads out of the folder');
  return path.join(folder, ...segments);
}

async function readIfThere(file) {
  return readFile(file).catch((error) => (error.code === 'ENOENT' ? undefined : Promise.reject(error)));
}

/** Beside its place first: who reads the folder meanwhile sees the old file or the new one, never a part. */
async function writeWhole(file, content) {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(`${file}.part`, content);
  await rename(`${file}.part`, file);
}

const digest = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** Works on a few items at a time. */
async function forEach(items, work) {
  const rest = items.values();
  const workThrough = async () => {
    for (const item of rest) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, workThrough));
}

const fail = (status) => (error) => (console.error(error.message), (process.exitCode = status));
try {
  const options = { only: { type: 'string' }, remove: { type: 'boolean' } };
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [site, folder, ...rest] = positionals;
  if (folder === undefined || rest.length > 0)
    throw new Error('usage: node mirror.mjs SITE FOLDER [--only csaf,json] [--remove]');
  mirror(new URL(site), path.resolve(folder), values).then((status) => (process.exitCode = status), fail(1));
} catch (error) {
  fail(2)(error);
}
