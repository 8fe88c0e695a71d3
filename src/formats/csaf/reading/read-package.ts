import { isVersion } from '#domain/version-range.ts';

/** A package whose name holds its version. */
interface Package {
  readonly name: string;
  /** As written; `[epoch:]version-release` in distributions that use rpm. */
  readonly version: string;
}

/** `name-[epoch:]version-release`, where version and release begin with a digit. */
const PACKAGE = /^([\w.+@/-]*[\w+])-((?:\d+:)?\d[^-\s:/@]*-\d[^-\s:/@]*)$/u;
const LONGEST = 300;

/**
 * A package by its whole name, for example `vim-X11-9.0-33.oe2203sp3.aarch64.rpm` or `kernel-0:5.14.0-70.el9.src`.
 * Where a package URL tells the version, the name may be of any shape, such as `team/image@sha256:01ab_amd64`.
 * @param architecture the branch in which it stands
 */
export function readPackage(
  written: string,
  architecture: string | undefined,
  purl: string | undefined,
): Package | undefined {
  if (written.length > LONGEST) return undefined;
  const [, whole = written, end = ''] = /^(.+?)(?:\.rpm)?( \([^()]+\))?$/u.exec(written) ?? [];
  const plain = withoutArchitecture(whole, architecture);
  const [, name, version] = PACKAGE.exec(plain) ?? [];
  if (name !== undefined && version !== undefined) return { name: name + end, version };
  const told = versionOfPurl(purl);
  const [before = '', after] = told === undefined ? [] : plain.split(told);
  const named = before.replace(/[-@:](?:\d+:)?$/u, '');
  if (told === undefined || after !== '' || named === '' || named === before) return undefined;
  return { name: named + end, version: plain.slice(named.length + 1) };
}

function versionOfPurl(purl: string | undefined): string | undefined {
  const encoded = /^pkg:[^?#@]+@([^?#]+)/u.exec(purl ?? '')?.[1];
  try {
    const version = encoded === undefined ? undefined : decodeURIComponent(encoded);
    return version !== undefined && isVersion(version) ? version : undefined;
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

function withoutArchitecture(name: string, architecture: string | undefined): string {
  const ends = architecture === undefined ? [] : [`.${architecture}`, `_${architecture}`];
  const end = ends.find((each) => name.endsWith(each));
  return end === undefined ? name : name.slice(0, -end.length);
}
