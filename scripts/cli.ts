import { enableCompileCache } from 'node:module';
import { resolve } from 'node:path';

// Half a second of every command is the reading of TypeScript; the second time it is remembered.
enableCompileCache(resolve(import.meta.dirname, '../.kairan/node'));
const { messageLanguage, realEnvironment } = await import('./environment.ts');
const { runCommandLine } = await import('./run-command.ts');

process.exitCode = await runCommandLine(process.argv.slice(2), realEnvironment, messageLanguage(), {
  out: (text) => void process.stdout.write(`${text}\n`),
  err: (text) => void process.stderr.write(`${text}\n`),
});
