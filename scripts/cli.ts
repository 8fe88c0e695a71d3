import { resolve } from 'node:path';
import { rememberModules } from './remember-modules.ts';

rememberModules(resolve(import.meta.dirname, '../.kairan/node'));
const { messageLanguage, realEnvironment } = await import('./environment.ts');
const { runCommandLine } = await import('./run-command.ts');

process.exitCode = await runCommandLine(process.argv.slice(2), realEnvironment, messageLanguage(), {
  out: (text) => void process.stdout.write(`${text}\n`),
  err: (text) => void process.stderr.write(`${text}\n`),
});
