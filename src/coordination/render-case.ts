import { type ClockSettings } from '#domain/case-clock.ts';
import type { Instant } from '#domain/dates.ts';
import type { Language } from '#domain/language.ts';
import type { CaseRecord, CaseVendor, RecordedAnswer, Room } from './case-record.ts';
import { buildDashboard } from './dashboard.ts';
import type { Act, Entry } from './ledger/entry.ts';
import { publicationLine } from './render-sticky.ts';
import { toOneLine } from './one-line.ts';
import { coordinationWords } from './words/words.ts';

export interface CaseOptions {
  language: Language;
  settings: ClockSettings;
  now: Instant;
  /** How people reach the pull request of a room. */
  addressOf: (room: Room & { pull: number }) => string;
}

/** One case in full, for a terminal: facts, clocks, rooms, vendors, and the ledger line by line. */
export function renderCase(record: CaseRecord, entries: readonly Entry[], options: CaseOptions): string {
  return [
    factLines(record, options),
    clockLines(record, options),
    roomLines(record, options),
    record.vendors.flatMap((vendor) => vendorLines(vendor, options.language)),
    entries.map((entry) => entryLine(entry, options.language)),
  ]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map(toOneLine).join('\n'))
    .join('\n\n');
}

function factLines(record: CaseRecord, { language, settings }: CaseOptions): string[] {
  const words = coordinationWords(language);
  const { sticky, dashboard } = words;
  const { code, id, report, state, track, refusal, embargo } = record;
  return [
    `${code}  ${id ?? dashboard.none}  ${report.title}`,
    [words.states[state], track && words.tracks[track], refusal && words.refusals[refusal]]
      .filter((word) => word !== undefined)
      .join(', '),
    sticky.sentences([
      sticky.embargo(words.embargoes[embargo]),
      publicationLine(record, language, settings.timezone),
    ]),
  ];
}

function clockLines(record: CaseRecord, { language, settings, now }: CaseOptions): string[] {
  const words = coordinationWords(language);
  const [row] = buildDashboard([record], settings, now);
  if (row === undefined) return [];
  const { turn, clocks } = row;
  return [
    `${words.dashboard.turn}: ${words.whose[turn.who]} (${words.turns[turn.why]})`,
    ...clocks.map(({ clock, dueOn, isLate, days, vendor }) => {
      const left = isLate ? words.dashboard.late(-days) : words.dashboard.left(days);
      return `${dueOn}  ${words.clocks[clock]}${vendor === undefined ? '' : ` ${vendor}`} (${left})`;
    }),
  ];
}

function roomLines({ rooms }: CaseRecord, { addressOf }: CaseOptions): string[] {
  return rooms.map((room) => {
    const { pull, repo, vendor } = room;
    const place = pull === undefined ? repo : addressOf({ ...room, pull });
    return vendor === undefined ? place : `${place} (${vendor})`;
  });
}

function vendorLines(vendor: CaseVendor, language: Language): string[] {
  const words = coordinationWords(language);
  const { shown, latest, isPending, hold, progress } = vendor;
  return [
    `${vendor.vendor}: ${words.progress[progress]}`,
    ...(shown === undefined ? [] : [`  ${words.sticky.shown}: ${answerLine(shown, language)}`]),
    ...(isPending && latest !== undefined
      ? [`  ${words.sticky.pending}: ${answerLine(latest, language)}`]
      : []),
    ...(hold === undefined ? [] : [`  ${words.sticky.held}: ${hold}`]),
    ...(vendor.isSourceRemoved ? [`  ${words.sticky.sourceRemoved}`] : []),
  ];
}

/** An answer with where it came from. */
function answerLine({ answer, via, on, recordedBy, row }: RecordedAnswer, language: Language): string {
  const words = coordinationWords(language);
  const parts = [words.statuses[answer.status], ...(answer.fixed ?? []), answer.statement ?? ''];
  return `${parts.filter((part) => part !== '').join('; ')} (${words.channels[via]}, ${on}, ${recordedBy}, ${row.slice(0, 12)})`;
}

function entryLine(entry: Entry, language: Language): string {
  const { seq, at, actor } = entry;
  return `${String(seq).padStart(4)}  ${at}  ${actor}  ${nameAct(entry, language)}`;
}

/** What was recorded, in a few words: `answer acme`, `state coordinating`. */
export function nameAct(act: Act, language: Language): string {
  const words = coordinationWords(language);
  const about = aboutOf(act, words);
  return about === undefined ? words.acts[act.act] : `${words.acts[act.act]} ${about}`;
}

function aboutOf(act: Act, { states }: ReturnType<typeof coordinationWords>): string | undefined {
  switch (act.act) {
    case 'moved':
      return states[act.to];
    case 'reserved':
      return act.id;
    case 'embargo':
      return act.does;
    case 'scheduled':
    case 'revision-planned':
      return act.publishAt;
    case 'text-approved':
    case 'published':
      return act.text.slice(0, 12);
    default:
      return 'vendor' in act ? act.vendor : undefined;
  }
}
