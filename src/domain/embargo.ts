import { z } from 'zod';

/** The embargo of a case, by the states of the Vultron protocol (CERT/CC, Embargo Management). */
export const EMBARGO_STATES = ['none', 'proposed', 'active', 'revise', 'exited'] as const;
export type EmbargoState = (typeof EMBARGO_STATES)[number];

/** What participants can do about an embargo. */
export const EMBARGO_ACTS = ['propose', 'accept', 'reject', 'exit'] as const;
export type EmbargoAct = (typeof EMBARGO_ACTS)[number];
export const embargoActSchema = z.enum(EMBARGO_ACTS).describe('What was done about the embargo.');

const TRANSITIONS: Readonly<Record<EmbargoState, Readonly<Partial<Record<EmbargoAct, EmbargoState>>>>> = {
  none: { propose: 'proposed' },
  proposed: { propose: 'proposed', accept: 'active', reject: 'none' },
  active: { propose: 'revise', exit: 'exited' },
  revise: { propose: 'revise', accept: 'active', reject: 'active', exit: 'exited' },
  exited: {},
};

/** The state after an act, or `undefined` where the act is not possible. */
export function afterEmbargoAct(state: EmbargoState, act: EmbargoAct): EmbargoState | undefined {
  return TRANSITIONS[state][act];
}
