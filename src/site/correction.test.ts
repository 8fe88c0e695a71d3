import { describe, expect, it } from 'vitest';
import { correctionAddress } from './correction.ts';
import type { Frame, View } from './view.ts';

const frame = {
  url: 'https://notes.example',
  language: 'en',
  publisher: { name: 'Example', contact: 'cert@notes.example' },
} as Frame;
const advisory = { kind: 'advisory', id: 'XVN#1&2', head: { address: '/xn/XVN1/', title: 'Title' } } as View;
const reachedBy = (contact: string, repository?: string): Frame => ({
  ...frame,
  publisher: { name: 'Example', contact },
  ...(repository !== undefined && { repository }),
});

describe('the address for mistakes', () => {
  it('is a letter that names the page, with CRLF between lines and no header of its own making', () => {
    const address = correctionAddress(advisory, frame) ?? '';
    expect(address).toMatch(/^mailto:cert@notes\.example\?subject=%5BXVN%231%262%5D/u);
    expect(address).not.toMatch(/[+\s]|%0A(?<!%0D%0A)/u);
    const fields = new URL(address).searchParams;
    expect([...fields.keys()]).toEqual(['subject', 'body']);
    expect(fields.get('body')).toContain('Page: https://notes.example/xn/XVN1/\r\n');
  });

  it('is the contact page of a publisher who has one', () => {
    expect(correctionAddress(advisory, reachedBy('https://notes.example/contact'))).toBe(
      'https://notes.example/contact',
    );
  });

  it('is the repository when the contact is no address, and nothing without one', () => {
    const address = correctionAddress(advisory, reachedBy('+81 3 0000 0000', 'https://git.example/notes/'));
    expect(address).toMatch(/^https:\/\/git\.example\/notes\/issues\/new\?title=%5BXVN%231%262%5D/u);
    expect(correctionAddress(advisory, reachedBy('+81 3 0000 0000'))).toBeUndefined();
  });

  it('does not exist on the page of unknown addresses', () => {
    expect(correctionAddress({ kind: 'not-found' } as View, frame)).toBeUndefined();
  });
});
