import type { YamlValue } from '../content/yaml-text.ts';

/** Front matter of another generator's page; keys without a value are left out. */
export type Fields = Record<string, YamlValue | undefined>;

/** One page as other generators are given it: each has its own way of writing front matter. */
export interface PeerPage {
  /** Path below the folder of pages: `ja/jp/2026/KRN10000001.md`; lists are `_index.md`. */
  file: string;
  fields: Fields;
  /** Markdown. */
  body: string;
}
