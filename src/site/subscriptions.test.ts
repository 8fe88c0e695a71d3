import { describe, expect, it } from 'vitest';
import { aCatalog, anAdvisory, inEnglish } from '../../tests/builders/a-catalog.ts';
import { parseCalendar, unescapeText } from '../../tests/builders/parsed-calendar.ts';
import { childOf, childrenOf, parseXml } from '../../tests/builders/parsed-xml.ts';
import type { PlannedFile } from './plan.ts';
import { planSite } from './plan-site.ts';

type Parts = Parameters<typeof aCatalog>[0];

const HIGH = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N';
const CRITICAL = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';
const LOW = 'CVSS:3.1/AV:P/AC:H/PR:H/UI:R/S:U/C:L/I:N/A:N';

const rated = (id: string, cvss: string) =>
  anAdvisory({ id, vulnerabilities: [{ cve: 'CVE-1900-0001', cvss: [cvss] }] });

const families = [
  { prefix: 'TEST#', path: 'test', name: 'Notes', pattern: '[0-9]{8}' },
  { prefix: 'TESTTA#', path: 'ta', name: 'Alerts', pattern: '[0-9]{8}', alert: 'true' },
];

function files(parts: Parts): PlannedFile[] {
  return planSite(aCatalog(parts)).filter((each): each is PlannedFile => each.kind === 'file');
}

function textAt(address: string, parts: Parts): string {
  const file = files(parts).find((each) => each.address === address);
  if (file === undefined) throw new Error(`No file at ${address}.`);
  return file.render();
}

function titlesAt(address: string, parts: Parts): string[] {
  return childrenOf(parseXml(textAt(address, parts)), 'entry').map((entry) =>
    childOf(entry, 'title').text.replace(/ .*$/u, ''),
  );
}

describe('feeds by severity', () => {
  const parts = {
    advisories: [rated('TEST#00000001', CRITICAL), rated('TEST#00000002', HIGH), rated('TEST#00000003', LOW)],
  };

  it('hold what CVSS rates critical, and high or critical', () => {
    expect(titlesAt('/feeds/critical.atom', parts)).toEqual(['TEST#00000001']);
    expect(titlesAt('/feeds/high.atom', parts)).toEqual(['TEST#00000001', 'TEST#00000002']);
  });

  it('hold as many entries as any feed does, the latest changes', () => {
    const advisories = Array.from({ length: 60 }, (_, place) => {
      const publishedAt = `2026-0${1 + (place % 6)}-${String(10 + Math.floor(place / 6))}T12:00:00+09:00`;
      return anAdvisory({ id: `TEST#${String(place).padStart(8, '0')}`, publishedAt });
    });
    const entries = childrenOf(parseXml(textAt('/feeds/critical.atom', { advisories })), 'entry');
    expect(entries).toHaveLength(50);
    const updated = entries.map((entry) => childOf(entry, 'updated').text);
    expect(updated).toEqual(updated.toSorted().toReversed());
  });
});

describe('the feed of what is urgent', () => {
  const urgent = { urgent: { reason: { ja: '攻撃を確認しました。', en: 'Attacks were seen.' } } };
  const withdrawal = { at: '2026-06-01T09:00:00+09:00', reason: '誤りでした。' };

  it('keeps what was withdrawn, so that those who were called hear of it', () => {
    const advisories = [
      anAdvisory({ id: 'TEST#00000001', ...urgent, state: 'withdrawn', withdrawal }),
      anAdvisory({ id: 'TEST#00000002', ...urgent }),
      anAdvisory({ id: 'TEST#00000003' }),
    ];
    expect(titlesAt('/feeds/urgent.atom', { advisories })).toEqual([
      '【撤回】TEST#00000001',
      '【緊急】TEST#00000002',
    ]);
  });

  it('says why, in the language of the entry, while it stands', () => {
    const standing = anAdvisory(urgent, { translations: inEnglish() });
    const gone = anAdvisory({ ...urgent, state: 'withdrawn', withdrawal });
    expect(textAt('/feeds/urgent.json', { advisories: [standing] })).toContain('攻撃を確認しました。');
    expect(textAt('/en/feeds/urgent.json', { advisories: [standing] })).toContain('Attacks were seen.');
    expect(textAt('/feeds/urgent.json', { advisories: [gone] })).not.toContain('攻撃を確認しました。');
  });
});

describe('the feed of alerts', () => {
  const alert = anAdvisory({ id: 'TESTTA#00000009' });

  it('holds the families that carry them', () => {
    const parts = { site: { families }, advisories: [anAdvisory(), alert] };
    expect(titlesAt('/feeds/alerts.atom', parts)).toEqual(['TESTTA#00000009']);
    expect(titlesAt('/en/feeds/alerts.atom', parts)).toEqual(['TESTTA#00000009']);
  });

  it('is not there where no family carries any', () => {
    const addresses = files({ advisories: [alert] }).map(({ address }) => address);
    expect(addresses.filter((address) => address.includes('alerts'))).toEqual([]);
  });
});

