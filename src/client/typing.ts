/** In milliseconds: long enough to pass over letters in a row, short enough to feel immediate. */
const PAUSE_AFTER_TYPING = 120;
/** What browsers give as the code of a key that went to an input method (UI Events, “keyCode”). */
const KEY_OF_INPUT_METHOD = 229;

/** Whether a key was for the input method. */
export function isComposing(event: KeyboardEvent): boolean {
  // Safari ends the composition before it tells of the Enter that ended it; only the old code still gives it away.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  return event.isComposing || event.keyCode === KEY_OF_INPUT_METHOD;
}

/**
 * Calls back when the reader pauses in typing. While an input method composes, the text is not yet what is meant:
 * nothing is called then, and the keys that belong to it neither submit nor clear.
 */
export function onTyped(field: HTMLInputElement, typed: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(typed, PAUSE_AFTER_TYPING);
  };
  field.addEventListener('input', (event) => {
    if (event instanceof InputEvent && event.isComposing) clearTimeout(timer);
    else soon();
  });
  field.addEventListener('compositionend', soon);
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && isComposing(event)) event.preventDefault();
  });
  field.form?.addEventListener('submit', () => {
    clearTimeout(timer);
  });
}
