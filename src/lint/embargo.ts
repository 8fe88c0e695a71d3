import type { AdvisoryFacts } from '#domain/advisory.ts';
import { compareInstants } from '#domain/dates.ts';

/** Whether an advisory's moment of publication has not come: nothing of it may be public yet. */
export function isEmbargoed({ publishedAt }: Pick<AdvisoryFacts, 'publishedAt'>, now: string): boolean {
  return compareInstants(publishedAt, now) > 0;
}
