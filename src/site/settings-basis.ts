import { hash } from 'node:crypto';
import type { Site } from '#domain/site.ts';
import { oncePer } from '#domain/once.ts';

/** All that `site.yaml` says, in few words, for the bases of files of which there are thousands. */
export const settingsBasis = oncePer((site: Site) => hash('sha256', JSON.stringify(site), 'base64url'));