describe('the feed of a vendor', () => {
  it('names the vendor’s products as categories, and no others', () => {
    const affected = [
      { vendor: 'alpha', product: 'Alpha Desk', ranges: ['*'], fixed: [] },
      { vendor: 'beta', product: 'Beta Desk', ranges: ['*'], fixed: [] },
    ];
    const text = textAt('/vendors/alpha/feed.atom', { advisories: [anAdvisory({ affected })] });
    const [entry] = childrenOf(parseXml(text), 'entry');
    const terms = entry ? childrenOf(entry, 'category').map(({ attributes }) => attributes['term']) : [];
    expect(terms).toContain('Alpha Desk');
    expect(terms).not.toContain('Beta Desk');
  });
});

describe('an advisory published after judgement', () => {
  it('says so in feeds', () => {
    const advisories = [anAdvisory({ judgement: { on: '2026-03-01' } })];
    expect(textAt('/feeds/all.json', { advisories })).toContain('公表判定を経て公表した情報です');
    expect(textAt('/feeds/all.json', {})).not.toContain('公表判定');
  });
});

describe('the calendar', () => {
  const eventsAt = (address: string, parts: Parts) =>
    parseCalendar(textAt(address, parts)).events.map((lines) =>
      Object.fromEntries(lines.map(({ name, value }) => [name, unescapeText(value)])),
    );

  it('tells what was published in the last twelve months, in its language', () => {
    const old = anAdvisory({ id: 'TEST#00000002', publishedAt: '2024-03-10T12:00:00+09:00' });
    const parts = { advisories: [anAdvisory({}, { translations: inEnglish() }), old] };
    const events = eventsAt('/en/feeds/calendar.ics', parts);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      UID: 'TEST00000001-en@publisher.example',
      DTSTART: '20260310',
      SUMMARY: 'TEST#00000001 Fictional vulnerability in Test Product',
      URL: 'https://site.example/en/test/TEST00000001/',
      CATEGORIES: 'Test notes,Critical',
    });
  });

  it('never tells of what is under embargo, whatever changes in it', () => {
    const hidden = anAdvisory({ id: 'TEST#00000002', publishedAt: '2027-01-10T12:00:00+09:00' });
    const open = textAt('/feeds/calendar.ics', { advisories: [anAdvisory()] });
    expect(textAt('/feeds/calendar.ics', { advisories: [anAdvisory(), hidden] })).toBe(open);
  });

  it('tells when something became urgent later, as an event of its own', () => {
    const advisories = [
      anAdvisory({
        urgent: { reason: '攻撃を確認しました。' },
        revisions: [
          { at: '2026-03-10T12:00:00+09:00', summary: '公開しました。' },
          { at: '2026-05-01T12:00:00+09:00', summary: '緊急です。', changes: [{ part: 'urgent' }] },
        ],
      }),
    ];
    const events = eventsAt('/feeds/calendar.ics', { advisories });
    expect(events.map(({ DTSTART }) => DTSTART)).toEqual(['20260310', '20260501']);
    expect(new Set(events.map(({ UID }) => UID)).size).toBe(2);
  });

  it('tells of the events that the site announces', () => {
    const site = {
      events: [{ on: '2026-12-28', until: '2026-12-29', title: { ja: '保守', en: 'Maintenance' } }],
    };
    expect(eventsAt('/en/feeds/calendar.ics', { site, advisories: [] })).toEqual([
      expect.objectContaining({ SUMMARY: 'Maintenance', DTSTART: '20261228', DTEND: '20261230' }),
    ]);
  });

  it('calls an event of the site by the same name, whatever other events come and go', () => {
    const on = (day: string, title: string) => ({ on: day, title: { ja: title, en: title } });
    const uidsOf = (...events: ReturnType<typeof on>[]) => {
      const told = eventsAt('/feeds/calendar.ics', { site: { events }, advisories: [] });
      return new Map(told.map(({ SUMMARY, UID }) => [SUMMARY, UID]));
    };
    const move = on('2026-12-28', 'Move');
    const before = uidsOf(move, on('2026-12-28', 'Dinner'));
    const after = uidsOf(on('2026-12-01', 'Meeting'), move, on('2026-12-28', 'Dinner'));
    expect(new Set(after.values()).size).toBe(3);
    expect(after.get('Move')).toBe(before.get('Move'));
    expect(after.get('Dinner')).toBe(before.get('Dinner'));
  });

  it('is not there while there is nothing to tell', () => {
    const addresses = files({ advisories: [] }).map(({ address }) => address);
    expect(addresses.filter((address) => address.endsWith('.ics'))).toEqual([]);
  });
});
