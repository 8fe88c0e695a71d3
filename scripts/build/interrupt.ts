/**
 * Runs `clean` and ends the process when it is interrupted (Ctrl-C) or asked to end, with the exit code of shells.
 * @returns a function that restores the former behaviour
 */
export function onInterrupt(clean: () => void): () => void {
  const stop = (signal: NodeJS.Signals): void => {
    try {
      clean();
    } finally {
      process.exit(signal === 'SIGINT' ? 130 : 143);
    }
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  return () => {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  };
}
