import type { RenderedBody, RenderedSection } from '#markdown/rendered-body.ts';
import { type Aside, fetchAside } from './aside.ts';
import type { Content } from './content.ts';

/** A body without its sections, which are most of it. */
export type BodyNotes = Omit<RenderedBody, 'sections'>;

const asides = new WeakMap<RenderedBody, Aside>();

/** A body whose sections are fetched when somebody asks for them. */
export function toKeptBody(notes: BodyNotes, aside: Aside): RenderedBody {
  const body = {
    ...notes,
    get sections(): readonly RenderedSection[] {
      return fetchAside(aside) as RenderedSection[];
    },
  };
  asides.set(body, aside);
  return body;
}

type Bodied = Content['advisories'][number] | Content['translations'][number];
type Packed = Omit<Bodied, 'body'> & { body?: RenderedBody; kept?: { notes: BodyNotes; aside: Aside } };

/** The content as plain data for another thread of this process; what was put aside stays there. */
export function toPlainContent(content: Content): unknown {
  return {
    ...content,
    advisories: content.advisories.map(pack),
    translations: content.translations.map(pack),
    source: undefined,
  };
}

/** The content that {@link toPlainContent} was given, but for its sources. */
export function fromPlainContent(plain: unknown): Content {
  const content = plain as Content;
  return {
    ...content,
    advisories: content.advisories.map(unpack),
    translations: content.translations.map(unpack),
  };
}

function pack(file: Bodied): Packed {
  const { body, ...rest } = file;
  const aside = body && asides.get(body);
  if (body === undefined || aside === undefined) return file;
  const { links, images, mentions, problems } = body;
  return { ...rest, kept: { notes: { links, images, mentions, problems }, aside } };
}

function unpack<File extends Bodied>(file: File & Pick<Packed, 'kept'>): File {
  const { kept, ...rest } = file;
  return kept === undefined
    ? file
    : ({ ...rest, body: toKeptBody(kept.notes, kept.aside) } as unknown as File);
}
