import { type Host, HostError } from '../../scripts/host/host.ts';

/** A host that breaks once: the call is done, but its answer never arrives. */
export interface BreakingHost {
  bend: (host: Host) => Host;
  /** Whether there were enough calls to break one. */
  hasBroken: () => boolean;
}

/** Breaks the answer of the `count`-th call, reading or writing, counted over all hosts that are bent. */
export function crashAfter(count: number): BreakingHost {
  let calls = 0;
  return {
    bend: (host) =>
      new Proxy(host, {
        get(target, name, receiver) {
          const method: unknown = Reflect.get(target, name, receiver);
          if (typeof method !== 'function' || name === 'pullAddress') return method;
          return async (...args: unknown[]): Promise<unknown> => {
            const answer: unknown = await (method as (...given: unknown[]) => Promise<unknown>).apply(
              target,
              args,
            );
            calls += 1;
            if (calls === count) throw new HostError('unavailable', `call ${count}, ${String(name)}`);
            return answer;
          };
        },
      }),
    hasBroken: () => calls >= count,
  };
}
