import { setImmediate } from 'node:timers/promises';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { PlannedPage } from '#site/plan.ts';
import type { MemberAnswer, MemberOrder, MemberStart } from './crew-member.ts';
import { YOUNG_MIB } from './small-heap.ts';
import { type DataFile, type Made, RenderError, type Standing, type Workshop } from './workshop.ts';

/** An output that must be made. */
export interface Order {
  item: PlannedPage | DataFile;
  /** What stands in its places. */
  standing: Readonly<Record<string, string>>;
}

/** Below this number, and this share of all outputs, making another thread ready costs more than it saves. */
const WORTH_HELP = 500;
const WORTH_SHARE = 0.1;
const BATCH = 32;
const MOST_MEMBERS = 3;

/**
 * Makes outputs: in this thread and, when there is much to do, in others beside it, which know the same site.
 * @param total how many outputs the site has
 * @param start what other threads are told; without it everything is made here
 */
export async function makeAll(
  orders: readonly Order[],
  total: number,
  workshop: Workshop,
  start: (() => MemberStart) | undefined,
): Promise<Made[]> {
  const made: Made[] = [];
  const take = batchesOf(orders);
  const isMuch = orders.length > Math.max(WORTH_HELP, total * WORTH_SHARE);
  const others = isMuch && start ? hire(start()) : [];
  const work = async (perform: (batch: readonly Order[]) => Promise<readonly Made[]>): Promise<void> => {
    for (let batch = take(); batch.length > 0; batch = take()) made.push(...(await perform(batch)));
  };
  try {
    // Two batches for each of them, so that none ever waits for the next one.
    const hands = others.flatMap(({ send }) => [work(send), work(send)]);
    await Promise.all([work((batch) => makeHere(batch, workshop)), ...hands]);
  } finally {
    await Promise.all(others.map(({ worker }) => worker.terminate()));
  }
  return made;
}

function batchesOf(orders: readonly Order[]): () => readonly Order[] {
  let next = 0;
  return () => orders.slice(next, (next += BATCH));
}

async function makeHere(batch: readonly Order[], workshop: Workshop): Promise<Made[]> {
  const made: Made[] = [];
  for (const { item, standing } of batch) made.push(...(await workshop.make(item, standingIn(standing))));
  // Lets other threads and signals have their say.
  await setImmediate();
  return made;
}

/** What stands, from a record of it. */
export function standingIn(standing: Order['standing']): Standing {
  return (path) => standing[path];
}

interface Member {
  worker: Worker;
  send: (batch: readonly Order[]) => Promise<readonly Made[]>;
}

function hire(start: MemberStart): Member[] {
  const count = Math.min(MOST_MEMBERS, Math.max(1, availableParallelism() - 1));
  return Array.from({ length: count }, () => openMember(start));
}

/** A thread answers batches in the order in which it got them. The first failure ends all waiting. */
function openMember(start: MemberStart): Member {
  // Options of the process, such as a program given with --eval, are not for its threads.
  const url = new URL('./crew-member.ts', import.meta.url);
  const resourceLimits = { maxYoungGenerationSizeMb: YOUNG_MIB };
  const worker = new Worker(url, { workerData: start, execArgv: [], resourceLimits });
  const waiting: PromiseWithResolvers<readonly Made[]>[] = [];
  const fail = (error: unknown): void => {
    for (const { reject } of waiting.splice(0)) reject(error);
  };
  worker.on('message', (answer: MemberAnswer) => {
    if ('made' in answer) waiting.shift()?.resolve(answer.made);
    else fail(toRenderError(answer));
  });
  worker.on('error', fail);
  return {
    worker,
    send: (batch) => {
      const answer = Promise.withResolvers<readonly Made[]>();
      waiting.push(answer);
      const orders = batch.map(({ item, standing }): MemberOrder => ({ address: item.address, standing }));
      worker.postMessage(orders);
      return answer.promise;
    },
  };
}

function toRenderError({
  failedAt,
  message,
  stack,
}: Extract<MemberAnswer, { failedAt: string }>): RenderError {
  const cause = new Error(message);
  if (stack !== undefined) cause.stack = stack;
  return new RenderError(failedAt, cause);
}
