/** The id of the notice on pages to which the language switch leads instead of a missing translation. */
export const UNTRANSLATED = 'untranslated';
