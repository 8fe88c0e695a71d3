import type { Catalog } from '#catalog/catalog.ts';
import { buildCatalog } from '#catalog/build-catalog.ts';
import type { Content } from '#catalog/content.ts';
import { type OpenContent, openContent } from '#catalog/load-content.ts';
import type { Finding } from '#domain/finding.ts';
import type { Language } from '#domain/language.ts';
import { explainFinding } from '#lint/explain-finding.ts';
import { lintContent } from '#lint/lint-content.ts';
import { ruleByKind } from '#lint/rules.ts';
import { draftsAddress, findingsAddress } from '#site/addresses.ts';
import { buildFrame } from '#site/frame.ts';
import type { Planned } from '#site/plan.ts';
import { planSite } from '#site/plan-site.ts';
import { renderPlanned } from '#site/render-planned.ts';
import { buildPreview, type Preview, type PreviewFinding, type PreviewView } from '#site/preview.ts';
import type { Frame, View } from '#site/view.ts';
import { draftsView } from '#site/views/drafts-view.ts';
import { findingsView } from '#site/views/findings-view.ts';
import { withUrl } from '../build/load-site.ts';
import { listPictures } from '../build/pictures.ts';
import { loadOptionsOf, requireContentDir } from '../content-dir.ts';
import type { Environment } from '../environment.ts';
import type { Blocked } from './blocked-page.ts';

/** What templates receive as `Astro.locals` in the preview. */
export interface LivePage {
  site: Frame;
  view: View | PreviewView;
  preview: Preview;
}

/** What stands at an address at this moment. */
export type LiveAnswer =
  | { kind: 'page'; page: LivePage }
  | { kind: 'file'; type: string; content: string | Uint8Array }
  | { kind: 'picture'; file: string }
  | { kind: 'redirect'; address: string }
  | { kind: 'blocked'; blocked: Blocked }
  | { kind: 'missing'; page?: LivePage };

/** What a check found, and whether pages show something else after it than before. */
export interface Checked {
  findings: readonly Finding[];
  content: Content;
  turned: boolean;
}

type Source = Pick<
  Environment,
  'contentDir' | 'unreachableDir' | 'cacheDir' | 'siteUrl' | 'now' | 'language'
>;

/** The site of one state of the content, advisories under embargo included. */
interface Shown {
  content: Content;
  catalog: Catalog;
  items: ReadonlyMap<string, Planned>;
  frameOf: (language: Language) => Frame;
  pictures: () => ReadonlyMap<string, string>;
}

/**
 * The site while its authors edit it. Reading is quick and done at once; the check of all content follows when there is
 * time. Until then pages show what was read. When the check finds errors they go back to the last content without any;
 * until there was any, all of them say what is wrong.
 */
export class LiveSite {
  readonly #source: Source;
  readonly #open: OpenContent;
  /** The text of files, because the rules ask for most of them after every change. */
  readonly #texts = new Map<string, string>();
  #content: Content | undefined;
  #findings: readonly Finding[] = [];
  #checked = false;
  #failure: string | undefined;
  #shown: Shown | undefined;
  #good: Shown | undefined;

  /** @throws {UsageError} when there is no content directory */
  constructor(source: Source) {
    const { contentDir } = source;
    requireContentDir(contentDir);
    this.#source = source;
    this.#open = openContent(contentDir, loadOptionsOf(source));
  }

  /**
   * Reads the content again and shows it, unless it can be seen already that it has errors.
   * @param changed paths below the content directory of the files that were written
   * @throws when the content directory cannot be read; pages stay as they are and say why
   */
  reload(changed: Iterable<string> = []): void {
    const files = [...changed];
    this.#checked = false;
    for (const file of files) this.#texts.delete(file);
    try {
      this.#content = this.#withTexts(withUrl(this.#open.read(files), this.#source.siteUrl));
      this.#failure = undefined;
    } catch (error) {
      this.#failure = error instanceof Error ? error.message : String(error);
      throw error;
    }
    this.#shown = isReadable(this.#content) ? this.#tryShow(this.#content) : this.#good;
  }

