import { expect, it } from 'vitest';
import { toUri } from './to-uri.ts';

it.each([
  ['https://site.example', 'https://site.example'],
  ['https://site.example/a?b=c#d', 'https://site.example/a?b=c#d'],
  ['https://例え.example/日本', 'https://xn--r8jz45g.example/%E6%97%A5%E6%9C%AC'],
  ['https://site.example/a|b[c]^{d}', 'https://site.example/a%7Cb%5Bc%5D%5E%7Bd%7D'],
  ['https://site.example/100%', 'https://site.example/100%25'],
  ['https://site.example/#a#b', 'https://site.example/#a%23b'],
  ['https://[2001:db8::1]/x', 'https://[2001:db8::1]/x'],
  ['https://user:word@site.example/x y', 'https://site.example/x%20y'],
])('the address %s is written %s', (address, uri) => {
  expect(toUri(address)).toBe(uri);
});

it.each(['javascript:alert(1)', 'mailto:a@b.example', 'site.example', ''])('“%s” is none', (address) => {
  expect(toUri(address)).toBeUndefined();
});
