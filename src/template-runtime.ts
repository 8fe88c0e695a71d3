import type { SSRResult } from 'astro';
import * as astro from 'astro/runtime/server/index.js';

/*
 * What compiled templates call while they render, instead of Astro's own functions of the same names
 * (scripts/build/lean-templates.ts puts them in their place).
 *
 * Astro can stream a page while parts of it are still awaited; for that it keeps every piece of markup apart until the
 * end. Pages here wait for nothing, so each template is one text at once: the same bytes in a fraction of the time.
 * Where something has to be awaited all the same, a promise takes the place of the text. Everything that is no template
 * of ours (trusted MDX pages) is left to Astro, and so is the first page of each kind, which tells what its head holds.
 * This is the one file that relies on Astro's inner ways; tests/lean-templates.test.ts compares every page with Astro's.
 */
export * from 'astro/compiler-runtime';

/** What Astro gives to templates while it renders a page itself; of its inside no more is used than this. */
interface AstroResult {
  createAstro: (props: Props, slots: Slots | null) => { locals: App.Locals };
}

type Props = Record<string, unknown>;
type Slots = Record<string, (result: AnyResult) => unknown>;
type AnyResult = Rendering | AstroResult;
type Factory = (result: AnyResult, props: Props, slots: Slots) => unknown;
type Later<Value> = Value | Promise<Value>;

/** What is the same on every page of one kind, found out by Astro when it renders the first of them. */
export interface Model {
  result: AstroResult;
  /** Links to styles and whatever else Astro puts at the end of a head. */
  head: string | undefined;
  scripts: Map<string, Later<string>>;
}

const IS_MARKUP = Symbol.for('astro:html-string');
const IS_TEMPLATE = Symbol.for('astro.renderTemplateResult');

/** Text that is markup already. Astro takes it for one of its own templates. */
class Markup {
  declare readonly [IS_MARKUP]: true;
  declare readonly [IS_TEMPLATE]: true;
  readonly html: string;

  constructor(html: string) {
    this.html = html;
  }

  toString(): string {
    return this.html;
  }

  render(destination: { write: (chunk: Markup) => void }): void {
    destination.write(this);
  }
}
Object.assign(Markup.prototype, { [IS_MARKUP]: true, [IS_TEMPLATE]: true });

const NOTHING = new Markup('');

/** One page while it is rendered. */
class Rendering {
  readonly model: Model;
  readonly locals: App.Locals;
  readonly written = new Set<string>();
  /** How many `<template>` elements are open: a script in one of them counts for nothing outside. */
  depth = 0;
  /** Where scripts go while the inside of a custom element is rendered: Astro puts them before it. */
  before: Later<string>[] | undefined;

  constructor(model: Model, locals: App.Locals) {
    this.model = model;
    this.locals = locals;
  }

  createAstro(props: Props, slots: Slots): unknown {
    return { props, slots, locals: this.locals };
  }
}

const started = new WeakMap<AstroResult, Rendering>();
const models = new WeakMap<App.Locals, Model>();

/** The page that is rendered, whether by us or by Astro. */
function renderingOf(result: AnyResult): Rendering {
  if (result instanceof Rendering) return result;
  const known = started.get(result);
  if (known !== undefined) return known;
  const { locals } = result.createAstro({}, null);
  const model: Model = { result, head: undefined, scripts: new Map() };
  const rendering = new Rendering(model, locals);
  started.set(result, rendering);
  models.set(locals, model);
  return rendering;
}

/** What Astro found out while it rendered a page for these locals; nothing where templates do not use this runtime. */
export function modelOf(locals: App.Locals): Model | undefined {
  return models.get(locals);
}

/** Renders a page like one that Astro has rendered before. Its doctype is no part of the templates. */
export async function renderLike(
  model: Model,
  screen: unknown,
  props: Props,
  locals: App.Locals,
): Promise<string> {
  const page = (screen as Factory)(new Rendering(model, locals), props, {});
  return `<!DOCTYPE html>${await textOf(page)}`;
}

