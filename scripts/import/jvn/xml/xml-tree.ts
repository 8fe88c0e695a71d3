import type { SaxesTagNS } from 'saxes';
import { nameOf } from './names.ts';

/** Text, or attributes, text and elements by name. */
export type XmlValue = string | XmlMap;

interface XmlMap {
  [name: string]: XmlValue | XmlValue[];
}

interface OpenElement {
  readonly name: string;
  /** Without a prototype, so that no name in a document means anything to the program. */
  readonly members: XmlMap;
  text: string;
}

/** The elements of a document as plain values, built as its tags come. */
export class XmlTree {
  root: { name: string; value: XmlValue } | undefined;
  readonly #open: OpenElement[] = [];

  /** How many elements are open. */
  get depth(): number {
    return this.#open.length;
  }

  open({ uri, local, attributes }: SaxesTagNS): void {
    const members = Object.create(null) as XmlMap;
    for (const { prefix, uri: space, local: name, value } of Object.values(attributes)) {
      const isDeclaration = prefix === 'xmlns' || (prefix === '' && name === 'xmlns');
      if (!isDeclaration) members[`@${nameOf(space, name)}`] = value;
    }
    this.#open.push({ name: nameOf(uri, local), members, text: '' });
  }

  append(text: string): void {
    const element = this.#open.at(-1);
    if (element !== undefined) element.text += text;
  }

  close(): void {
    const element = this.#open.pop();
    if (element === undefined) return;
    const { name, members, text } = element;
    const isLeaf = Object.keys(members).length === 0;
    if (!isLeaf && text.trim() !== '') members['#text'] = text;
    const value = isLeaf ? text : members;
    const parent = this.#open.at(-1)?.members;
    if (parent === undefined) this.root ??= { name, value };
    else addMember(parent, name, value);
  }
}

function addMember(members: XmlMap, name: string, value: XmlValue): void {
  const present = members[name];
  if (present === undefined) members[name] = value;
  else if (Array.isArray(present)) present.push(value);
  else members[name] = [present, value];
}
