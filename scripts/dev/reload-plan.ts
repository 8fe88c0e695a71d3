import type { LoadedSite } from '../build/load-site.ts';
import type { LivePlan } from './live-plan.ts';

/** Called after the content was read again, or could not be. */
export interface OnReload {
  loaded: (loaded: LoadedSite) => void;
  failed: (error: unknown) => void;
}

/** Reads the content again. A failure is reported and the last plan stays: the preview goes on. */
export function reloadPlan(plan: Pick<LivePlan, 'reload'>, on: OnReload): void {
  try {
    on.loaded(plan.reload());
  } catch (error) {
    on.failed(error);
  }
}
