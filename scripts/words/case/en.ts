import type { DuplicateHint } from '#coordination/duplicates.ts';
import { nameAct } from '#coordination/render-case.ts';
import { coordinationWords } from '#coordination/words/words.ts';
import { help } from './help-en.ts';
import type { ja } from './ja.ts';
import { host, problems } from './problems-en.ts';

const { states, channels, statuses, embargoes, refusals } = coordinationWords('en');

const duplicates: Record<DuplicateHint['because'], string> = {
  cve: 'the same CVE',
  'product-and-title': 'the same product and a similar title',
  title: 'a similar title',
};

/** What `npm run case` says, in English. */
export const en: typeof ja = {
  help,
  host,
  problems,
  hubFiles: (repo, problems) =>
    `Files of the hub ${repo} cannot be read. What they say does not count:\n${problems}`,
  seeHelp: 'All verbs: npm run case -- help',
  ofCase: ({ code, id, report }) => `Case ${code}${id === undefined ? '' : ` ${id}`} “${report.title}”`,
  plan: {
    heading: (heading) => heading,
    nothingToDo: 'There is nothing to do.',
    onlyPlanned: 'Nothing has been changed. To do it, run the same command with --yes.',
    done: 'Done.',
    stopped: (why) => `Stopped: ${why} Nothing was changed.`,
    failed: (done, does, why) =>
      `Stopped at “${does}”: ${why}\n${done === 0 ? '' : 'What stands before it is done. '}Once that is settled, run the same command again; it goes on from there.`,
  },
  intake: {
    heading: (count) => `Reports: ${count}`,
    step: (title) => `Keep the report “${title}” encrypted and make a case of it`,
    opened: (code) => `    Case ${code}. Next: npm run case -- show ${code}`,
    known: (title, code) => `“${title}” is case ${code} already.`,
    duplicate: (title, name, because) => `“${title}” may be the same as ${name} (${duplicates[because]}).`,
  },
  open: {
    record: ({ reserves, rooms, vendors }) =>
      `Record in the ledger: ${[
        ...(reserves ? ['a reserved identifier'] : []),
        ...(rooms > 0 ? [rooms === 1 ? 'the name of the room' : `the names of ${rooms} rooms`] : []),
        ...(vendors.length > 0
          ? [`${vendors.length === 1 ? 'vendor' : 'vendors'} ${vendors.join(', ')}`]
          : []),
        'the start of the coordination',
      ].join(', ')}`,
    room: (vendor, parts) =>
      `Prepare the room${vendor === undefined ? '' : ` of ${vendor}`}: ${parts.map(({ does }) => does).join(', ')}`,
    repository: 'private repository',
    people: 'list of participants',
    draft: 'draft advisory',
    pull: 'draft pull request',
    invite: (vendor, logins) => `Invite ${vendor} to read: ${logins.join(', ')}`,
    suggestion: (vendor, match) => `${vendor} may be concerned too (its “${match}” stands in the report).`,
  },
  sync: {
    heading: (codes) => `Rooms: ${codes.join(', ') || 'none'}`,
    record: (code, acts) =>
      `${code}: record what was said in comments (${acts.map(({ act }) => nameAct(act, 'en')).join(', ')})`,
    drafts: (code) => `${code}: write the table of vendors in the draft again`,
    sticky: (code, vendor) =>
      `${code}: refresh the comment that shows how things stand${vendor === undefined ? '' : ` in the room of ${vendor}`}`,
    brokenDraft: (code, problems) =>
      `${code}: the draft has mistakes, so its table of vendors cannot be written:\n${problems}`,
    answers: (count) => `Answer ${many(count, 'comment')} not understood, in words`,
    forms: (code, count) =>
      `${code}: close ${many(count, 'form')} whose ${count === 1 ? 'answer is' : 'answers are'} recorded`,
  },
  record: {
    step: (vendor, status, via, on, file) =>
      `Record the answer of ${vendor}, “${statuses[status]}” (${channels[via]}, ${on}${file === undefined ? '' : ', original kept encrypted'})`,
  },
  approve: {
    row: (vendor, { answer, via, on, row }) =>
      [
        `${vendor}: ${statuses[answer.status]} (${channels[via]}, ${on}, row ${row.slice(0, 12)})`,
        ...(answer.statement === undefined ? [] : [answer.statement]),
        ...(answer.fixed === undefined ? [] : [`Fixed: ${answer.fixed.join(', ')}`]),
        ...(answer.notices === undefined ? [] : [`Notices: ${answer.notices.join(' ')}`]),
      ].join('\n'),
    rowStep: (vendor, row) => `Let row ${row} of ${vendor} be shown`,
    textStep: (hash) => `Approve text ${hash} for publication`,
    howToText: (code, hash) => `If this text is right: npm run case -- approve ${code} --text ${hash} --yes`,
  },
  schedule: {
    step: (at) => `Set the publication to ${at}`,
    silent: (vendors) => `Vendors without an answer: ${vendors.join(', ')}`,
  },
  correct: {
    step: (kind, at) => `Record the ${kind} of ${at} in the ledger`,
    next: (code) =>
      `Write the new text into the draft of the room. Then approve it with npm run case -- approve ${code} and publish it with npm run case -- publish ${code}.`,
  },
  remind: {
    heading: (count) => `Vendors that owe an answer: ${count}`,
    step: (code, vendor) => `${code}: remind ${vendor} in the room`,
  },
  preview: {
    preparing: 'Preparing the templates…',
    built: (folder, path) => `The site with ${path} is in ${folder}.`,
    serving: (address) =>
      `To be seen on this machine only: ${address}\nPress Ctrl-C to stop; what was built is then removed.`,
  },
  publish: {
    what: (path, hash, files) =>
      `To be published: ${path} (text ${hash})${files.length > 1 ? `, with ${files.slice(1).join(', ')}` : ''}`,
    already: (path, hash) => `${path} is public already (text ${hash}). There is nothing to do.`,
    nothingDue: 'No case has reached its moment of publication.',
    commit: (site, branch) => `Export into ${site} as one commit on the branch ${branch}`,
    request: (site) => `Open a pull request in ${site} and merge it`,
    verify: (site, branch) => `See that ${branch} of ${site} holds the same`,
    write: (file) => `Write ${file}`,
    record: 'Record it in the ledger',
    tellRoom: (vendor) =>
      `Tell the room${vendor === undefined ? '' : ` of ${vendor}`} and close its pull request`,
  },
  statistics: {
    heading: (quarter) => `Statistics of ${quarter}`,
    notOver: (last) => `The quarter goes on until ${last}; these numbers are preliminary.`,
    write: (file, text) => `Write ${file}:\n${text.trimEnd()}`,
    source: (publisher) => `Case records of ${publisher}`,
  },
  verify: {
    ledgers: (count, broken) => `Ledgers: ${count} looked at, ${broken} broken`,
    ledger: {
      'ledger-missing': (code) => `${code}: the ledger is gone. Bring it back from the history of the hub.`,
      'ledger-cut': (code, seq) =>
        `${code}: the end of the ledger was cut off (it once had ${seq} lines). Bring it back from the history of the hub.`,
      'ledger-rewritten': (code, seq) =>
        `${code}: line ${seq} of the ledger is another than it once was. Bring it back from the history of the hub.`,
      'ledger-unanchored': (code) =>
        `${code}: the history of the hub does not know this ledger. It seems to have been added by hand.`,
    },
    words: (count, hits) => `Words under embargo: ${count} looked for in public places, ${hits} found`,
    leak: (place, code, about) => `${place}: holds words of case ${code} (${about})`,
  },
  placeholders: { state: '<state>' },
  steps: {
    move: (from, to) => `Bring the case from “${states[from]}” to “${states[to]}”`,
    answerReport: (reference) => `Answer the report ${reference} at GitHub`,
    notified: (vendor, via, on) => `Record that ${vendor} was told (${channels[via]}, ${on})`,
    embargo: (from, to, until) =>
      `Bring the embargo from “${embargoes[from]}” to “${embargoes[to]}”${until === undefined ? '' : ` (until ${until})`}`,
    closeRoom: (vendor) =>
      `End the coordination in the room${vendor === undefined ? '' : ` of ${vendor}`}: close its pull request, remove vendors`,
    comment: (author) => `Comment as ${author}`,
    makeHub: (repo) => `Make the private repository ${repo} with the settings of a hub`,
  },
  draft: {
    'export-no-id': () => 'No identifier is reserved yet.',
    'export-no-date': () => 'There is no publication date yet.',
    'export-other-id': ({ id = '' }) => `The id is not the reserved one, ${id}. Correct it or leave it out.`,
    'vendors-not-rewritable': () => 'The list of vendors cannot be written again. Make it a plain YAML list.',
    'hidden-words': () =>
      'There are words that no reader of the page sees but the file would hold (HTML, titles of links, unused footnotes). Remove them or write them where they are seen.',
  },
  letters: {
    accepted: ({ report }, move) =>
      `For the finder${to(report.finder.contact)}, for example:\nWe have accepted your report “${report.title}” and will tell you how it goes. Please do not tell third parties before it is published. ${move.note ?? ''}`.trimEnd(),
    refused: ({ report }, { reason, note = '' }) =>
      `For the finder${to(report.finder.contact)}, for example:\nWe cannot accept your report “${report.title}”: ${reason === undefined ? '' : refusals[reason]}. ${note}`.trimEnd(),
    notify: (record, contact) =>
      `To: ${contact?.emails.join(', ') || 'no address known'}\nEncryption: ${contact?.pgp ?? 'no key known'}\nThe first message must not describe the vulnerability (case ${record.code}).`,
    remind: (record, contact, vendor) =>
      `${record.code}: ${vendor} has no account. Please write to: ${contact?.emails.join(', ') || 'no address known'}. Then npm run case -- notify ${record.code} --vendor ${vendor} --via email --yes`,
  },
};

function many(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function to(contact: string | undefined): string {
  return contact === undefined ? '' : ` (${contact})`;
}
