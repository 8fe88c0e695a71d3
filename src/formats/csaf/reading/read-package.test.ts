import { describe, expect, it } from 'vitest';
import { readPackage } from './read-package.ts';

describe('a package whose name holds its version', () => {
  it.each([
    ['kernel-0:5.14.0-70.el9.src', 'src', undefined, 'kernel', '0:5.14.0-70.el9'],
    ['vim-X11-9.0-33.oe2203sp3.aarch64.rpm', 'aarch64', undefined, 'vim-X11', '9.0-33.oe2203sp3'],
    [
      'samba-client-libs-4.19.4+git.339-1.22',
      undefined,
      undefined,
      'samba-client-libs',
      '4.19.4+git.339-1.22',
    ],
    [
      'hivex-1.3.18-23.module+el8.src.rpm (virt:rhel)',
      'src',
      undefined,
      'hivex (virt:rhel)',
      '1.3.18-23.module+el8',
    ],
    [
      'team/image@sha256:01ab_amd64',
      'amd64',
      'pkg:oci/image@sha256:01ab?arch=amd64',
      'team/image',
      'sha256:01ab',
    ],
    [
      'org.example.lib-2.13.8.Final',
      undefined,
      'pkg:maven/org.example/lib@2.13.8.Final',
      'org.example.lib',
      '2.13.8.Final',
    ],
  ])('%s', (written, architecture, purl, name, version) => {
    expect(readPackage(written, architecture, purl)).toEqual({ name, version });
  });

  it('guesses nothing', () => {
    for (const text of ['EU', '2024', 'Windows 10', 'router-x', 'a-1', '-1-2', 'x'.repeat(400)]) {
      expect(readPackage(text, 'x86_64', undefined)).toBeUndefined();
    }
    expect(readPackage('lib 2.0', undefined, 'pkg:npm/lib@2.0%')).toBeUndefined();
    expect(readPackage('lib', undefined, 'pkg:npm/lib@2.0')).toBeUndefined();
  });
});
