import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isXmlProblem, readXml } from './read-xml.ts';

const RSS = 'http://purl.org/rss/1.0/';
const valueOf = (text: string): unknown => {
  const document = readXml(text);
  return isXmlProblem(document) ? document : document.value;
};

describe('readXml', () => {
  it('makes plain values of attributes, texts and elements', () => {
    const text = `<a b="1"><c>x</c><c>y</c><d e="2"> z </d><f/><g>p<![CDATA[<q>]]>&amp;&#x41;<!-- no --></g></a>`;
    expect(readXml(text)).toEqual({
      name: 'a',
      value: { '@b': '1', c: ['x', 'y'], d: { '@e': '2', '#text': ' z ' }, f: '', g: 'p<q>&A' },
    });
  });

  it('names elements by their namespaces, however a document abbreviates them', () => {
    const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
    const text = `<r:RDF xmlns:r="${rdf}" xmlns:s="${RSS}" xmlns:x="http://jvn.jp/rss/mod_sec/3.0/" xmlns:o="urn:other"
      xml:lang="ja"><s:item r:about="u"><x:cvss o:a="1"/></s:item></r:RDF>`;
    expect(readXml(text)).toEqual({
      name: 'rdf:RDF',
      value: { '@xml:lang': 'ja', item: { '@rdf:about': 'u', 'sec:cvss': { '@{urn:other}a': '1' } } },
    });
  });

  it('knows the prefixes of JVN where their declarations are missing, and no others', () => {
    expect(readXml('<rdf:RDF xsi:schemaLocation="x"><dc:date>1</dc:date></rdf:RDF>')).toEqual({
      name: 'rdf:RDF',
      value: { '@xsi:schemaLocation': 'x', 'dc:date': '1' },
    });
    expect(readXml('<foo:a/>')).toEqual({ at: '1:8', what: 'unbound namespace prefix: "foo".' });
  });

  it.each([
    ['', 'document must contain a root element.'],
    ['<!DOCTYPE a><a/>', 'DOCTYPE'],
    ['<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d SYSTEM "file:///etc/passwd">]><a>&b;&d;</a>', 'DOCTYPE'],
    ['<a>&b;</a>', 'undefined entity.'],
    ['<a>&constructor;</a>', 'undefined entity.'],
    ['<a>&toString;</a>', 'undefined entity.'],
    ['<a b="1" b="2"/>', 'duplicate attribute: b.'],
    ['<a/><b/>', 'documents may contain only one root.'],
    ['<a><b></a>', 'unexpected close tag.'],
    ['<a>', 'unclosed tag: a'],
    ['<a b=1/>', 'unquoted attribute value.'],
    ['<a>\u0000</a>', 'disallowed character.'],
    ['<a>'.repeat(60), 'more than 48 levels'],
    [
      `<a ${Array.from({ length: 70 }, (_, place) => `a${String(place)}="1"`).join(' ')}/>`,
      'more than 64 attributes',
    ],
  ])('refuses %j by name', (text, what) => {
    expect(readXml(text)).toEqual({ at: expect.stringMatching(/^\d+:\d+$/) as string, what });
  });

  it.each([
    ['<a>\n <b x="Shopping & Travel"/>\n</a>', '2:17'],
    ['<a>\r\n<![CDATA[ & ]]><!-- & -->\r\n &amp; & b</a>', '3:8'],
    ['<a>&lt;\n<b c=d/></a>', '2:6'],
  ])('tells line and column of the first error in %j', (text, at) => {
    expect(readXml(text)).toMatchObject({ at });
  });

  it('keeps names that mean something to programs as plain members', () => {
    const value = valueOf('<__proto__><constructor>1</constructor><__proto__ a="2"/></__proto__>');
    expect(Object.getPrototypeOf(value)).toBeNull();
    expect(Object.keys(value as object)).toEqual(['constructor', '__proto__']);
  });

  it.each([
    ['text', `<a>${'x'.repeat(2_000_000)}</a>`],
    ['elements', `<a>${'<b/>'.repeat(200_000)}</a>`],
    ['ampersands', '&'.repeat(500_000)],
    ['open comments', `<a>${'<!--'.repeat(200_000)}`],
    ['open sections', `<a>&${'<![CDATA['.repeat(100_000)}`],
    ['one long tag', `<a ${'b '.repeat(200_000)}`],
  ])('is done in time with a lot of %s', (_, text) => {
    const start = performance.now();
    readXml(text);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it('reads or refuses any text without throwing', () => {
    const pieces = [
      '<a>',
      '</a>',
      '<b c="',
      '"',
      '/>',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '&amp;',
      '&',
      ';',
      '<?x',
      '?>',
      ' ',
      'é',
      '\uD800',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (parts) => {
        expect(readXml(parts.join(''))).toBeTypeOf('object');
      }),
      { seed: 6, numRuns: 2000 },
    );
  });
});
