import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileText } from '../../../tests/builders/hostile-text.ts';
import { parseXml } from '../../../tests/builders/parsed-xml.ts';
import { cleanText } from '#domain/xml-text.ts';
import { renderXml } from './render-xml.ts';
import { xml } from './xml-node.ts';

describe('renderXml', () => {
  it('writes elements, attributes and text, indented', () => {
    const root = xml('a', [xml('b', '1'), xml('c', [xml('d', '')], { e: '2' })], {
      xmlns: 'http://a.example/',
    });
    expect(renderXml(root)).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<a xmlns="http://a.example/">',
        '  <b>1</b>',
        '  <c e="2">',
        '    <d/>',
        '  </c>',
        '</a>',
        '',
      ].join('\n'),
    );
  });

  it.each([
    ']]>',
    '&amp;',
    '&nbsp;',
    '&#38;',
    '&undefined;',
    '"<\'>',
    '<!--',
    '\r\n',
    ' a ',
    '\u0000\ufffe\ud800',
  ])('carries %j unharmed in text and in attributes', (text) => {
    expectToHold(text);
  });

  it('carries any text unharmed', () => {
    fc.assert(
      fc.property(fc.oneof(hostileText, fc.string({ unit: 'binary' })), (text) => {
        expectToHold(text);
      }),
    );
  });
});

/** A parser reads line breaks and tabs in attributes as blanks (XML 1.0 §3.3.3). */
function expectToHold(text: string) {
  const [parsed] = parseXml(renderXml(xml('a', [xml('b', text, { c: text })]))).children;
  expect(parsed?.text).toBe(cleanText(text));
  expect(parsed?.attributes['c']).toBe(cleanText(text).replace(/[\t\n]/gu, ' '));
}