/** A component is its own function; Astro knows it by the marks. */
export function createComponent(
  factory: Factory | { factory: Factory; moduleId?: string; propagation?: string },
  moduleId?: string,
  propagation?: string,
): Factory {
  if (typeof factory !== 'function')
    return createComponent(factory.factory, factory.moduleId, factory.propagation);
  return Object.assign(factory, { isAstroComponentFactory: true, moduleId, propagation });
}

/** A template: its fixed parts with the expressions between them. */
export function render(parts: TemplateStringsArray, ...expressions: unknown[]): Later<Markup> {
  let html = parts[0] ?? '';
  for (let i = 0; i < expressions.length; i++) {
    const text = textOf(expressions[i]);
    if (typeof text !== 'string') return renderLater(html, text, parts, expressions, i);
    html += text;
    html += parts[i + 1] ?? '';
  }
  return new Markup(html);
}

async function renderLater(
  before: string,
  awaited: Promise<string>,
  parts: TemplateStringsArray,
  expressions: readonly unknown[],
  at: number,
): Promise<Markup> {
  const rest = expressions.slice(at + 1).map(textOf);
  const texts = await Promise.all([awaited, ...rest]);
  return new Markup(before + texts.map((text, i) => text + (parts[at + 1 + i] ?? '')).join(''));
}

/** What an expression of a template shows. */
function textOf(value: unknown): Later<string> {
  if (value instanceof Markup) return value.html;
  if (typeof value === 'string') return escapeText(value);
  if (value === 0) return '0';
  if (!value) return '';
  if (Array.isArray(value)) return joinTexts(value);
  if (value instanceof Promise) return value.then(textOf);
  if (typeof value === 'function') return textOf((value as () => unknown)());
  if (typeof value === 'object' && !(IS_MARKUP in value)) {
    if (Symbol.iterator in value) return joinTexts([...(value as Iterable<unknown>)]);
    if ('render' in value) throw new Error('A template of another runtime cannot be shown here.');
  }
  // Numbers, and Astro's own markup.
  return (value as number | string).toString();
}

function joinTexts(values: readonly unknown[]): Later<string> {
  let joined = '';
  for (let i = 0; i < values.length; i++) {
    const text = textOf(values[i]);
    if (typeof text !== 'string') return joinLater(joined, [text, ...values.slice(i + 1).map(textOf)]);
    joined += text;
  }
  return joined;
}

async function joinLater(before: string, texts: readonly Later<string>[]): Promise<string> {
  return before + (await Promise.all(texts.map((text) => Promise.resolve(text)))).join('');
}

