/*
 * The search page of the other generators: Pagefind's own script, asked for what stands in the address, and as many hits
 * as Kairan's page shows. The title says when it is done; the bench waits for that.
 */
const SHOWN = 20;

async function answer() {
  const query = new URLSearchParams(location.search).get('q') ?? '';
  const pagefind = await import('/pagefind/pagefind.js');
  const { results } = await pagefind.search(query);
  const hits = await Promise.all(results.slice(0, SHOWN).map((result) => result.data()));
  const list = document.createElement('ol');
  for (const { url, meta, excerpt } of hits) {
    const link = Object.assign(document.createElement('a'), { href: url, textContent: meta.title });
    const text = document.createElement('p');
    text.innerHTML = excerpt;
    const item = document.createElement('li');
    item.className = 'hit';
    item.append(link, text);
    list.append(item);
  }
  document.getElementById('results').replaceChildren(list);
  document.title = `${results.length}: ${query}`;
}

answer();
