import type { Environment } from '../environment.ts';
import { build } from './build.ts';
import { preview } from './preview.ts';

/** `start`: builds the site and serves it. The packages are installed by scripts/bootstrap.mjs before. */
export async function start(environment: Environment, args: readonly string[]): Promise<number> {
  const code = await build(environment, []);
  return code === 0 ? await preview(environment, args) : code;
}
