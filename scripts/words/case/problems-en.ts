import { coordinationWords } from '#coordination/words/words.ts';
import type { CaseState } from '#domain/case.ts';
import type { host as jaHost, problems as jaProblems } from './problems-ja.ts';

const { states } = coordinationWords('en');
const named = (text = ''): string =>
  text
    .split(', ')
    .filter((state) => state !== '')
    .map((state) =>
      states[state as CaseState] === state ? state : `${state} (${states[state as CaseState]})`,
    )
    .join(', ');
const meant = (nearest = ''): string => (nearest === '' ? '' : ` Did you mean ${nearest}?`);

/** Why a verb cannot go on, in English. */
export const problems: typeof jaProblems = {
  'no-hub': () => 'Which hub? Name it with --hub owner/name or in KAIRAN_HUB.',
  'no-token': () =>
    'There is no way into GitHub. Set GITHUB_TOKEN, or KAIRAN_APP_ID, KAIRAN_APP_KEY and KAIRAN_APP_INSTALLATION. Without GitHub, add --offline.',
  'no-actor': () => 'As whom? Name yourself with --as login or in KAIRAN_ACTOR.',
  'hub-missing': ({ repo }) =>
    `There is no hub ${repo}, or you may not see it. Look at the name, or make one with npm run case -- init.`,
  'hub-broken': ({ repo, problems: lines }) => `The settings of the hub ${repo} are wrong:\n${lines}`,
  'hub-exists': ({ repo }) => `${repo} is there already. Nothing was changed.`,
  'site-broken': ({ file }) => `${file} is wrong. npm run check tells more.`,
  'not-a-coordinator': ({ login, repo }) =>
    `${login} is no coordinator. Ask to be added to coordinators in hub.yaml of ${repo}.`,
  'unknown-case': ({ code, nearest }) =>
    `There is no case ${code}.${meant(nearest)} All of them: npm run case -- list`,
  'ledger-broken': ({ code, problem }) =>
    `The ledger of case ${code} is broken: ${problem}\nBring the right version back from the history of the hub. Until then the case cannot be changed.`,
  overtaken: ({ code }) =>
    `somebody else changed case ${code} at the same moment, and this is not possible any more. Look at it with npm run case -- show ${code}. Nothing was recorded.`,
  unfit: ({ code, part, why }) =>
    `“${part}” cannot be recorded in case ${code} as it was given: ${why}. Nothing was recorded.`,
  'wrong-state': ({ code, state, allowed }) =>
    `Case ${code} is ${named(state)}. This can be done when it is: ${named(allowed)}`,
  'impossible-move': ({ code, state, to, possible }) =>
    `Case ${code} cannot go from ${named(state)} to ${named(to)}. It can go to: ${named(possible) || 'nothing'}`,
  'own-verb': ({ code, to, verb }) =>
    `To bring case ${code} to ${named(to)}, run npm run case -- ${verb} ${code}.`,
  'wrong-track': ({ code }) =>
    `Case ${code} is about a website: it has no room and is not published. Go on with npm run case -- move ${code} <state>.`,
  'unknown-value': ({ flag, value, nearest, choices }) =>
    `${flag} cannot be “${value}”.${meant(nearest)}${choices === '' ? '' : ` Possible: ${choices}`}`,
  'unknown-vendor': ({ vendor, nearest }) =>
    `The hub has no vendor ${vendor}.${meant(nearest)} Make vendors/${vendor}.yaml.`,
  'not-in-case': ({ code, vendor, nearest }) =>
    `${vendor} takes no part in case ${code}.${meant(nearest)} To add it: npm run case -- open ${code} --vendor ${vendor}`,
  'no-answer': ({ code, vendor }) => `There is no answer of ${vendor} in case ${code} yet.`,
  'row-mismatch': ({ vendor, row, asked }) =>
    `The answer of ${vendor} has changed. Its row is ${row} now, not ${asked}. Look at it before you approve.`,
  'no-room': ({ code }) => `Case ${code} has no room. Make it with npm run case -- open ${code}.`,
  'no-draft': ({ code }) => `The room of case ${code} has no advisory.md. Look at its draft branch.`,
  'draft-broken': ({ code, problems: lines }) =>
    `The draft of case ${code} cannot be published:\n${lines}\nPlease mend the draft.`,
  'text-broken': ({ code }) =>
    `No site can be built with the text of case ${code}. The findings above say why.`,
  'text-mismatch': ({ code, asked, hash }) =>
    `The text of case ${code} is ${hash} now, not ${asked}. Read it with npm run case -- approve ${code} and approve it with the digits printed there, eight at least.`,
  'site-refuses': ({ code, findings }) =>
    `The text of case ${code} does not pass the checks of the site:\n${findings}`,
  'site-differs': ({ path, repo }) =>
    `${path} in ${repo} is not what was published last: somebody corrected it in public. Take that change into the draft of the room, then run this again.`,
  'no-recipients': ({ recipient = '' }) =>
    recipient !== ''
      ? `${recipient} under recipients in hub.yaml is no age public key. Nothing was kept.`
      : 'There is nobody to encrypt the original for. Write age public keys under recipients in hub.yaml. Nothing was kept.',
  'unreadable-file': ({ file, message }) => `${file} cannot be read. ${message ?? ''}`,
  'nothing-to-take': () => 'There are no reports.',
  past: ({ at, now }) => `${at} is over (it is ${now}). Name a moment that is still to come.`,
  'no-instant': ({ flag, value }) =>
    `${flag} needs a moment with its offset, such as 2026-12-18T14:00:00+09:00, not “${value}”.`,
  'no-day': ({ flag, value }) => `${flag} needs a day, such as 2026-11-20, not “${value}”.`,
  'no-quarter': ({ value }) => `“${value}” is no quarter. Name one such as 2026-Q3.`,
  'quarter-to-come': ({ quarter, today }) => `${quarter} has not begun (today is ${today}).`,
  'statistics-differ': ({ file, text }) =>
    `${file} says something else than the hub does:\n${text}If the numbers of the hub are right, run the command again with --replace. Nothing was changed.`,
  held: ({ code, vendors }) =>
    `There are objections to the publication of case ${code}:\n${vendors}\nTalk first; then the vendor writes /release, or go on with --despite-hold.`,
  approvals: ({ code, hash, have, need, by, outdated }) =>
    `Text ${hash} of case ${code} needs the approval of ${need} coordinators and has ${have}${by === '' ? '' : ` (${by})`}. ${outdated === '' ? '' : `Approvals of an earlier text do not count: ${outdated}. `}Read and approve it with npm run case -- approve ${code}.`,
  'not-due': ({ code, at, now }) =>
    `Case ${code} is to be published at ${at} (it is ${now}). Nothing is published before that.`,
  'nothing-planned': ({ code, state }) =>
    `Nothing of case ${code} (${named(state)}) is planned to be published. Decide with npm run case -- schedule, correct or withdraw.`,
  'revision-waits': ({ code, at }) =>
    `Case ${code} has a revision of ${at} that is not published yet. Run npm run case -- publish ${code} first.`,
  leak: ({ code, places }) =>
    `The text of case ${code} holds words that must not be public. Nothing was published:\n${places}`,
  'no-random-id': ({ family, pattern }) =>
    `No identifier of ${family} could be chosen (pattern ${pattern}). Name one with --id.`,
  'id-taken': ({ id }) => `The identifier ${id} is taken.`,
  'wrong-id': ({ id }) => `${id} fits no family of site.yaml.`,
  'embargo-act': ({ state, does, code }) =>
    `The embargo of case ${code} is “${state}”, so ${does} is not possible.`,
  'missing-flag': ({ flag }) => `${flag} is needed.`,
  'offline-only': ({ verb }) =>
    `${verb} is for --offline only. At GitHub, write on the page of the pull request.`,
  'room-broken': ({ repo, file }) =>
    `${file} of ${repo} is missing or broken. npm run case -- open makes it again.`,
  'no-engine': () =>
    'The commit of the engine that workflows would run is not known. Work in a checkout of git, or write owner/name@commit under engine in hub.yaml.',
  'not-private': ({ repo }) =>
    `${repo} is public. Nothing of a case may be put there. Make the repository private, or name another one in hub.yaml.`,
  'not-verified': ({ path, repo }) =>
    `${repo} does not hold ${path} as it was approved. Look at the pull request, then run this again.`,
};

const again = 'Run the same command again.';

/** Why a host did not do what was asked, in English. */
export const host: typeof jaHost = {
  unauthorised: (asked) =>
    `not authenticated (${asked}). The token is wrong or has expired. Set a new one. ${again}`,
  forbidden: (asked) =>
    `this account may not do that (${asked}). Look at the permissions of the app or token.`,
  missing: (asked) => `not found, or not to be seen by this account (${asked}).`,
  conflict: (asked) => `somebody else changed it at the same moment (${asked}). ${again}`,
  refused: (asked) => `it was not accepted (${asked}).`,
  limited: (asked, until) =>
    `too many requests (${asked}). ${until === '' ? 'Wait for a while' : `Wait until ${until}`}. ${again}`,
  unavailable: (asked) =>
    `the other side failed (${asked}). Whether it was done is not known. ${again} What was done is not done twice.`,
  unreachable: (asked) => `no connection (${asked}). Look at the network. ${again}`,
};
