/** What the events of an advisory's timeline are called in a CVE record, by which they are known again when it is read. */
export const TIMELINE_WORDS: Readonly<Partial<Record<string, string>>> = {
  reported: 'Reported',
  accepted: 'Report accepted',
  'vendor-notified': 'Vendor notified',
  'fix-released': 'Fix released',
  published: 'Published',
  'exploit-published': 'Exploit published',
  'attack-observed': 'Attack observed',
};
