/** An identifier that its shape tells: who gives it, in the word of JVN's files, and where its document stands. */
export interface KnownIdentifier {
  source: string;
  url: string;
}

const SHAPES: readonly (readonly [RegExp, source: string, toUrl: (number: string) => string])[] = [
  [/^JVN#(\d{8})$/u, 'JVN', (number) => `https://jvn.jp/jp/JVN${number}/index.html`],
  [/^JVNVU#(\d{8})$/u, 'JVN', (number) => `https://jvn.jp/vu/JVNVU${number}/index.html`],
  [/^JVNTA#(\d{8})$/u, 'JVN', (number) => `https://jvn.jp/ta/JVNTA${number}/index.html`],
  [/^VU#(\d+)$/u, 'CERT-VN', (number) => `https://www.kb.cert.org/vuls/id/${number}`],
];

/** What is known of an identifier of JVN or CERT/CC; nothing of any other. */
export function readKnownIdentifier(id: string): KnownIdentifier | undefined {
  for (const [shape, source, toUrl] of SHAPES) {
    const number = shape.exec(id)?.[1];
    if (number !== undefined) return { source, url: toUrl(number) };
  }
  return undefined;
}
