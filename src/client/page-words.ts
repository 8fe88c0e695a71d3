/**
 * A template of the page: scripts have no words and no markup of their own.
 * @throws when the page has none
 */
export function findTemplate(root: ParentNode, selector: string): HTMLTemplateElement {
  const template = root.querySelector<HTMLTemplateElement>(`template${selector}`);
  if (!template) throw new Error(`The page needs template${selector}.`);
  return template;
}

/** A copy of the one element that a template holds. */
export function copyElement(template: HTMLTemplateElement): HTMLElement {
  const copy = template.content.firstElementChild?.cloneNode(true);
  if (!copy) throw new Error('The template needs an element.');
  return copy as HTMLElement;
}

/**
 * An element of a copied template by its `data-part`.
 * @throws when there is none
 */
export function findPart(root: ParentNode, name: string): HTMLElement {
  const part = root.querySelector<HTMLElement>(`[data-part="${name}"]`);
  if (!part) throw new Error(`The page needs an element with data-part="${name}".`);
  return part;
}

type Values = Readonly<Record<string, string | number>>;

/** The words of a template, with `{name}` replaced by values. */
export function fillWords(template: HTMLTemplateElement, values: Values = {}): string {
  return splitWords(template)
    .map((piece) => (piece.name === undefined ? piece.text : String(values[piece.name] ?? piece.text)))
    .join('');
}

/** The same as nodes: what readers typed stands apart, so that its direction turns no other word around. */
export function toWordNodes(template: HTMLTemplateElement, values: Values): (string | HTMLElement)[] {
  return splitWords(template).map(({ text, name }) => {
    const value = name === undefined ? undefined : values[name];
    if (typeof value !== 'string') return String(value ?? text);
    const apart = template.ownerDocument.createElement('bdi');
    apart.append(value);
    return apart;
  });
}

function splitWords(template: HTMLTemplateElement): { text: string; name?: string }[] {
  const words = Array.from(template.content.childNodes, ({ textContent }) => textContent).join('');
  return words
    .trim()
    .split(/(\{\w+\})/)
    .map((text) => {
      const [, name] = /^\{(\w+)\}$/.exec(text) ?? [];
      return name === undefined ? { text } : { text, name };
    });
}
