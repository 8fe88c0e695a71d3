import type { Rule } from './rule.ts';
import { type Mapping, type Place, toMapping, toText } from './workflow.ts';

/** Events that run with secrets and rights while somebody else decides about the content. */
const PRIVILEGED = ['pull_request_target', 'workflow_run'];

const KNOWN_EVENTS: Readonly<Record<Place, readonly string[]>> = {
  site: ['push', 'pull_request', 'schedule', 'workflow_dispatch'],
  room: ['issue_comment', 'issues'],
  hub: ['schedule', 'workflow_dispatch'],
};

const COMMENT_TYPES = ['created', 'edited', 'deleted'];
/** A form is sent, and corrected; whatever else befalls an issue says nothing. */
const FORM_TYPES = ['opened', 'edited'];

/** When workflows run, and how long and how often at once. */
export const EVENT_RULES: readonly Rule[] = [
  {
    name: 'no-privileged-event',
    sentence: 'pull_request_target and workflow_run give strangers’ pull requests rights and secrets.',
    find: ({ events }) => [...events.keys()].filter((event) => PRIVILEGED.includes(event)),
  },
  {
    name: 'known-event',
    sentence:
      'Each kind of repository has its few events; another one needs thought, and a line in this rule.',
    find: ({ events, place }) => [
      ...[...events.keys()].filter(
        (event) => !PRIVILEGED.includes(event) && !KNOWN_EVENTS[place].includes(event),
      ),
      ...(place === 'room' && !isForForms(events.get('issues')) ? ['issues.types'] : []),
    ],
  },
  {
    name: 'every-change-of-a-comment',
    sentence:
      'A comment that is edited or deleted changes what was said, so all three types are listened to.',
    find: ({ events }) => {
      const settings = events.get('issue_comment');
      const listed = typesOf(settings);
      return settings === undefined ? [] : COMMENT_TYPES.filter((type) => !listed.includes(type));
    },
  },
  {
    name: 'schedule-alone',
    sentence:
      'GitHub switches a workflow with a schedule off after 60 quiet days, pushes too; so a schedule has its own file.',
    find: ({ events }) =>
      events.has('schedule')
        ? [...events.keys()].filter((event) => /^(?:push|pull_request)$/.test(event))
        : [],
  },
  {
    name: 'odd-minute',
    sentence: 'Runs at round minutes are delayed most; at most two a hour, at minutes that no five divides.',
    find: ({ data }) => cronsOf(data).filter((cron) => !isOddMinute(cron)),
  },
  {
    name: 'timeout',
    sentence:
      'A job that hangs costs money and keeps others waiting: an hour at most, ten minutes in a room.',
    find: ({ jobs, place }) =>
      jobs.flatMap(({ at, data }) => {
        const minutes = data['timeout-minutes'];
        return typeof minutes === 'number' && minutes <= (place === 'room' ? 10 : 60) ? [] : [at];
      }),
  },
  {
    name: 'concurrency',
    sentence:
      'Two runs of one workflow at once write over each other; what writes is never cancelled half-way.',
    find: ({ data, events, place }) => {
      const { group, 'cancel-in-progress': cancels } = toMapping(data['concurrency']);
      if (toText(group) === '' || typeof cancels !== 'boolean') return ['concurrency'];
      const writes = place !== 'site' || (events.has('push') && !events.has('pull_request'));
      return writes && cancels ? ['cancel-in-progress'] : [];
    },
  },
  {
    name: 'fixed-runner',
    sentence:
      'A runner of a named version of GitHub’s own; “latest” changes by itself, one’s own keeps what it saw.',
    find: ({ jobs }) =>
      jobs.flatMap(({ at, data }) => (/^ubuntu-\d{2}\.\d{2}$/.test(toText(data['runs-on'])) ? [] : [at])),
  },
];

function typesOf(settings: Mapping | undefined): readonly unknown[] {
  const types = settings?.['types'];
  return Array.isArray(types) ? types : [];
}

/** Without types an event stands for all of them. */
function isForForms(settings: Mapping | undefined): boolean {
  const types = typesOf(settings);
  return (
    settings === undefined || (types.length > 0 && types.every((type) => FORM_TYPES.includes(String(type))))
  );
}

function cronsOf({ on }: Readonly<Record<string, unknown>>): string[] {
  const { schedule } = toMapping(on);
  return Array.isArray(schedule) ? schedule.map((entry) => toText(toMapping(entry)['cron'])) : [];
}

function isOddMinute(cron: string): boolean {
  const [minutes = ''] = cron.split(' ');
  const listed = minutes.split(',');
  return listed.length <= 2 && listed.every((minute) => /^\d{1,2}$/.test(minute) && Number(minute) % 5 !== 0);
}
