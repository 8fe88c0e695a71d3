import type { Rule } from '../rule.ts';

export const tlpNotClear: Rule = {
  code: 'ADV019',
  severity: 'error',
  text: {
    ja: {
      title: '公開できない TLP です',
      what: 'この情報は TLP:{tlp} です。',
      why: '公開サイトに載せてよいのは TLP:CLEAR の情報だけです。',
      remedy: '公開してよいことを確かめて tlp: CLEAR にするか、ファイルをこのリポジトリから除いてください。',
    },
    en: {
      title: 'TLP label that forbids publication',
      what: 'This advisory is TLP:{tlp}.',
      why: 'Only TLP:CLEAR may stand on a public site.',
      remedy:
        'Make sure that it may be public and write tlp: CLEAR, or take the file out of this repository.',
    },
  },
  *check({ advisories }) {
    for (const { file, facts } of advisories) {
      if (facts.tlp !== 'CLEAR') yield { file, path: ['tlp'], params: { tlp: facts.tlp } };
    }
  },
};
