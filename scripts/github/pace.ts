/** The part of a Bottleneck group that octokit's throttling plugin calls. */
interface Pace {
  key: () => {
    schedule: <T>(options: unknown, job: (...args: never[]) => Promise<T>, ...args: never[]) => Promise<T>;
  };
}

/**
 * Lets jobs begin one after another, `gap` milliseconds apart. GitHub asks for a second between writes, and for more
 * where somebody is notified; the plugin's own limiter cannot be given a clock.
 */
export function openPace(gap: number, sleep: (milliseconds: number) => Promise<void>): Pace {
  let free = Promise.resolve();
  return {
    key: () => ({
      schedule: async (_options, job, ...args) => {
        const turn = free;
        free = turn.then(() => sleep(gap));
        await turn;
        return job(...args);
      },
    }),
  };
}
