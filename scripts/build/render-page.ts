import { stage } from './staging.ts';
import type { Staged } from './staging.ts';
import type { RenderPage } from './compile-site.ts';

/** A page that must be rendered. `view` and `frame` are JSON, as they were fingerprinted. */
export interface PageJob {
  address: string;
  path: string;
  language: string;
  view: string;
}

/** The frame of every language of the site as a value, by language. */
export type Frames = Readonly<Record<string, unknown>>;

/** A page could not be rendered; `cause` is what the template threw. */
export class RenderError extends Error {
  readonly address: string;

  constructor(address: string, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.address = address;
  }
}

/**
 * Renders one page into the staging folder.
 * @throws {RenderError} when the template throws or what it gave is no whole document
 */
export async function renderPage(
  render: RenderPage,
  frames: Frames,
  staging: string,
  job: PageJob,
): Promise<Staged> {
  try {
    const document = await render(job.address, { site: frames[job.language], view: JSON.parse(job.view) });
    assertWhole(document);
    return stage(staging, job.path, document);
  } catch (error) {
    throw new RenderError(job.address, error);
  }
}

function assertWhole(document: string): void {
  if (!/<\/body>\s*<\/html>\s*$/i.test(document.slice(-200))) {
    throw new Error('the document is empty or breaks off before </html>');
  }
}
