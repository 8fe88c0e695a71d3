import { glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { advisorySchema, translationSchema } from '#domain/advisory.ts';
import { aboutPageSchema } from '#domain/about-page.ts';
import { siteSchema } from '#domain/site.ts';
import { vendorSchema } from '#domain/vendor.ts';

/** A file's path without its ending, letters as they are: identifiers tell upper from lower case. */
const generateId = ({ entry }: { entry: string }): string => entry.replace(/\.\w+$/, '');

/** Content the way Astro's documentation teaches it: folders of files, each with a schema. */
export const collections = {
  advisories: defineCollection({
    loader: glob({ base: './content/advisories', pattern: ['*/*.md', '!*/*.en.md'], generateId }),
    schema: advisorySchema,
  }),
  translations: defineCollection({
    loader: glob({ base: './content/advisories', pattern: '*/*.en.md', generateId }),
    schema: translationSchema,
  }),
  vendors: defineCollection({
    loader: glob({ base: './content/vendors', pattern: '*.json', generateId }),
    schema: vendorSchema,
  }),
  site: defineCollection({
    loader: glob({ base: './content', pattern: 'site.json', generateId }),
    schema: siteSchema,
  }),
  about: defineCollection({
    loader: glob({ base: './content/pages', pattern: '*/*.mdx', generateId }),
    schema: aboutPageSchema,
  }),
};
