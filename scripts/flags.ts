import { parseArgs } from 'node:util';
import { UsageError } from './usage-error.ts';

/** The flags that a command accepts: name and whether a value follows. */
export type FlagTypes = Readonly<Record<string, 'boolean' | 'string'>>;

type FlagValues<Types extends FlagTypes> = {
  -readonly [Name in keyof Types]?: Types[Name] extends 'boolean' ? boolean : string;
};

/**
 * Reads the arguments of a command.
 * @throws {UsageError} for an unknown flag, a value that is missing, or any word that is no flag
 */
export function parseFlags<const Types extends FlagTypes>(
  args: readonly string[],
  types: Types,
): FlagValues<Types> {
  const options = Object.fromEntries(Object.entries(types).map(([name, type]) => [name, { type }]));
  try {
    return parseArgs({ args: [...args], options, strict: true }).values as FlagValues<Types>;
  } catch (error) {
    throw toUsageError(error, args);
  }
}

function toUsageError(error: unknown, args: readonly string[]): Error {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') {
    return new UsageError('missing-value', /--[\w-]+/.exec(message)?.[0] ?? args.join(' '));
  }
  if (code?.startsWith('ERR_PARSE_ARGS_')) {
    return new UsageError('unknown-argument', /'([^']+)'/.exec(message)?.[1] ?? args.join(' '));
  }
  throw error;
}

/** A TCP port, from `--port` or `PORT`; `undefined` when neither is set. */
export function parsePort(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined;
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new UsageError('port', text);
  return port;
}
