import { wordsOf } from '#i18n/words.ts';
import type { Frame, View } from './view.ts';

/**
 * Where readers report a mistake in a page: a letter to the publisher that already names the page, the publisher's own
 * contact page, or else a new issue in the public repository. `undefined` where the site names none of them, on the page
 * of unknown addresses and, instead of an issue, on the list of unreachable developers.
 */
export function correctionAddress(view: View, frame: Frame): string | undefined {
  if (view.kind === 'not-found') return undefined;
  const { correction } = wordsOf(frame.language).sharing;
  const subject = correction.subject(view.kind === 'advisory' ? view.id : view.head.title);
  const body = correction.body(frame.url + view.head.address);
  const { contact } = frame.publisher;
  if (/^[^\s/?&]+@[^\s/?&]+$/u.test(contact)) return `mailto:${contact}?${formatQuery({ subject, body })}`;
  if (/^https?:\/\//u.test(contact)) return contact;
  // Nobody should write about a listed developer in public.
  if (frame.repository === undefined || view.kind === 'unreachable') return undefined;
  return `${frame.repository.replace(/\/+$/u, '')}/issues/new?${formatQuery({ title: subject, body })}`;
}

/** Blanks as `%20` and line ends as CRLF, because letters know neither `+` nor a bare line feed (RFC 6068 §5). */
function formatQuery(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${encodeURIComponent(value.replaceAll('\n', '\r\n'))}`)
    .join('&');
}
