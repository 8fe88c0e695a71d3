import { loadPlan } from '../plan.mjs';

export async function getStaticPaths() {
  const { byAddress } = await loadPlan();
  return [...byAddress.values()]
    .filter(({ kind }) => kind === 'file')
    .map(({ address }) => ({ params: { file: address.slice(1) }, props: { address } }));
}

/** A feed, a sitemap or another file for machines. */
export async function GET({ props }) {
  const planned = (await loadPlan()).byAddress.get(props.address);
  return new Response(planned.render(), { headers: { 'content-type': planned.type } });
}
