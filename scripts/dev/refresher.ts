import type { Checked, LiveSite } from './live-site.ts';

/** Long enough for an editor to finish writing several files. */
const SETTLE_MS = 60;
/** After this pause browsers have what they asked for, and the check of all content holds nobody up. */
const PAUSE_MS = 400;
/** A check that took less than this comes before the page is shown, so that no page shows an error for a moment. */
const QUICK_MS = 80;

/** Who hears of it. */
export interface Listeners {
  browsers: Browsers;
  /** All rules were applied to the newest content. */
  report: (result: Checked) => void;
  /** The content could not be read again. */
  failed: (error: unknown) => void;
}

/** What browsers are told: that pages show something else now, or that only the author bar does. */
export interface Browsers {
  reload: () => void;
  refreshBar: () => void;
}

/** Turns changes of files into readings and checks: readings at once, checks when there is time. */
export interface Refresher {
  /** Takes note that a file, a path below the content directory, was written, came or went. */
  touch: (file: string) => void;
  stop: () => void;
}

/**
 * @param elapsed milliseconds on a clock that only measures durations
 * @param checkMs how long the first check took
 */
export function startRefresher(
  site: Pick<LiveSite, 'reload' | 'check'>,
  { browsers, report, failed }: Listeners,
  elapsed: () => number,
  checkMs: number,
): Refresher {
  const changed = new Set<string>();
  let lastCheckMs = checkMs;
  let timer: NodeJS.Timeout | undefined;

  const check = (): Checked => {
    const started = elapsed();
    const result = site.check();
    lastCheckMs = elapsed() - started;
    report(result);
    return result;
  };
  const guarded = (step: () => void) => () => {
    try {
      step();
    } catch (error) {
      failed(error);
      browsers.refreshBar();
    }
  };
  const checkLater = guarded(() => {
    if (check().turned) browsers.reload();
    else browsers.refreshBar();
  });
  const refresh = guarded(() => {
    const files = [...changed];
    changed.clear();
    site.reload(files);
    if (lastCheckMs <= QUICK_MS) check();
    else timer = setTimeout(checkLater, PAUSE_MS);
    browsers.reload();
  });
  return {
    touch(file) {
      changed.add(file);
      clearTimeout(timer);
      timer = setTimeout(refresh, SETTLE_MS);
    },
    stop: () => {
      clearTimeout(timer);
    },
  };
}
