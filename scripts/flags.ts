import { parseArgs } from 'node:util';
import { UsageError } from './usage-error.ts';

/** The flags that a command accepts: name, and whether no value follows, one, or one each time that it is written. */
export type FlagTypes = Readonly<Record<string, 'boolean' | 'string' | 'strings'>>;

export type FlagValues<Types extends FlagTypes> = {
  -readonly [Name in keyof Types]?: Types[Name] extends 'boolean'
    ? boolean
    : Types[Name] extends 'string'
      ? string
      : string[];
};

/**
 * Reads the arguments of a command.
 * @throws {UsageError} for an unknown flag, a value that is missing, or any word that is no flag
 */
export function parseFlags<const Types extends FlagTypes>(
  args: readonly string[],
  types: Types,
): FlagValues<Types> {
  return parseWords(args, types, false).flags;
}

/**
 * Reads the arguments of a command that takes words beside its flags.
 * @throws {UsageError} for an unknown flag or a value that is missing
 */
export function parseWords<const Types extends FlagTypes>(
  args: readonly string[],
  types: Types,
  allowPositionals = true,
): { flags: FlagValues<Types>; words: readonly string[] } {
  const options = Object.fromEntries(
    Object.entries(types).map(([name, type]) => [
      name,
      type === 'strings' ? { type: 'string' as const, multiple: true } : { type },
    ]),
  );
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, strict: true, allowPositionals });
    return { flags: values as FlagValues<Types>, words: positionals };
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
