import { hash } from 'node:crypto';
import { formatHashFile, hashAddresses } from '#site/hash-file.ts';
import { once } from '#domain/once.ts';
import type { PlannedFile, PlannedPage } from '#site/plan.ts';
import { loadRenderer, type RenderPage } from './compile-site.ts';
import { toOutputPath } from './output-path.ts';
import { shortHash } from './short-hash.ts';
import { stage, type Staged } from './staging.ts';

/** The frame of every language of the site as a value, by language. */
export type Frames = Readonly<Record<string, unknown>>;

/** Who renders pages: a compiled site, or a function for tests. */
type Renderer = { entry: string } | { render: RenderPage };

/** What besides its data shapes an output: asked with the kind of a view, or `file`. */
export type Seal = (kind: string) => string;

/** What outputs are made with. */
export interface Tools {
  renderer: Renderer;
  frames: Frames;
  seal: Seal;
  /** The folder into which outputs are written. */
  staging: string;
}

/** A file whose bytes are text or not. */
export type DataFile = Omit<PlannedFile, 'render'> & { render: () => string | Uint8Array };

/** An output that was made. */
export interface Made {
  /** Path below the output folder. */
  path: string;
  /** What it shows, as a digest: that of its data for a page, the SHA-256 of its bytes in hex for a file. */
  content: string;
  /** How it stands in the staging folder; absent when the same stands in its place already. */
  staged?: Staged;
}

/** The content that stands untouched at a path of the output folder, as its digest; nothing where none does. */
export type Standing = (path: string) => string | undefined;

/** Makes outputs and knows what they depend on. */
export interface Workshop {
  /** A digest of everything that an output depends on, when that can be told without making it. */
  basisOf: (item: PlannedPage | DataFile) => string | undefined;
  /**
   * Makes an output and what stands beside it, and writes what does not stand already.
   * @throws {RenderError} when the template throws or what it gave is no whole document
   */
  make: (item: PlannedPage | DataFile, standing: Standing) => Made[] | Promise<Made[]>;
}

/** A page could not be rendered; `cause` is what the template threw. */
export class RenderError extends Error {
  readonly address: string;

  constructor(address: string, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.address = address;
  }
}

export function openWorkshop({ renderer, frames, seal, staging }: Tools): Workshop {
  const digests = new Map(
    Object.entries(frames).map(([language, frame]) => [language, shortHash(JSON.stringify(frame))]),
  );
  const digestOf = (kind: string, { language }: PlannedPage, data: string): string =>
    shortHash([seal(kind), language, digests.get(language), data].join('\n'));
  const load = once(() =>
    'entry' in renderer ? loadRenderer(renderer.entry) : Promise.resolve(renderer.render),
  );

  const makePage = async (page: PlannedPage, standing: Standing): Promise<Made[]> => {
    const path = toOutputPath(page.address);
    const view = page.view();
    const content = digestOf(view.kind, page, JSON.stringify(view));
    if (standing(path) === content) return [{ path, content }];
    const render = await load();
    try {
      const document = await render(page.address, { site: frames[page.language], view });
      assertWhole(document);
      return [{ path, content, staged: stage(staging, path, document) }];
    } catch (error) {
      throw new RenderError(page.address, error);
    }
  };
  return {
    basisOf: (item) => {
      const basis = item.basis?.();
      if (basis === undefined) return undefined;
      return item.kind === 'page' ? digestOf('page', item, basis) : shortHash(`${seal('file')}\n${basis}`);
    },
    make: (item, standing) =>
      item.kind === 'page' ? makePage(item, standing) : makeFile(item, standing, staging),
  };
}

function makeFile(file: DataFile, standing: Standing, staging: string): Made[] {
  const { address } = file;
  const bytes = Buffer.from(file.render());
  const outputs = [
    { path: toOutputPath(address), bytes },
    ...hashAddresses(file).map(([name, beside]) => ({
      path: toOutputPath(beside),
      bytes: Buffer.from(formatHashFile(name, address, bytes)),
    })),
  ];
  return outputs.map((output) => {
    const { path } = output;
    const content = hash('sha256', output.bytes);
    if (standing(path) === content) return { path, content };
    return { path, content, staged: stage(staging, path, output.bytes) };
  });
}

function assertWhole(document: string): void {
  if (!/<\/body>\s*<\/html>\s*$/i.test(document.slice(-200))) {
    throw new Error('the document is empty or breaks off before </html>');
  }
}
