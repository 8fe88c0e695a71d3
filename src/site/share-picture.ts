import type { CvssSeverity } from '#domain/cvss.ts';
import type { Language } from '#domain/language.ts';
import { wordsOf } from '#i18n/words.ts';
import { sharePictureAddress } from './addresses.ts';
import type { Head } from './view.ts';

/**
 * The pictures of shared links (`npm run pictures` draws them): one for each severity, and `site` for all other pages.
 */
export const SHARE_PICTURES = ['site', 'critical', 'high', 'medium', 'low', 'none', 'unrated'] as const;
export type SharePicture = (typeof SHARE_PICTURES)[number];

/** Pixels of every picture, in the shape (1.91 to 1) in which chat tools show one. */
export const PICTURE_SIZE = { width: 1200, height: 630 } as const;

/** The picture of an advisory by the severity of its worst vulnerability. */
export function pictureOfSeverity(severity: CvssSeverity | undefined): SharePicture {
  return severity ?? 'unrated';
}

/** Where a picture stands and what it shows, in words of the page's language. */
export function toPicture(picture: SharePicture, language: Language): Head['picture'] {
  const { pages, sharing } = wordsOf(language);
  const { severities, unrated } = pages.advisory;
  const name = picture === 'unrated' ? unrated : picture === 'site' ? '' : severities[picture];
  const alt = name === '' ? sharing.picture.site : sharing.picture.severity(name);
  return { address: sharePictureAddress(picture), alt, ...PICTURE_SIZE };
}
