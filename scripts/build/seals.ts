import { hash } from 'node:crypto';
import type { EngineHash } from './engine-hash.ts';
import type { Copy } from './render-site.ts';
import type { Seal } from './workshop.ts';

/** What besides data shapes outputs, as digests. */
export interface Seals {
  /** The templates and the names of styles and scripts. */
  common: string;
  /** The same with the compiled text of trusted pages, for those alone: an edited policy page leaves all others as they are. */
  trusted: string;
}

export function sealsOf({ engine, compiled }: EngineHash, styles: readonly Copy[]): Seals {
  return {
    common: hash('sha256', [engine, ...styles.map(({ path }) => path)].join('\n')),
    trusted: compiled,
  };
}

export function sealOf({ common, trusted }: Seals): Seal {
  return (kind) => (kind === 'about' ? trusted : common);
}
