/** One page for each file that the configuration collects; its layout writes it, when all texts are there. */
export const data = {
  layout: 'file.11ty.js',
  pagination: { data: 'collections.files', size: 1, alias: 'file' },
  eleventyExcludeFromCollections: true,
  permalink: ({ file }) => file.address,
};

export function render() {
  return '';
}
