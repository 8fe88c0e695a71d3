import { HostError } from '#scripts/host/host.ts';

/** The answer, or `undefined` where GitHub says that there is no such thing (404). */
export async function unlessMissing<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof HostError && error.problem === 'missing') return undefined;
    throw error;
  }
}
