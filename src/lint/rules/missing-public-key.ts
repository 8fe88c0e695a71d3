import type { Rule } from '../rule.ts';

export const missingPublicKey: Rule = {
  code: 'FMT006',
  severity: 'error',
  text: {
    ja: {
      title: '公開鍵のファイルがありません',
      what: '公開鍵「{key}」のファイルがありません。',
      why: 'CSAF の文書の署名を、読者がこの鍵で検証できなくなります。',
      remedy:
        '公開鍵を content/{key} に置くか、site.yaml のパスを直してください。秘密鍵は置かないでください。',
    },
    en: {
      title: 'Missing public key',
      what: 'There is no file “{key}” with the public key.',
      why: 'Readers could not verify the signatures of CSAF documents with it.',
      remedy:
        'Put the public key at content/{key}, or correct the path in site.yaml. Never put a secret key there.',
    },
  },
  *check({ content, site }) {
    const key = site?.csaf?.publicKey;
    if (key === undefined || isThere(() => content.source(key))) return;
    yield { file: 'site.yaml', path: ['csaf', 'publicKey'], params: { key } };
  },
};

function isThere(read: () => string): boolean {
  try {
    read();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
