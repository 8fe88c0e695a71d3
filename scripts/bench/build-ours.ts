import { build } from '../commands/build.ts';
import { realEnvironment } from '../environment.ts';

/*
 * `npm run build` with a cache folder of its own, so that a measurement can begin with nothing remembered.
 * Arguments: the cache folder, then those of the command.
 */
const [cacheDir = '', ...args] = process.argv.slice(2);
process.exitCode = await build({ ...realEnvironment(), cacheDir }, args);
