import { readingOf } from './layouts/shelves.js';
import { filesOf } from './layouts/files.js';

/** Eleventy reads the default export of this file. */
// eslint-disable-next-line no-restricted-exports
export default function (config) {
  config.addPassthroughCopy({ static: '/' });
  config.amendLibrary('md', markSections);
  // Pages of the content are rendered by their layout, when all texts are there; so are the other files.
  config.addCollection('files', (api) => filesOf(readingOf(api.getAll())));
  return {
    dir: { input: 'content', output: 'dist', includes: '../layouts', layouts: '../layouts', data: '../none' },
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
    templateFormats: ['md', '11ty.js'],
  };
}

/** A heading with a fixed id (`## Overview {#overview}`) becomes the mark at which the layout cuts the text. */
function markSections(md) {
  md.core.ruler.push('sections', ({ tokens }) => {
    tokens.forEach((token, place) => {
      const id = token.type === 'heading_open' && /\{#(\w+)\}$/.exec(tokens[place + 1].content)?.[1];
      if (!id) return;
      Object.assign(token, { type: 'html_block', content: `<!--:${id}-->` });
      tokens[place + 1].children = [];
      Object.assign(tokens[place + 2], { type: 'html_block', content: '' });
    });
  });
}
