/** An element of a document to be written: its name with prefix, its attributes in order, and its text or its elements. */
export interface XmlNode {
  name: string;
  attributes: Readonly<Record<string, string>>;
  content: string | readonly XmlNode[];
}

export function xml(
  name: string,
  content: XmlNode['content'],
  attributes: XmlNode['attributes'] = {},
): XmlNode {
  return { name, attributes, content };
}

/** The element, or none where there is no text for it. */
export function xmlIfAny(name: string, text: string | undefined): XmlNode[] {
  return text === undefined || text === '' ? [] : [xml(name, text)];
}
