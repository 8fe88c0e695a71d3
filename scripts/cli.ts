import { messageLanguage, realEnvironment } from './environment.ts';
import { runCommandLine } from './run-command.ts';

process.exitCode = await runCommandLine(process.argv.slice(2), realEnvironment, messageLanguage(), {
  out: (text) => void process.stdout.write(`${text}\n`),
  err: (text) => void process.stderr.write(`${text}\n`),
});
