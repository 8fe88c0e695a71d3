import { z } from 'zod';

/**
 * The two ways that a report can go (Information Security Early Warning Partnership): a product case ends in a public
 * advisory; a website case is never published by itself and is only counted.
 */
export const TRACKS = ['product', 'website'] as const;
export type Track = (typeof TRACKS)[number];

/** Everything that a case can be. The Japanese words stand in the glossary. */
export const CASE_STATES = [
  'received',
  'accepted',
  'refused',
  'coordinating',
  'scheduled',
  'published',
  'not-a-vulnerability',
  'individually-handled',
  'uncoordinatable',
  'judged',
  'operator-contacted',
  'details-sent',
  'corrected',
  'page-removed',
  'mitigated',
  'unreachable',
  'closed',
] as const;
export type CaseState = (typeof CASE_STATES)[number];

export const trackSchema = z.enum(TRACKS).describe('A product in use, or one website’s own application.');
export const caseStateSchema = z.enum(CASE_STATES).describe('Where the case stands.');

/** Why a report is refused. */
export const REFUSAL_REASONS = [
  'out-of-scope',
  'already-public',
  'duplicate',
  'not-a-vulnerability',
  'insufficient',
  'unlawful-means',
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];
export const refusalReasonSchema = z.enum(REFUSAL_REASONS).describe('Why the report was refused.');

/** A case's code: six letters or digits that tell nothing. It also names what others see, such as rooms and branches. */
export const caseCodeSchema = z
  .string()
  .regex(/^[a-z0-9]{6}$/)
  .describe('The code of a case.');

/** What may follow what, by track. Before triage a case has no track and goes the first row of both. */
const TRANSITIONS: Readonly<Record<Track, Readonly<Partial<Record<CaseState, readonly CaseState[]>>>>> = {
  product: {
    received: ['accepted', 'refused'],
    accepted: ['coordinating', 'refused', 'not-a-vulnerability'],
    refused: ['closed', 'received'],
    coordinating: ['scheduled', 'not-a-vulnerability', 'individually-handled', 'uncoordinatable'],
    uncoordinatable: ['coordinating', 'judged'],
    judged: ['scheduled', 'closed'],
    scheduled: ['coordinating', 'published'],
    published: ['closed'],
    'not-a-vulnerability': ['closed', 'coordinating'],
    'individually-handled': ['closed', 'coordinating'],
  },
  website: {
    received: ['accepted', 'refused'],
    accepted: ['operator-contacted', 'refused', 'not-a-vulnerability'],
    refused: ['closed', 'received'],
    'operator-contacted': ['details-sent', 'unreachable', 'not-a-vulnerability'],
    'details-sent': ['corrected', 'page-removed', 'mitigated', 'unreachable', 'not-a-vulnerability'],
    corrected: ['closed', 'details-sent'],
    'page-removed': ['closed', 'details-sent'],
    mitigated: ['closed', 'details-sent'],
    unreachable: ['closed', 'operator-contacted'],
    'not-a-vulnerability': ['closed'],
  },
};

/** The states that may follow. None follows `closed`. */
export function nextStates(track: Track | undefined, state: CaseState): readonly CaseState[] {
  return TRANSITIONS[track ?? 'product'][state] ?? [];
}

/** Whether a case is still worked on. */
export function isOpen(state: CaseState): boolean {
  return state !== 'closed' && state !== 'refused';
}

/**
 * Whether words of a case must still stand in no public byte. A case that is closed stays confidential unless it was
 * published: those of websites, and products whose users were told one by one, never become public.
 */
export function isConfidential(state: CaseState, wasPublished: boolean): boolean {
  return state !== 'published' && !(state === 'closed' && wasPublished);
}
