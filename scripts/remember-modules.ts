import { enableCompileCache } from 'node:module';

/**
 * Half a second of every command is the reading of TypeScript; the second time it is remembered, in threads and
 * processes that the command starts as well.
 */
export function rememberModules(folder: string): void {
  const { directory } = enableCompileCache(folder);
  if (directory !== undefined) process.env['NODE_COMPILE_CACHE'] = folder;
}
