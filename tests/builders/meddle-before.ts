import type { Host } from '../../scripts/host/host.ts';

/** Lets somebody else do something, once, just before the first call of a method that is asked about a repository. */
export function meddleBefore(
  method: keyof Host,
  repo: string,
  meddle: () => Promise<unknown>,
): (host: Host) => Host {
  let isDone = false;
  return (host) =>
    new Proxy(host, {
      get(target, name, receiver) {
        const found: unknown = Reflect.get(target, name, receiver);
        if (name !== method || typeof found !== 'function') return found;
        return async (...args: unknown[]): Promise<unknown> => {
          if (!isDone && args[0] === repo) {
            isDone = true;
            await meddle();
          }
          return await (found as (...given: unknown[]) => Promise<unknown>).apply(target, args);
        };
      },
    });
}
