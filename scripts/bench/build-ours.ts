import { join } from 'node:path';
import { rememberModules } from '../remember-modules.ts';

/*
 * `npm run build` with a cache folder of its own, so that a measurement can begin with nothing remembered.
 * Arguments: the cache folder, then those of the command.
 */
const [cacheDir = '', ...args] = process.argv.slice(2);
// As `cli.ts` does it.
rememberModules(join(cacheDir, 'node'));
const { build } = await import('../commands/build.ts');
const { realEnvironment } = await import('../environment.ts');

process.exitCode = await build({ ...realEnvironment(), cacheDir }, args);
