import { expect, it } from 'vitest';
import { toCpeUri } from '#domain/cpe-uri.ts';
import { listOutcomes, openDocument } from '#formats/foreign/foreign-document.ts';
import { readCpe } from './cpe.ts';

it.each([
  ['cpe:/a:example:product', 'cpe:2.3:a:example:product:*:*:*:*:*:*:*:*'],
  ['cpe:/o:example:router_firmware:4.0:sp1', 'cpe:2.3:o:example:router_firmware:4.0:sp1:*:*:*:*:*:*'],
  ['cpe:/a:example:suite_%28x64%29:-', String.raw`cpe:2.3:a:example:suite_\(x64\):-:*:*:*:*:*:*:*`],
  ['cpe:/a:example:c%2b%2b', String.raw`cpe:2.3:a:example:c\+\+:*:*:*:*:*:*:*:*`],
  ['cpe:/a:example:c++', String.raw`cpe:2.3:a:example:c\+\+:*:*:*:*:*:*:*:*`],
  ['cpe:/a:example:product:1.0::~~pro~linux~x64~', 'cpe:2.3:a:example:product:1.0:*:*:*:pro:linux:x64:*'],
  ['cpe:2.3:a:example:a_%28b%29:*:*:*:*:*:*:*:*', String.raw`cpe:2.3:a:example:a_\(b\):*:*:*:*:*:*:*:*`],
])('reads %j as %j', (uri, formatted) => {
  expect(readCpe(openDocument(uri))).toBe(formatted);
});

it.each(
  [
    ['cpe:/:misc', 'unreadable'],
    ['cpe:/a:example', 'unreadable'],
    ['cpe:/a:with blank:product', 'cpe:2.3'],
    ['cpe:/a:日本:product', 'unreadable'],
    ['cpe:/a:misc:some_product', 'placeholder'],
    ['example', 'unreadable'],
  ].filter(([, why]) => why !== 'cpe:2.3'),
)('drops %j as %s', (uri = '', why = '') => {
  const place = openDocument(uri);
  expect(readCpe(place)).toBeUndefined();
  expect(listOutcomes(place)[0]?.outcome).toEqual({ kind: 'dropped', why });
});

it.each([
  'cpe:/a:example:suite_%28x64%29:4.0',
  'cpe:/h:example:box:-',
  'cpe:/a:example:p:1:u1:~e~s~t~h~o:ja',
])('is the inverse of the way out for %s', (uri) => {
  expect(toCpeUri(readCpe(openDocument(uri)) ?? '')).toBe(uri);
});
