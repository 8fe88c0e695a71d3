import { isObject } from '#formats/foreign/outcome.ts';
import { member, type Place } from '#formats/foreign/foreign-document.ts';
import type { Refusal } from '../format.ts';
import { prefixOf } from '../write/families.ts';

const VERSIONS: readonly unknown[] = ['2.0', '2.1'];
/** The sharing group that means everybody (CSAF 2.1 §3.2.2.5.1). */
const PUBLIC_GROUP = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/**
 * Why a document may not become an advisory although one could be made of it. A restricted document is refused for that
 * reason before any other.
 */
export function listRefusals(root: Place): { readonly name: string | undefined; readonly refusal?: Refusal } {
  const document = member(root, 'document');
  const { value: id } = member(document, 'tracking', 'id');
  const name = typeof id === 'string' && id.trim() !== '' ? id.trim() : undefined;
  const refusal =
    refuseKind(document) ?? refuseSharing(document) ?? refuseState(document) ?? refuseId(document, name);
  return { name, ...(refusal && { refusal }) };
}

function refuseKind(document: Place): Refusal | undefined {
  if (!isObject(document.value)) return { why: 'unreadable', at: document.pointer, what: 'map' };
  const { value: version, pointer: at } = member(document, 'csaf_version');
  if (version === undefined) return { why: 'missing', at };
  if (typeof version !== 'string') return { why: 'unreadable', at, what: 'text' };
  return VERSIONS.includes(version) ? undefined : { why: 'version', at, what: version.slice(0, 40) };
}

function refuseSharing(document: Place): Refusal | undefined {
  const { value: label, pointer: at } = member(document, 'distribution', 'tlp', 'label');
  if (label !== undefined && label !== 'CLEAR' && label !== 'WHITE') {
    return { why: 'label', at, what: typeof label === 'string' ? `TLP:${label.slice(0, 20)}` : 'TLP' };
  }
  const group = member(document, 'distribution', 'sharing_group');
  const isShared = group.value === undefined || member(group, 'id').value === PUBLIC_GROUP;
  return isShared ? undefined : { why: 'label', at: group.pointer, what: 'sharing group' };
}

function refuseState(document: Place): Refusal | undefined {
  const { value: status, pointer: at } = member(document, 'tracking', 'status');
  return status === 'draft' ? { why: 'unpublished', at, what: 'draft' } : undefined;
}

function refuseId(document: Place, name: string | undefined): Refusal | undefined {
  if (name === undefined) return undefined;
  const { pointer: at } = member(document, 'tracking', 'id');
  if (prefixOf(name) !== undefined) return undefined;
  return { why: 'unreadable', at, what: 'an identifier that begins with a letter' };
}
