import type { SpokenText } from '#domain/language.ts';
import type { Timers } from '#domain/timers.ts';
import type { Head, Link } from './view.ts';

/** A policy or help page; its prose is compiled with the templates and not part of the view. */
export interface AboutView {
  kind: 'about';
  head: Head;
  slug: string;
  title: string;
  description: string;
  updatedOn: string;
  /** Present when this text is a translation and older than its original. */
  behind?: { originalOn: string; originalAddress: string };
  /** What changed from version to version, newest first; version 1 is the first. */
  changes: readonly { version: number; on: string; summary: string }[];
  /** The page that leads the chapter in which this one stands, and the pages below it in their order. */
  chapter?: Link & { pages: readonly Link[] };
  /** `example` is the first identifier of the family that still stands. */
  families: readonly {
    prefix: string;
    name: SpokenText;
    description?: SpokenText;
    address: string;
    example?: string;
  }[];
  /** Clocks of the coordination process, for pages that name them. */
  timers: Timers;
  publisher: { name: string; contact: string; securityPolicyUrl?: string };
}
