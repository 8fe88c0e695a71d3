import type { ja } from './ja.ts';

/** What the import says, in English. */
export const en: typeof ja = {
  help: `Usage: npm run import -- <format> <path…> --out <content folder>

  Formats: vu (CERT/CC VU# and VINCE), csaf (2.0 and 2.1), cve (JSON 5), osv, vuldef, jvnrss, myjvn, mozilla, kairan
  Paths:   files, folders, .gz, .zip

  --out <folder>   where to; CONTENT_DIR when it is left out
  --report <file>  writes the report: Markdown to .md, JSON with every value to .json; may be given more than once
  --round-trip     exports what was imported in the same format again and compares it field by field
  --dry-run        only reports, writes nothing
  --again          reads records again whose source is as it was (files edited by hand excepted)
  --take-source    also writes over what was edited or removed by hand, or was never imported

Exit codes: 0 all imported, 1 something was refused or left alone, 2 wrong usage`,
  seeHelp: 'Usage: npm run import -- help',
  formats: (names) => `Name a format: ${names}`,
  noPath: 'Name a file or folder to import.',
  noOut: 'Say where to import into, with --out or CONTENT_DIR.',
  reportKind: (value) => `The name of a report ends in .md or .json: ${value}`,
  noRoundTrip: (format) => `There is no export to ${format}, so nothing can be compared.`,
  reading: (records) => `${records} records read`,
  title: (format) => `Report of the import (${format})`,
  dryRun: 'A trial: nothing was written.',
  result: (out, counts) => `${out}: ${counts}`,
  count: (outcome, records) => `${records} ${en.outcomes[outcome]}`,
  rows: (rows, known, created) => `${rows} vendor rows, ${known + created} vendors (${created} of them new)`,
  versions: (ranges, asText) =>
    `versions of affected products: ${ranges} as ranges or fixed versions, ${asText} kept as text`,
  values: (kept, normalised, dropped, empty) =>
    `values: ${kept} kept, ${normalised} in another form, ${dropped} left out, ${empty} empty`,
  roundTrip: (records, before, same) =>
    `exported again, ${records} records give back ${same} of their ${before} values as they were; field by field with --report`,
  nothing: 'There is no file to import. Look at the path.',
  newSite: 'A site.yaml was begun. Fill in its title, url and publisher.',
  missingFamilies: 'What site.yaml lacks:',
  dropped: 'Fields with the most values left out:',
  andMore: (count) => `${count} more with --report`,
  headings: {
    fields: 'Field by field',
    refused: 'Refused',
    skipped: 'Passed over',
    notes: 'To be looked at',
    changes: 'Values in another form',
    losses: 'Values left out',
    records: 'Records',
    roundTrip: 'Compared with the export',
  },
  columns: {
    field: 'field',
    kept: 'kept',
    normalised: 'other form',
    dropped: 'left out',
    why: 'why',
    before: 'before',
    after: 'after',
    count: 'times',
    same: 'same',
    changed: 'differs',
    lost: 'lost',
    added: 'added',
    source: 'source',
    outcome: 'outcome',
    file: 'file',
  },
  outcomes: {
    created: 'new',
    updated: 'updated',
    unchanged: 'unchanged',
    'left-alone': 'left alone',
    refused: 'refused',
    skipped: 'passed over',
  },
  reasons: {
    'no-place': 'an advisory has no field for it',
    internal: 'the source’s own bookkeeping',
    computed: 'computed when it is shown',
    duplicate: 'the same stands elsewhere',
    placeholder: 'only says that there is nothing to say',
    unreadable: 'not what the format wants there',
    unsafe: 'may not stand on a public page',
    language: 'neither Japanese nor English',
    'unknown-field': 'the format has no such field',
  },
  refusals: {
    link: 'Symbolic links and the like are not followed. Name the path of the real file.',
    access: 'The file cannot be read. Look at its path and permissions.',
    size: 'The file is too large. Split it.',
    archive: 'The archive cannot be unpacked. Unpack it and name the folder.',
    encoding:
      'The encoding is none of UTF-8, UTF-16, Shift_JIS, EUC-JP and ISO-2022-JP. Convert the file to UTF-8.',
    syntax: 'It does not have the syntax of this format.',
    'other-format': 'It is not of this format. Look at the name of the format.',
    'not-an-advisory': 'The file holds no advisory.',
    missing: 'A value without which there is no advisory is missing.',
    unreadable: 'A value without which there is no advisory is not what the format wants.',
    language: 'It is in neither Japanese nor English.',
    label: 'Its distribution is restricted; only TLP:CLEAR (WHITE) may be published.',
    unpublished: 'It is a draft, reserved or rejected, and not published.',
    version: 'This version of the format is not read.',
    twice: 'Another record of this import has the same identifier.',
    family: 'No family in site.yaml takes this identifier. Add the lines below.',
    invalid: 'What came out would not pass npm run check.',
  },
  notes: {
    encoding: (value) => `converted from ${value} to UTF-8`,
    'stand-in': (value) =>
      `the site’s first language is missing, the words in ${value} stand in its place; translate them`,
    unspoken: (value) => `the site does not have the language ${value}; its words were left out`,
    edited: (value) =>
      `${value} was edited by hand since it was imported; the newer source was not taken (--take-source overwrites)`,
    foreign: (value) => `${value} was not made by an import and is left alone (--take-source overwrites)`,
    'other-format': (value) =>
      `${value} was imported in another format and is left alone (--take-source overwrites)`,
    removed: (value) => `${value} was removed by hand and stays away (--take-source brings it back)`,
  },
  ledger: (line) =>
    `Line ${line} of imports.jsonl cannot be read. Restore the file from Git, or remove the line. Nothing was changed.`,
  site: 'site.yaml has errors, so nothing can be imported. See npm run check. Nothing was changed.',
  strange: (folder) =>
    `${folder} holds other things and no site.yaml. Name a content folder or an empty one with --out. Nothing was changed.`,
  mount: (folder) =>
    `${folder} is a file system of its own (a mount or volume). Name a folder inside it with --out. Nothing was changed.`,
  applyFailed: (message) =>
    `Failed while the files were put in their places: ${message}. Some may stand there already; the same command makes it good.`,
  unwrittenReport: (file, message) =>
    `The report ${file} could not be written: ${message}. The import itself is done.`,
  disk: (code, message) =>
    `${code === 'ENOSPC' ? 'The disk is full' : 'Cannot write'}: ${message}. The content folder is as it was.`,
};
