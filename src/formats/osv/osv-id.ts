import type { AdvisoryRecord } from '#formats/record/advisory-record.ts';

/**
 * The identifier of an advisory in the form `<database>-<entry>` (OSV 1.7, `id`): `JVN-13199224` for `JVN#13199224`
 * under the registered prefix `JVN`, `JVN-JVNVU95452299` for another family of the same site. Without a registered
 * prefix it is `x_JVN-13199224`, the form for databases that OSV.dev does not collect.
 */
export function toOsvId(
  { slug, family }: { slug: string; family: Pick<AdvisoryRecord['family'], 'prefix'> },
  registered?: string,
): string {
  const word = family.prefix.replace(/[#-]$/u, '');
  const entry = slug.slice(word.length).replace(/^-/u, '');
  if (registered === undefined) return `x_${word}-${entry}`;
  return `${registered}-${registered === word ? entry : slug}`;
}
