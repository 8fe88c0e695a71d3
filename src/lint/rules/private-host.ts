import { parsePublicUrl } from '#domain/public-url.ts';
import { factText } from '../may-hold.ts';
import { listParsedPages } from '../parsed-pages.ts';
import type { Rule } from '../rule.ts';

const addressPattern = /\bhttps?:\/\/[^\s"'<>)}、。,]+/giu;

export const privateHost: Rule = {
  code: 'TXT005',
  severity: 'error',
  text: {
    ja: {
      title: '内部のホストへのアドレスです',
      what: '「{host}」は公開されたホストではありません。',
      why: '読者には開けないうえ、内部のネットワークの名前が公開されます。',
      remedy: '公開されているアドレスに直してください。例として示すときは `…` でコードにします。',
    },
    en: {
      title: 'Address of a private host',
      what: '“{host}” is no public host.',
      why: 'Readers cannot open it, and it tells the public how an internal network is named.',
      remedy: 'Write the public address. An example in prose belongs in code: `…`.',
    },
  },
  *check(context) {
    const { content, files, frontMatter } = context;
    const privateHostOf = createHostCheck();
    const suspects = files.filter((entry) => {
      const text = factText(entry);
      if (text === undefined) return true;
      return [...text.matchAll(addressPattern)].some(([address]) => privateHostOf(address) !== undefined);
    });
    for (const file of [
      ...suspects.map(({ file }) => file),
      ...content.pages.map(({ file }) => file),
      ...(content.site === undefined ? [] : ['site.yaml']),
      ...content.statistics.map(({ file }) => file),
      ...(content.exploits === undefined ? [] : [content.exploits.file]),
    ]) {
      for (const { 0: address, index } of frontMatter(file).matchAll(addressPattern)) {
        const host = privateHostOf(address);
        if (host !== undefined) yield { file, offset: index, params: { host } };
      }
    }
    const written = [...content.advisories, ...content.translations].map(
      ({ file, body }) => [file, body?.links ?? []] as const,
    );
    const onPages = [...listParsedPages(context)].map(([file, { links }]) => [file, links] as const);
    for (const [file, links] of [...written, ...onPages]) {
      for (const link of links) {
        const host = privateHostOf(link.url);
        if (host !== undefined) yield { file, place: link, params: { host } };
      }
    }
  },
};

/** Tells the private host of an address, if it leads to one. Hosts recur in thousands of files, so each is judged once. */
function createHostCheck(): (address: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  return (address) => {
    const origin = /^https?:\/\/[^/?#]*/iu.exec(address)?.[0];
    if (origin === undefined) return undefined;
    if (!known.has(origin)) {
      const parsed = parsePublicUrl(origin);
      known.set(origin, 'problem' in parsed && parsed.problem === 'private-host' ? parsed.host : undefined);
    }
    return known.get(origin);
  };
}
