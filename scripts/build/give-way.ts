import type { Planned } from '#site/plan.ts';
import { toOutputPath } from './output-path.ts';
import type { Copy } from './render-site.ts';

/** The plan without the files whose place the coordinator has taken with one of the same path in `public/`. */
export function giveWay(plan: readonly Planned[], own: readonly Pick<Copy, 'path'>[]): Planned[] {
  const taken = new Set(own.map(({ path }) => path.toLowerCase()));
  return plan.filter((item) => {
    const yields = item.kind === 'file' && item.yields === true;
    return !yields || !taken.has(toOutputPath(item.address).toLowerCase());
  });
}
