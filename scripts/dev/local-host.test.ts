import { describe, expect, it } from 'vitest';
import { isLocalHost } from './local-host.ts';

describe('isLocalHost', () => {
  it.each(['localhost', 'localhost:4321', 'LOCALHOST:1', '127.0.0.1:4321', '[::1]', '[::1]:4321'])(
    'takes %s',
    (header) => {
      expect(isLocalHost(header)).toBe(true);
    },
  );

  it.each([undefined, '', 'evil.example', 'localhost.evil.example', '127.0.0.1.evil.example:4321', '::1'])(
    'refuses %s',
    (header) => {
      expect(isLocalHost(header)).toBe(false);
    },
  );
});
