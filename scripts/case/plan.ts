import type { Desk } from './desk.ts';

/** One thing to do. It looks at the world again when it is done, so it may be done twice. */
export interface Step {
  /** What it does, for people. */
  does: string;
  perform: () => Promise<void>;
}

export interface Plan {
  /** Which case or thing the plan is for. */
  heading: string;
  /** What people should know before they say yes. */
  notes?: readonly string[];
  steps: readonly Step[];
}

/** A step failed. What came before it is done; the same command goes on from there. */
export class StepError extends Error {
  readonly does: string;
  readonly done: number;

  constructor(does: string, done: number, cause: unknown) {
    super(does, { cause });
    this.does = does;
    this.done = done;
  }
}

/**
 * Prints a plan and, when the coordinator said `--yes`, does it step by step.
 * @throws {StepError} when a step fails
 */
export async function carryOut({ environment, words, acts }: Desk, plan: Plan): Promise<void> {
  const { out } = environment;
  out(words.plan.heading(plan.heading));
  for (const note of plan.notes ?? []) out(indent(note, '   ', '   '));
  if (plan.steps.length === 0) {
    out(words.plan.nothingToDo);
    return;
  }
  for (const [index, { does, perform }] of plan.steps.entries()) {
    out(indent(does, acts ? ` ${index + 1}. ` : ` ${index + 1}) `, '    '));
    if (!acts) continue;
    try {
      await perform();
    } catch (error) {
      throw new StepError(does, index, error);
    }
  }
  out(acts ? words.plan.done : words.plan.onlyPlanned);
}

function indent(text: string, first: string, rest: string): string {
  return first + text.replaceAll('\n', `\n${rest}`);
}
