import type { Verb } from './verb.ts';

/** Every verb of `npm run case`, loaded only when it is asked for. */
export const VERBS: Readonly<Record<string, () => Promise<Verb>>> = {
  accept: async () => (await import('./verbs/triage.ts')).accept,
  answer: async () => (await import('./verbs/answer.ts')).answer,
  approve: async () => (await import('./verbs/approve.ts')).approve,
  comment: async () => (await import('./verbs/comment.ts')).comment,
  correct: async () => (await import('./verbs/correct.ts')).correct,
  embargo: async () => (await import('./verbs/embargo.ts')).embargo,
  init: async () => (await import('./verbs/init.ts')).init,
  intake: async () => (await import('./verbs/intake.ts')).intake,
  list: async () => (await import('./verbs/list.ts')).list,
  move: async () => (await import('./verbs/move.ts')).move,
  notify: async () => (await import('./verbs/notify.ts')).notify,
  open: async () => (await import('./verbs/open.ts')).open,
  preview: async () => (await import('./verbs/preview.ts')).preview,
  publish: async () => (await import('./verbs/publish.ts')).publish,
  record: async () => (await import('./verbs/record.ts')).record,
  refuse: async () => (await import('./verbs/triage.ts')).refuse,
  remind: async () => (await import('./verbs/remind.ts')).remind,
  schedule: async () => (await import('./verbs/schedule.ts')).schedule,
  show: async () => (await import('./verbs/show.ts')).show,
  statistics: async () => (await import('./verbs/statistics.ts')).statistics,
  sync: async () => (await import('./verbs/sync.ts')).sync,
  verify: async () => (await import('./verbs/verify.ts')).verify,
  withdraw: async () => (await import('./verbs/correct.ts')).withdraw,
};
