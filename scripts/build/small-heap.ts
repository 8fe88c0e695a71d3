import { setFlagsFromString } from 'node:v8';

/** Memory for short-lived values of another thread, in MiB; V8's own choice is several times as much. */
export const YOUNG_MIB = 24;

/** Lets heaps grow by a third of what lives in them before they are cleared. */
export const SLOW_GROWTH = '--heap-growing-percent=30';

/**
 * Lets the heaps of this process grow by a third of what lives in them before they are cleared, where V8 would let them
 * grow to a multiple: a build makes a lot that lives shortly, and clearing it more often costs next to nothing. The space
 * for what is young stays as large as it has become by now, and is a third of {@link YOUNG_MIB} in threads from their start.
 */
export function keepHeapsSmall(): void {
  setFlagsFromString(SLOW_GROWTH);
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString(`--min-semi-space-size=${YOUNG_MIB / 3}`);
}
