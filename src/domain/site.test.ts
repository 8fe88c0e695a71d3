import { describe, expect, it } from 'vitest';
import { siteSchema } from './site.ts';

const SITE = {
  title: 'Example Notes',
  description: 'Fictional notes.',
  url: 'https://notes.example',
  timezone: 'Asia/Tokyo',
  languages: ['ja', 'en'],
  publisher: { name: 'Example CERT', namespace: 'https://notes.example', contact: 'cert@notes.example' },
  families: [{ prefix: 'XVN#', path: 'xn', name: 'Notes', pattern: '[0-9]{8}' }],
};
const [FAMILY] = SITE.families;

function problems(change: Record<string, unknown>): string[] {
  const result = siteSchema.safeParse({ ...SITE, ...change });
  return result.success ? [] : result.error.issues.map(({ path }) => path.join('.'));
}

describe('site.yaml', () => {
  it('writes JVNRSS in the namespace of JVN iPedia’s feeds unless told otherwise', () => {
    expect(siteSchema.parse(SITE).jvnrss.namespace).toBe('http://jvn.jp/rss/mod_sec/');
    expect(siteSchema.safeParse({ ...SITE, jvnrss: { namespace: 'https://jvn.jp/' } }).success).toBe(false);
  });

  it('fills in the usual timers', () => {
    expect(siteSchema.parse(SITE).timers).toEqual({
      publicationTargetDays: 45,
      websiteTargetDays: 90,
      vendorSilenceDays: 14,
      triageDays: 5,
      reservedIdDays: 180,
      urgentDays: 14,
      unreachableStageDays: 90,
      unreachableRemovalDays: 5,
    });
  });

  it.each([
    [{ timezone: 'Asia/Edo' }, 'timezone'],
    [{ languages: [] }, 'languages'],
    [{ languages: ['ja', 'ja'] }, 'languages'],
    [{ languages: ['fr'] }, 'languages.0'],
    [{ families: [{ ...FAMILY, path: 'vendors' }] }, 'families.0.path'],
    [{ families: [{ ...FAMILY, path: '../up' }] }, 'families.0.path'],
    [{ families: [{ ...FAMILY, pattern: '(a+)+' }] }, 'families.0.pattern'],
    [{ families: [{ ...FAMILY, pattern: '[0-9' }] }, 'families.0.pattern'],
    [{ families: [FAMILY, { ...FAMILY, prefix: 'YVN#' }] }, 'families'],
    [{ families: [FAMILY, { ...FAMILY, path: 'yn' }] }, 'families'],
    [{ url: 'ftp://notes.example' }, 'url'],
    [{ url: 'https://notes.example/advisories' }, 'url'],
    [{ url: 'https://notes.example/?' }, 'url'],
    [{ url: 'https://notes.example/#top' }, 'url'],
    [{ url: 'https://user@notes.example' }, 'url'],
    [{ url: 'https://:secret@notes.example' }, 'url'],
    [{ timers: { urgentDays: '-1' } }, 'timers.urgentDays'],
    [{ tlp: 'RED' }, 'tlp'],
  ])('refuses %j', (change, place) => {
    expect(problems(change)).toEqual([place]);
  });
});
