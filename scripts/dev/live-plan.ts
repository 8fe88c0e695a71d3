import type { Language } from '#domain/language.ts';
import { buildFrame } from '#site/frame.ts';
import type { Planned } from '#site/plan.ts';
import { planSite } from '#site/plan-site.ts';
import type { Frame, View } from '#site/view.ts';
import { loadSite } from '../build/load-site.ts';
import type { LoadedSite } from '../build/load-site.ts';
import type { Environment } from '../environment.ts';

/** What stands at an address at this moment. */
type LiveAnswer =
  | { kind: 'page'; site: Frame; view: View }
  | { kind: 'file'; type: string; text: string }
  | { kind: 'redirect'; address: string }
  | { kind: 'missing'; page?: { site: Frame; view: View } };

/** The plan of the site while its authors edit it, advisories under embargo included. */
export interface LivePlan {
  answer: (address: string) => LiveAnswer;
  /** Reads the content again. While it has errors the last good plan stays. */
  reload: () => LoadedSite;
}

/** Opens the plan of an environment's content; `reload` must be called before the first answer. */
export function openLivePlan(environment: Environment): LivePlan {
  let items: ReadonlyMap<string, Planned> = new Map();
  let frame: (language: Language) => Frame = () => {
    throw new Error('The plan was asked before the content was read.');
  };
  const show = (item: Planned | undefined): { site: Frame; view: View } | undefined =>
    item?.kind === 'page' ? { site: frame(item.language), view: item.view() } : undefined;
  return {
    reload() {
      const loaded = loadSite(environment);
      const { catalog } = loaded;
      if (catalog !== undefined) {
        items = new Map(planSite(catalog, { drafts: true }).map((item) => [item.address, item]));
        frame = (language) => buildFrame(catalog, language);
      }
      return loaded;
    },
    answer(address) {
      const item = items.get(address);
      if (item?.kind === 'file') return { kind: 'file', type: item.type, text: item.render() };
      const page = show(item);
      if (page !== undefined) return { kind: 'page', ...page };
      if (items.has(`${address}/`)) return { kind: 'redirect', address: `${address}/` };
      const fallback = show(items.get('/404.html'));
      return fallback === undefined ? { kind: 'missing' } : { kind: 'missing', page: fallback };
    },
  };
}
