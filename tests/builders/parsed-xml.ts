import { SaxesParser } from 'saxes';

/** An element of a parsed XML document, text and CDATA of all its own text nodes joined. */
export interface XmlElement {
  name: string;
  /** The namespace that the element's prefix stands for. */
  uri: string;
  attributes: Record<string, string>;
  text: string;
  children: XmlElement[];
}

/** Parses strictly by XML 1.0 and Namespaces in XML, and throws on the first error. */
export function parseXml(xml: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const top: XmlElement = { name: '', uri: '', attributes: {}, text: '', children: [] };
  const open: XmlElement[] = [top];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, uri, attributes }) => {
    const values = Object.fromEntries(Object.entries(attributes).map(([key, { value }]) => [key, value]));
    const element: XmlElement = { name, uri, attributes: values, text: '', children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  const addText = (text: string) => {
    const element = open.at(-1);
    if (element) element.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(xml).close();
  const [root] = top.children;
  if (root === undefined) throw new Error('The document holds no element.');
  return root;
}

export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The first child of that name; throws when there is none. */
export function childOf(element: XmlElement, name: string): XmlElement {
  const child = element.children.find((candidate) => candidate.name === name);
  if (child === undefined) throw new Error(`<${element.name}> holds no <${name}>.`);
  return child;
}
