import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CaseError } from '../case-error.ts';

/**
 * The bytes of a file that a coordinator names.
 * @throws {CaseError} when it cannot be read
 */
export function readOriginal(cwd: string, file: string): Uint8Array {
  try {
    return readFileSync(resolve(cwd, file));
  } catch (error) {
    throw new CaseError('unreadable-file', { file, message: (error as Error).message });
  }
}
