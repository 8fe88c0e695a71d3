import { PackageURL } from 'packageurl-js';

/** A package as a package URL names it (ECMA-427), every part decoded and in the normal form of its type. */
export interface Package {
  readonly type: string;
  readonly namespace?: string;
  readonly name: string;
  readonly version?: string;
  /** Where it is kept when that is not the public registry of its type: the qualifier `repository_url`. */
  readonly repository?: string;
  /** The package URL without version, qualifiers and subpath. */
  readonly purl: string;
}

/** Reads a package URL; `undefined` for text that is none by the rules of its type. */
export function readPurl(text: string): Package | undefined {
  try {
    const { type, namespace, name, version, qualifiers } = PackageURL.fromString(text);
    if (!isText(type) || !isText(name)) return undefined;
    return {
      ...{ type, name, purl: formatPurl({ type, name, ...(isText(namespace) && { namespace }) }) },
      ...(isText(namespace) && { namespace }),
      ...(isText(version) && { version }),
      ...(isText(qualifiers?.['repository_url']) && { repository: qualifiers['repository_url'] }),
    };
  } catch {
    // The library throws errors of several classes for what is no package URL.
    return undefined;
  }
}

/** A package URL without qualifiers and subpath. */
export function formatPurl(
  { type, namespace, name }: Pick<Package, 'type' | 'namespace' | 'name'>,
  version?: string,
): string {
  return new PackageURL(type, namespace, name, version, undefined, undefined).toString();
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
