let known;

/** All pages, sorted into what lists and feeds ask for; the newest come first. Made once for each build. */
export function readingOf(items) {
  known = sortItems(items);
  return known;
}

/** The reading of this build. */
export function shelves() {
  if (known === undefined) throw new Error('The pages have not been collected yet.');
  return known;
}

function sortItems(items) {
  const originals = [];
  const translations = new Map();
  for (const item of items) {
    if (item.data.id === undefined) continue;
    if (item.data.lang === 'ja') originals.push(item);
    else translations.set(item.data.slugname, item);
  }
  originals.sort((a, b) => (a.data.publishedat < b.data.publishedat ? 1 : -1));
  return {
    items,
    originals,
    translations,
    years: groupBy(originals, ({ data }) => [data.year]),
    familyYears: groupBy(originals, ({ data }) => [data.familypath, `${data.familypath} ${data.year}`]),
    vendors: groupBy(originals, ({ data }) => data.vendors),
  };
}

function groupBy(items, keysOf) {
  const groups = new Map();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}

/** The text of an advisory in the wanted language or, without one, the original. */
export function textIn(item, language) {
  return language === 'ja' ? item : (known.translations.get(item.data.slugname) ?? item);
}

/** The latest changes first. */
export function byChange(items) {
  return items.toSorted((a, b) => (a.data.updatedat < b.data.updatedat ? 1 : -1));
}

/** Prose by section id. */
export function sectionsOf(markup) {
  const parts = markup.split('<!--:').slice(1);
  return new Map(
    parts.map((part) => {
      const end = part.indexOf('-->');
      return [part.slice(0, end), part.slice(end + 3)];
    }),
  );
}
