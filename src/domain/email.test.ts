import { expect, it } from 'vitest';
import { isEmail } from './email.ts';

it.each([
  ['contact@site.example', true],
  ['https://user@site.example/contact', false],
  ['mailto:contact@site.example', false],
  ['contact at site.example', false],
  ['a@b@c.example', false],
  ['Contact<contact@site.example>', false],
  ['r&d@site.example', true],
])('tells whether %s is an e-mail address', (text, expected) => {
  expect(isEmail(text)).toBe(expected);
});
