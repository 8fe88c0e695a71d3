import { ACTION_RULES } from './action-rules.ts';
import { EVENT_RULES } from './event-rules.ts';
import { RIGHT_RULES } from './right-rules.ts';
import type { Rule } from './rule.ts';
import { TEXT_RULES } from './text-rules.ts';
import { parseWorkflow, type WorkflowFile } from './workflow.ts';

/** What every workflow of ours keeps, in the site, in rooms and in the hub. */
export const RULES: readonly Rule[] = [...EVENT_RULES, ...RIGHT_RULES, ...TEXT_RULES, ...ACTION_RULES];

export interface Fault {
  rule: string;
  sentence: string;
  at: string[];
}

/** Each rule that a workflow breaks, and where. */
export function findFaults(file: WorkflowFile): Fault[] {
  const workflow = parseWorkflow(file);
  return RULES.map(({ name, sentence, find }) => ({ rule: name, sentence, at: find(workflow) })).filter(
    ({ at }) => at.length > 0,
  );
}
