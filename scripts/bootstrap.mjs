/*
 * The first step of `npm start` and `npm test`, for whatever Node (20 or newer) a newcomer has: installs what is
 * missing, says what it does and why, and hands over to the command line under the Node version of this project.
 * Plain JavaScript without dependencies, because nothing is installed yet when it runs.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const isWindows = process.platform === 'win32';
const japanese = /^ja/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '');

const words = japanese
  ? {
      oldNode: (version) =>
        `Node.js 20 以上が必要です(今は ${version})。https://nodejs.org/ から入れてください。`,
      missing: 'パッケージがまだ入っていないので、npm install で入れます(初回だけ、1 分ほどかかります)。',
      stale: 'package-lock.json が変わったので、npm install でパッケージを入れ直します。',
      noNpm: 'npm が見つかりません。Node.js に付属する npm を使えるようにしてください。',
      failed:
        'パッケージを入れられませんでした。理由は上の npm の表示にあります。多くはネットワークにつながっていないためです。',
      browser: 'ブラウザーの試験に Chromium が要るので、apt-get で入れます。',
      gpg: '署名の試験に GnuPG が要るので、apt-get で入れます。',
      noGpg: 'GnuPG が見つかりません。GnuPG で署名を検証する試験は行われません。',
      noBrowser:
        'Chromium が見つかりません。Chromium か Chrome を入れるか、CHROME_PATH にその場所を書いてください。ブラウザーの試験は不合格になります。',
    }
  : {
      oldNode: (version) =>
        `Node.js 20 or newer is needed; this is ${version}. Get it from https://nodejs.org/.`,
      missing: 'The packages are not installed yet; npm install fetches them (once, about a minute).',
      stale: 'package-lock.json has changed; npm install brings the packages up to date.',
      noNpm: 'npm was not found. Make the npm that comes with Node.js available.',
      failed:
        'The packages could not be installed. npm says why above; most often there is no connection to the network.',
      browser: 'The browser tests need Chromium; apt-get installs it.',
      gpg: 'The tests of signatures need GnuPG; apt-get installs it.',
      noGpg: 'GnuPG was not found. The tests that verify signatures with it are left out.',
      noBrowser:
        'No Chromium was found. Install Chromium or Chrome, or name its place in CHROME_PATH. The browser tests will fail.',
    };

/** Says what is happening, on standard error so that standard output stays the command's own. */
function say(text) {
  process.stderr.write(`${text}\n`);
}

function stop(text) {
  say(text);
  process.exit(1);
}

/** The file in which the digest of the installed lock file is kept. */
const stamp = join(root, 'node_modules', '.kairan-installed');

function lockDigest() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

function installPackages() {
  const digest = lockDigest();
  const isThere = existsSync(join(root, 'node_modules', '.bin', isWindows ? 'node.cmd' : 'node'));
  if (isThere && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  if (isThere && !existsSync(stamp) && hasInstalledLock()) {
    // Somebody ran npm by hand; that is just as good.
    writeFileSync(stamp, digest);
    return;
  }
  say(isThere ? words.stale : words.missing);
  // Not `npm ci`: it refuses a lock file that leaves out optional packages made for other systems. The versions of the
  // lock file hold here too, and with --no-save neither it nor package.json is written.
  const done = runNpm(['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']);
  if (done.error?.code === 'ENOENT') stop(words.noNpm);
  if (done.signal) process.exit(130);
  if (done.status !== 0) stop(words.failed);
  writeFileSync(stamp, digest);
}

/** npm notes what it installed; the same versions as in the lock file mean that nothing is stale. */
function hasInstalledLock() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const wanted = versionsOf(join(root, 'package-lock.json'));
  const found = versionsOf(installed);
  return [...found].every(([path, version]) => wanted.get(path) === version);
}

function versionsOf(file) {
  const { packages } = JSON.parse(readFileSync(file, 'utf8'));
  return new Map(
    Object.entries(packages)
      .filter(([path]) => path !== '')
      .map(([path, { version }]) => [path, version]),
  );
}

function runNpm(args) {
  // npm tells its scripts where it stands; that npm is the right one even when another is on the path.
  const npm = process.env.npm_execpath;
  const options = { cwd: root, stdio: ['ignore', 2, 2] };
  if (npm?.endsWith('.js')) return spawnSync(process.execPath, [npm, ...args], options);
  return spawnSync('npm', args, { ...options, shell: isWindows });
}

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const BROWSER_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function findProgram(name) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isProgram);
}

function findBrowser() {
  if (process.env.CHROME_PATH)
    return isProgram(process.env.CHROME_PATH) ? process.env.CHROME_PATH : undefined;
  for (const name of BROWSERS) {
    const found = findProgram(name);
    if (found) return found;
  }
  return BROWSER_PLACES.find(isProgram);
}

/** Gives the browser for the tests; on Debian and its kin it is installed when that is allowed without a question. */
function provideBrowser() {
  return findBrowser() ?? (installByApt(words.browser, ['chromium', 'fonts-noto-cjk']) && findBrowser());
}

/** Gives GnuPG for the tests in the same way. */
function provideGpg() {
  return findProgram('gpg') ?? (installByApt(words.gpg, ['gpg']) && findProgram('gpg'));
}

/** Installs packages of Debian and says why. @returns whether that was possible and done */
function installByApt(reason, packages) {
  if (!findProgram('apt-get')) return false;
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  if (asRoot.length > 0 && !findProgram('sudo')) return false;
  say(reason);
  return [['update'], ['install', '-y', '--no-install-recommends', ...packages]].every((args) => {
    const [program, ...rest] = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', ...args];
    return spawnSync(program, rest, { stdio: ['ignore', 2, 2] }).status === 0;
  });
}

/** Runs the command line under the project's own Node and ends with its exit code. */
function handOver(args, env) {
  const bin = join(root, 'node_modules', '.bin');
  const child = spawn(
    join(bin, isWindows ? 'node.cmd' : 'node'),
    [join(root, 'scripts', 'cli.ts'), ...args],
    {
      stdio: 'inherit',
      env: { ...process.env, ...env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` },
      shell: isWindows,
    },
  );
  // A terminal sends Ctrl-C to both processes; this one only waits for the other to end in order.
  process.on('SIGINT', () => {
    if (!process.stdin.isTTY) child.kill('SIGINT');
  });
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('error', (error) => stop(error.message));
  child.on('exit', (code, signal) => process.exit(signal ? 130 : (code ?? 1)));
}

const args = process.argv.slice(2);
if (Number(process.versions.node.split('.')[0]) < 20) stop(words.oldNode(process.version));
installPackages();
const browser = args[0] === 'test' ? provideBrowser() : undefined;
if (args[0] === 'test' && !browser) say(words.noBrowser);
if (args[0] === 'test' && !provideGpg()) say(words.noGpg);
handOver(args, browser ? { CHROME_PATH: browser } : {});
