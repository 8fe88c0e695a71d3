/** The verbs of `npm run case`, in English. */
export const help = `Usage: npm run case -- <verb> [<case>] [flags]

What changes something prints its plan first and acts only with --yes.

  init       makes a hub  --site owner/name --bot login --coordinator login (several) [--mode room-per-case|room-per-vendor|single-repo]
             [--rooms owner] [--recipient age1… (several)] [--approvals 2]
  intake     makes a case of each report that waits at the site, or of one file
             --file report.txt --title … [--product …] [--finder name] [--contact …] [--via email|phone|…] [--on 2026-11-20]
  accept     <case> --track product|website [--note …]
  refuse     <case> --reason out-of-scope|already-public|duplicate|not-a-vulnerability|insufficient|unlawful-means [--note …]
  open       <case> [--vendor slug (several)] [--id "JVN#…"] [--family "JVN#"]   reserves an identifier, makes the room, invites vendors
  notify     <case> --vendor slug --via email|phone|… [--on day]   records that a vendor was told outside the room
  sync       [<case>]   reads comments, keeps answers in the ledger, refreshes drafts and the comment that shows how things stand
  record     <case> --vendor slug --status "not affected" --via email --on day [--statement …] [--fixed …] [--notice url]
             [--justification …] [--original file] [--note …]
  approve    <case> --vendor slug [--row digits]   lets a vendor's answer be shown
             <case> [--text digits]                prints the text to be published; approves it
  embargo    <case> propose|accept|reject|exit [--until instant] [--note …]
  schedule   <case> --at 2026-12-18T14:00:00+09:00 [--despite-hold]
  remind     [<case>]   asks vendors that owe an answer
  list       [--all] [--format text|markdown|json]      show  <case> [--format text|json]
  preview    <case> [--out folder] [--port n]   the site with this advisory, on this machine only
  publish    <case> | --due   [--export-dir content] [--despite-hold]
  correct    <case> --summary-ja … --summary-en … [--at instant]     withdraw  likewise
  move       <case> <state> [--note …]   to a state without a verb of its own
  statistics <quarter> [--replace]   counts the cases of a quarter, such as 2026-Q3, into content/statistics
  verify     [--dist folder]   ledgers, and words under embargo in public places
  answer     for the workflow of a room: answers what was not understood
  comment    <case> [--text …] [--from login] [--vendor slug]   with --offline only: what is said in the room; says something there

Where: --hub owner/name or KAIRAN_HUB. At GitHub: GITHUB_TOKEN, or KAIRAN_APP_ID, KAIRAN_APP_KEY and KAIRAN_APP_INSTALLATION.
Without GitHub: --offline folder --as login, or KAIRAN_OFFLINE and KAIRAN_ACTOR, for a folder of bare repositories.
Guide: .github/HANDBOOK.md`;
