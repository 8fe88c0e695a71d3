import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(path.join(import.meta.dirname, 'tokens.css'), 'utf8');
const pairs = css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/gu);
const tokens = new Map([...pairs].map(([, name = '', light = '', dark = '']) => [name, { light, dark }]));

/** Contrast of two colours (WCAG 2.2, “contrast ratio”). */
function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function between(front: string, back: string, theme: 'light' | 'dark'): number {
  const [a, b] = [tokens.get(front), tokens.get(back)];
  if (!a || !b) throw new Error(`No token ${front} or ${back}.`);
  return contrast(a[theme], b[theme]);
}

const texts = ['ink', 'muted', 'link', 'link-visited', 'link-hover', 'accent'];
const grounds = ['page', 'surface', 'raised', 'accent-fill'];
const levels = ['critical', 'high', 'medium', 'low', 'none', 'unrated'];

describe.each(['light', 'dark'] as const)('colours (%s)', (theme) => {
  it('of text have 4.5:1 on every ground', () => {
    const weak = texts.flatMap((text) =>
      grounds.filter((ground) => between(text, ground, theme) < 4.5).map((ground) => `${text} on ${ground}`),
    );
    expect(weak).toEqual([]);
    expect(between('on-accent', 'accent', theme)).toBeGreaterThan(4.5);
    expect(between('ink', 'mark', theme)).toBeGreaterThan(4.5);
  });

  it.each(levels)('of %s have 5:1 on their fill, 4.5:1 on the page, and a visible edge', (level) => {
    expect(between(`${level}-ink`, `${level}-fill`, theme)).toBeGreaterThan(5);
    expect(between(`${level}-ink`, 'page', theme)).toBeGreaterThanOrEqual(4.5);
    expect(between(`${level}-edge`, 'page', theme)).toBeGreaterThanOrEqual(4.5);
  });

  it('of the focus ring differ from each other and from the page', () => {
    expect(between('focus-outline', 'focus-halo', theme)).toBeGreaterThan(3);
    expect(between('focus-outline', 'page', theme)).toBeGreaterThan(3);
  });
});
