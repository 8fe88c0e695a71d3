import { replaceForbidden } from '#markdown/escape.ts';

/** Everything to which Markdown, tables or GitHub's own marks could give a meaning: all ASCII punctuation. */
const PUNCTUATION = /[!-/:-@[-`{-~]/g;

/** What GitHub finds in a finished text whatever escapes were used: mentions, numbers of issues, addresses. */
const LINKING = /(?<=[@#])(?=[\p{L}\p{N}])|(?<=:\/)(?=\/)|(?<=www)(?=\.)|(?<=GH)(?=-\d)/giu;

/** Breaks a mention, shows as nothing, and no line ends at it. */
const WORD_JOINER = '\u2060';

/** Longest piece of somebody else's text in a comment of ours. */
const LONGEST = 500;

/**
 * Somebody else's text as one line of Markdown that shows it and does nothing: no mention, link, picture, markup, hidden
 * comment, cell border or command comes of it, wherever it is put. Long texts are cut.
 */
export function escapeComment(text: string): string {
  const line = replaceForbidden(text.replaceAll(/[\s\p{Z}]+/gu, ' ')).trim();
  const shown = line.length > LONGEST ? `${line.slice(0, LONGEST).toWellFormed()}…` : line;
  return shown.replaceAll(LINKING, WORD_JOINER).replaceAll(PUNCTUATION, String.raw`\$&`);
}