function escapeText(text: string): string {
  return /[&<>'"]/.test(text) ? astro.escapeHTML(text) : text;
}

const ordinary = new Map<string, boolean>();

/** Astro itself tells which attributes are written as they are, whatever text or number they hold. */
function isOrdinary(name: string): boolean {
  const known = ordinary.get(name);
  if (known !== undefined) return known;
  const shown = String(astro.addAttribute('x', name)) + String(astro.addAttribute(true, name));
  const found = shown === ` ${name}="x" ${name}="true"`;
  ordinary.set(name, found);
  return found;
}

export function addAttribute(value: unknown, name: string, shouldEscape = true, tag = ''): Markup {
  if (value === null || value === undefined) return NOTHING;
  if (typeof value === 'object' || !shouldEscape || tag !== '' || !isOrdinary(name))
    return new Markup(String(astro.addAttribute(value, name, shouldEscape, tag)));
  const text = (value as number | string | boolean).toString();
  if (text === '') return new Markup(` ${name}`);
  const escaped = /["&]/.test(text) ? text.replaceAll('&', '&amp;').replaceAll('"', '&quot;') : text;
  return new Markup(` ${name}="${escaped}"`);
}

export function spreadAttributes(values: Props = {}, tag = ''): Markup {
  const attributes = Object.entries(values).map(([name, value]) => addAttribute(value, name, true, tag));
  return new Markup(attributes.join(''));
}

export function unescapeHTML(value: unknown): unknown {
  return typeof value === 'string' ? new Markup(value) : astro.unescapeHTML(value);
}

export function renderComponent(
  result: AnyResult,
  name: string,
  component: unknown,
  props: Props,
  slots: Slots = {},
): unknown {
  if (typeof component === 'function' && 'isAstroComponentFactory' in component)
    return (component as unknown as Factory)(result, props, slots);
  if (component === Symbol.for('astro:fragment')) return slots['default']?.(result);
  if (typeof component === 'string') return renderElement(renderingOf(result), component, props, slots);
  return renderForeign(renderingOf(result).model.result as never, name, component, props, slots);
}

/** A component that Astro did not make of a template. */
async function renderForeign(result: SSRResult, ...foreign: Foreign): Promise<Markup> {
  const [name, component, props, slots] = foreign;
  const shown = () => astro.renderComponent(result, name, component, props, slots as never);
  return new Markup(astro.chunkToString(result, await astro.renderSlotToString(result, shown as never)));
}

type Foreign = [name: string, component: unknown, props: Props, slots: Slots];

/** A custom element. Scripts that stand in it move before it, as Astro has it. */
function renderElement(rendering: Rendering, tag: string, props: Props, slots: Slots): Later<Markup> {
  const outer = rendering.before;
  const scripts = outer ?? [];
  rendering.before = scripts;
  const inside = joinTexts(Object.values(slots).map((slot) => () => slot(rendering)));
  rendering.before = outer;
  const attributes = spreadAttributes(props, tag).html;
  const close = (html: string): Later<Markup> => {
    const moved = outer === undefined ? joinTexts(scripts.map(toShown)) : '';
    const element = `<${tag}${attributes}>${html}</${tag}>`;
    return typeof moved === 'string'
      ? new Markup(moved + element)
      : moved.then((text) => new Markup(text + element));
  };
  return typeof inside === 'string' ? close(inside) : inside.then(close);
}

export function renderSlot(result: AnyResult, slot: unknown, fallback?: unknown): unknown {
  if (!slot) return fallback;
  return typeof slot === 'function' ? (slot as (result: AnyResult) => unknown)(result) : slot;
}

export function templateEnter(result: AnyResult): Markup {
  renderingOf(result).depth += 1;
  return NOTHING;
}

export function templateExit(result: AnyResult): Markup {
  renderingOf(result).depth -= 1;
  return NOTHING;
}

/** A script stands where it is first asked for. */
export function renderScript(result: AnyResult, id: string): unknown {
  const rendering = renderingOf(result);
  const { written, before, depth, model } = rendering;
  if (before !== undefined || depth === 0) {
    if (written.has(id)) return NOTHING;
    written.add(id);
  }
  const html = model.scripts.get(id) ?? loadScript(model, id);
  if (before === undefined) return toShown(html);
  before.push(html);
  return NOTHING;
}

function loadScript(model: Model, id: string): Promise<string> {
  const loaded = astro.renderScript(model.result as never, id).then(({ content }: { content: string }) => {
    model.scripts.set(id, content);
    return content;
  });
  model.scripts.set(id, loaded);
  return loaded;
}

function toMarkup(html: string): Markup {
  return new Markup(html);
}

function toShown(html: Later<string>): Later<Markup> {
  return typeof html === 'string' ? toMarkup(html) : html.then(toMarkup);
}

/** Pages begin with their head, so nothing asks for one later. */
export function maybeRenderHead(): Markup {
  return NOTHING;
}

/** Astro writes a head once, so what it wrote is kept for the pages that follow. */
export function renderHead(result: AnyResult): Markup {
  const { model } = renderingOf(result);
  model.head ??= astro.chunkToString(model.result as never, astro.renderHead());
  return new Markup(model.head);
}
