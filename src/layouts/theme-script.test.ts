import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { themeScript, themeScriptHash } from './theme-script.ts';

describe('the script that applies the stored theme', () => {
  it('is the one that the policy admits', () => {
    expect(themeScriptHash).toBe(`sha256-${createHash('sha256').update(themeScript).digest('base64')}`);
  });

  it('stays small and cannot end its element', () => {
    expect(Buffer.byteLength(themeScript)).toBeLessThanOrEqual(200);
    expect(themeScript).not.toContain('<');
  });
});
