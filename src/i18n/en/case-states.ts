import type { caseStates as ja } from '../ja/case-states.ts';

/** What the states of a case are called in English, as they stand within a sentence. */
export const caseStates: typeof ja = {
  received: 'received',
  accepted: 'accepted',
  refused: 'refused',
  coordinating: 'coordinating',
  scheduled: 'scheduled',
  published: 'published',
  'not-a-vulnerability': 'not a vulnerability',
  'individually-handled': 'individually handled',
  uncoordinatable: 'cannot be coordinated',
  judged: 'judged for publication',
  'operator-contacted': 'operator contacted',
  'details-sent': 'details sent',
  corrected: 'corrected',
  'page-removed': 'page removed',
  mitigated: 'mitigated',
  unreachable: 'unreachable',
  closed: 'closed',
};
