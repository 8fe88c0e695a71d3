import type { Format } from './format.ts';

/** A format as the command line knows it, loaded only when it is asked for. */
export interface KnownFormat {
  readonly load: () => Promise<Format>;
  /** Where days and years are counted in a new site. */
  readonly timezone: string;
}

/** Every format that can be imported, by the name that is typed. */
export const FORMATS: Readonly<Record<string, KnownFormat>> = {
  vu: { load: async () => (await import('./vu/vu.ts')).vu, timezone: 'America/New_York' },
  csaf: { load: async () => (await import('./csaf/csaf.ts')).csaf, timezone: 'UTC' },
  cve: { load: async () => (await import('./cve/cve-format.ts')).cveFormat, timezone: 'UTC' },
  osv: { load: async () => (await import('./osv/osv-format.ts')).osvFormat, timezone: 'UTC' },
  vuldef: { load: async () => (await import('./jvn/vuldef.ts')).vuldef, timezone: 'Asia/Tokyo' },
  jvnrss: { load: async () => (await import('./jvn/jvnrss.ts')).jvnrss, timezone: 'Asia/Tokyo' },
  myjvn: { load: async () => (await import('./jvn/myjvn.ts')).myjvn, timezone: 'Asia/Tokyo' },
  mozilla: { load: async () => (await import('./mozilla/mozilla.ts')).mozilla, timezone: 'UTC' },
  kairan: { load: async () => (await import('./kairan/kairan.ts')).kairan, timezone: 'Asia/Tokyo' },
};
