import { deserialize } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import { buildCatalog } from '#catalog/build-catalog.ts';
import { fromPlainContent } from '#catalog/kept-body.ts';
import type { PlanOptions } from '#site/plan-site.ts';
import { type Order, standingIn } from './crew.ts';
import { framesOf, planOutputs } from './plan-outputs.ts';
import { type Seals, sealOf } from './seals.ts';
import { type Made, openWorkshop, RenderError } from './workshop.ts';

/*
 * A thread that makes outputs beside the main one. It gets the content as the main thread has read and checked it, so
 * that both make the same site whatever happens on disk meanwhile.
 */

/** What the thread is started with. */
export interface MemberStart {
  /** The content as plain data (`toPlainContent`) in the form of `node:v8`. */
  content: Uint8Array;
  now: string;
  options: PlanOptions;
  entry: string;
  seals: Seals;
  staging: string;
}

/** An output that the thread shall make. */
export interface MemberOrder {
  address: string;
  standing: Order['standing'];
}

/** What it answers to one batch. */
export type MemberAnswer = { made: Made[] } | { failedAt: string; message: string; stack?: string };

const { make, find } = openSite(workerData as MemberStart);

parentPort?.on('message', (orders: readonly MemberOrder[]) => {
  void makeBatch(orders).then((answer) => parentPort?.postMessage(answer));
});

function openSite({ content, now, options, entry, seals, staging }: MemberStart) {
  const catalog = buildCatalog(fromPlainContent(deserialize(content)), now);
  const items = new Map(planOutputs(catalog, options).map((item) => [item.address, item]));
  const { make } = openWorkshop({
    renderer: { entry },
    frames: framesOf(catalog),
    seal: sealOf(seals),
    staging,
  });
  return { make, find: (address: string) => items.get(address) };
}

async function makeBatch(orders: readonly MemberOrder[]): Promise<MemberAnswer> {
  const made: Made[] = [];
  try {
    for (const { address, standing } of orders) {
      const item = find(address);
      if (item?.kind !== 'page' && item?.kind !== 'file')
        throw new Error(`Nothing is planned at ${address}.`);
      made.push(...(await make(item, standingIn(standing))));
    }
    return { made };
  } catch (error) {
    if (!(error instanceof RenderError)) throw error;
    const stack = error.cause instanceof Error ? error.cause.stack : undefined;
    return { failedAt: error.address, message: error.message, ...(stack === undefined ? {} : { stack }) };
  }
}
