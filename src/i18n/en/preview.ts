import type { preview as ja } from '../ja/preview.ts';

/** What the preview for authors says beside pages, in English. */
export const preview: typeof ja = {
  bar: 'Preview for authors',
  source: 'File',
  embargoed: 'Not published yet. Only its authors see this page.',
  embargoUntil: 'To be published',
  drafts: {
    link: (count) => `${count} unpublished`,
    title: 'Unpublished advisories',
    description:
      'Advisories whose moment of publication has not come. Only the preview for authors has this list.',
    count: (count) => `${count === 1 ? '1 advisory' : `${count} advisories`}, the next one first.`,
    empty: 'No advisory waits for its publication.',
    id: 'Identifier',
    name: 'Title',
    publishedAt: 'Published at',
    languages: 'Languages',
    state: 'State',
    states: {
      ready: 'no findings',
      warnings: 'has warnings',
      errors: 'has errors (shown as it was before)',
    },
    findings: (count) => `${count} ${count === 1 ? 'finding' : 'findings'}`,
  },
  findings: {
    link: 'Findings',
    title: 'Findings of the check',
    description: 'What the check says about all files. Only the preview for authors has this list.',
    count: (errors, warnings) =>
      `${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`,
    none: 'No findings',
    here: (count) => `${count} ${count === 1 ? 'finding' : 'findings'} on this page`,
    elsewhere: (count) => `${count} in other files`,
    blocking: 'Errors in other files',
    more: (count) => `There ${count === 1 ? 'is 1 more error' : `are ${count} more errors`}.`,
    severity: { error: 'Error', warning: 'Warning' },
    remedy: 'Remedy',
    explain: 'More about it',
  },
  blocked: {
    title: 'There is no site to show yet',
    description:
      'The content has errors. Put right what stands here; the site takes the place of this page as soon as no error is left.',
    failure: (message) => `The content could not be read: ${message}`,
  },
  checking: 'Checking…',
  held: 'The content has errors, so pages stay as they were before them.',
  failure: (message) => `The content could not be read again; pages show it as it was: ${message}`,
};