  /** Applies all rules to the content; answers what they found and whether pages show something else now. */
  check(): Checked {
    if (this.#content === undefined) throw new Error('The content must be read before it is checked.');
    const content = this.#content;
    const before = this.#shown;
    this.#findings = lintContent(content, { now: this.#source.now() });
    this.#checked = true;
    if (this.#findings.some(({ severity }) => severity === 'error')) {
      this.#shown = this.#good;
    } else {
      if (this.#shown?.content !== content) this.#shown = this.#show(content);
      this.#good = this.#shown;
    }
    return { findings: this.#findings, content, turned: this.#shown !== before || this.#shown === undefined };
  }

  /** What stands at a site path. */
  answer(address: string): LiveAnswer {
    try {
      return this.#answer(address);
    } catch (error) {
      // Pages trust checked content, so what they throw before the check is most often an error that it will name.
      if (this.#checked) throw error;
      this.check();
      return this.#answer(address);
    }
  }

  #answer(address: string): LiveAnswer {
    const shown = this.#shown;
    if (shown === undefined) return { kind: 'blocked', blocked: this.#blocked() };
    const item = shown.items.get(address);
    if (item !== undefined && item.kind !== 'page') {
      const content = renderPlanned(item, (other) => shown.items.get(other));
      return { kind: 'file', type: item.type, content };
    }
    if (item !== undefined) return { kind: 'page', page: this.#page(shown, item.language, item.view()) };
    const own = this.#ownPage(shown, address);
    if (own !== undefined) return { kind: 'page', page: own };
    const file = shown.pictures().get(address);
    if (file !== undefined) return { kind: 'picture', file };
    if (shown.items.has(`${address}/`)) return { kind: 'redirect', address: `${address}/` };
    const fallback = shown.items.get('/404.html');
    if (fallback?.kind !== 'page') return { kind: 'missing' };
    return { kind: 'missing', page: this.#page(shown, fallback.language, fallback.view()) };
  }

  /** The pages that only the preview has. */
  #ownPage(shown: Shown, address: string): LivePage | undefined {
    const { catalog } = shown;
    for (const language of catalog.site.languages) {
      const findings = this.#explain(language);
      if (address === draftsAddress(catalog.site, language))
        return this.#page(shown, language, draftsView(catalog, language, findings));
      if (address === findingsAddress(catalog.site, language))
        return this.#page(shown, language, findingsView(catalog, language, findings));
    }
    return undefined;
  }

  #page(shown: Shown, language: Language, view: View | PreviewView): LivePage {
    const state = { findings: this.#explain(language), checked: this.#checked, ...this.#failed() };
    return {
      site: shown.frameOf(language),
      view,
      preview: buildPreview(shown.catalog, language, view, state),
    };
  }

  #blocked(): Blocked {
    const { language } = this.#source;
    return { language, findings: this.#explain(language), ...this.#failed() };
  }

  #failed(): { failure?: string } {
    return this.#failure === undefined ? {} : { failure: this.#failure };
  }

  #withTexts(content: Content): Content {
    const source = (file: string): string => {
      const text = this.#texts.get(file) ?? content.source(file);
      this.#texts.set(file, text);
      return text;
    };
    return { ...content, source };
  }

  #explain(language: Language): PreviewFinding[] {
    return this.#findings.map(({ code, severity, file, line, column, params }) => {
      const { what, remedy } = explainFinding({ code, params }, language);
      return { code, severity, file, line, column, what, remedy };
    });
  }

  #tryShow(content: Content): Shown | undefined {
    try {
      return this.#show(content);
    } catch {
      // Only unchecked content gets here; the check will say what is wrong with it.
      return this.#good;
    }
  }

  #show(content: Content): Shown {
    const catalog = buildCatalog(content, this.#source.now());
    const items = new Map(planSite(catalog, { drafts: true }).map((item) => [item.address, item]));
    let pictures: ReadonlyMap<string, string> | undefined;
    return {
      content,
      catalog,
      items,
      frameOf: (language) => buildFrame(catalog, language),
      pictures: () => (pictures ??= mapPictures(catalog, content, this.#source.contentDir)),
    };
  }
}

/** Whether the files themselves hold no error; rules have not been asked yet. */
function isReadable({ problems, site }: Content): boolean {
  return site !== undefined && problems.every(({ kind }) => ruleByKind(kind).severity !== 'error');
}

/** The file of every picture by its address, those of advisories under embargo included. */
function mapPictures(catalog: Catalog, content: Content, contentDir: string): Map<string, string> {
  const all = [...catalog.advisories, ...catalog.embargoed];
  const advisoryBySlug = new Map(all.map((advisory) => [advisory.slug, advisory]));
  const pictures = listPictures({ ...catalog, advisoryBySlug }, content, contentDir);
  return new Map(pictures.map(({ path, source }) => [`/${path}`, source]));
}
