import type { site as japanese } from '../ja/site.ts';

/** Titles, descriptions, menus and feeds in English. */
export const site: typeof japanese = {
  menu: {
    advisories: 'Advisories',
    vendors: 'Vendors',
    search: 'Search',
    feeds: 'Feeds',
    statistics: 'Statistics',
    about: 'About',
  },
  home: 'Home',
  titles: {
    advisories: 'Advisories',
    advisoriesOf: (year) => `Advisories of ${year}`,
    familyOf: (family, year) => `${family} of ${year}`,
    vendors: 'Vendors',
    vendor: (name) => `Advisories about ${name}`,
    search: 'Search',
    feeds: 'Feeds',
    notFound: 'Page not found',
  },
  trail: {
    year: String,
  },
  descriptions: {
    advisories: (site) => `Advisories that ${site} published in the last twelve months.`,
    advisoriesOf: (year, count) =>
      count === 1
        ? `The one advisory published in ${year}.`
        : `All ${count} advisories published in ${year}.`,
    family: (family) => `${family}: what was published in the last twelve months.`,
    familyOf: (family, year, count) =>
      count === 1
        ? `${family}: the one published in ${year}.`
        : `${family}: all ${count} published in ${year}.`,
    vendors: 'The vendors that published advisories name.',
    vendor: (name, count) =>
      count === 1
        ? `One advisory about ${name}, with the vendor’s status.`
        : `${count} advisories about ${name}, with the vendor’s status in each.`,
    search: 'Find advisories by identifier, CVE, product, vendor or any word.',
    feeds: 'Every feed of new and updated advisories.',
    notFound: 'There is no page at this address.',
  },
  feeds: {
    all: 'New and updated',
    updated: 'Updates only',
    urgent: 'Urgent only',
    alerts: 'Alerts',
    critical: 'Rated critical (CVSS)',
    high: 'Rated high or critical (CVSS)',
    calendar: 'Calendar of publications',
    siteEvent: 'Event of the site',
    year: (year) => `Published in ${year}`,
    title: (site, selection) => `${site}: ${selection}`,
    link: (selection, syntax) => `${selection} (${syntax})`,
    descriptions: {
      all: 'Advisories as they are published and updated.',
      updated: 'Advisories that were updated or withdrawn after their publication.',
      urgent: 'Advisories that ask readers to act at once.',
      alerts: 'Alerts for a wide audience.',
      critical: 'Advisories that CVSS rates critical. That is not the editorial mark “urgent”.',
      high: 'Advisories that CVSS rates high or critical.',
      calendar: 'Advisories published in the last twelve months, and the events of the site.',
      year: (year) => `Advisories published in ${year}.`,
      vendor: (name) => `Advisories about ${name}.`,
    },
  },
  entry: {
    withdrawn: (title) => `[Withdrawn] ${title}`,
    urgent: (title) => `[Urgent] ${title}`,
    withdrawal: (day) => `This advisory was withdrawn on ${day}.`,
    revision: (number, day) => `Revision ${number} (${day})`,
    page: 'Open this advisory’s page',
  },
  redirect: {
    title: 'This page has moved',
    moved: 'This page has moved to the following address.',
  },
};
