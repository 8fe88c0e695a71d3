import { z } from 'zod';

/*
 * The shapes of the provider's JSON, written from the standards and stricter than their schemas: no field is let in
 * that readers do not know. The scheme of URLs is judged elsewhere, for all of them at once.
 */

const url = z.url();
const jsonUrl = url.regex(/\.json$/);
const text = z.string().min(1);
const instant = z.iso.datetime({ offset: true });
const nonEmpty = <Item extends z.ZodType>(item: Item) => z.array(item).min(1);

/** Provider metadata, CSAF 2.0: §7.1.7 and its provider schema. */
export const metadataSchema = z
  .strictObject({
    canonical_url: url.regex(/\/provider-metadata\.json$/),
    distributions: nonEmpty(
      z
        .strictObject({
          directory_url: url.optional(),
          rolie: z
            .strictObject({
              categories: nonEmpty(jsonUrl).optional(),
              feeds: nonEmpty(
                z.strictObject({
                  summary: z.string().optional(),
                  tlp_label: z.enum(['UNLABELED', 'WHITE', 'GREEN', 'AMBER', 'RED']),
                  url: jsonUrl,
                }),
              ),
              services: nonEmpty(jsonUrl).optional(),
            })
            .optional(),
        })
        .refine((distribution) => Object.keys(distribution).length > 0),
    ),
    last_updated: instant,
    list_on_CSAF_aggregators: z.boolean(),
    metadata_version: z.literal('2.0'),
    mirror_on_CSAF_aggregators: z.boolean(),
    public_openpgp_keys: z
      .array(z.strictObject({ fingerprint: z.string().regex(/^[0-9a-fA-F]{40,}$/), url }))
      .optional(),
    publisher: z.strictObject({
      category: z.enum(['coordinator', 'discoverer', 'other', 'translator', 'user', 'vendor']),
      contact_details: text.optional(),
      issuing_authority: text.optional(),
      name: text,
      namespace: url,
    }),
    role: z.enum(['csaf_publisher', 'csaf_provider', 'csaf_trusted_provider']),
  })
  .refine(({ role, public_openpgp_keys: keys = [] }) => role !== 'csaf_trusted_provider' || keys.length > 0, {
    error: 'a trusted provider names its key',
  });

/** What the check itself needs of metadata, whatever is wrong with the rest. */
export const looseMetadataSchema = z.object({
  canonical_url: z.string(),
  distributions: z.array(
    z.object({
      directory_url: z.string().optional(),
      rolie: z
        .object({
          categories: z.array(z.string()).default([]),
          feeds: z.array(z.object({ tlp_label: z.string(), url: z.string() })),
          services: z.array(z.string()).default([]),
        })
        .optional(),
    }),
  ),
  public_openpgp_keys: z.array(z.object({ fingerprint: z.string(), url: z.string() })).default([]),
  role: z.string(),
});

export type Metadata = z.infer<typeof looseMetadataSchema>;

const link = z.strictObject({ rel: text, href: url });
const selfLink = z.strictObject({ rel: z.literal('self'), href: jsonUrl });
const links = z.tuple([selfLink], link);
const category = z.strictObject({ scheme: url.optional(), term: text });
const csafCategory = z.strictObject({
  scheme: z.literal('urn:ietf:params:rolie:category:information-type'),
  term: z.literal('csaf'),
});

/** A ROLIE feed, CSAF 2.0 §7.1.15 and its ROLIE schema. */
export const feedSchema = z.strictObject({
  feed: z.strictObject({
    id: z.string().regex(/^[\w+.-]+$/),
    title: text,
    link: links,
    category: z.tuple([csafCategory], category),
    updated: instant,
    entry: z.array(
      z.strictObject({
        id: z.string().regex(/^\S(?:.*\S)?$/),
        title: text,
        link: links,
        published: instant,
        updated: instant,
        summary: z.strictObject({ content: text }).optional(),
        content: z.strictObject({ type: z.literal('application/json'), src: jsonUrl }),
        format: z.strictObject({
          schema: z.literal('https://docs.oasis-open.org/csaf/csaf/v2.0/csaf_json_schema.json'),
          version: z.literal('2.0'),
        }),
      }),
    ),
  }),
});

export type Feed = z.infer<typeof feedSchema>['feed'];
export type FeedEntry = Feed['entry'][number];

/** A ROLIE service document, CSAF 2.0 §7.1.16. */
export const serviceSchema = z.strictObject({
  service: z.strictObject({
    workspace: nonEmpty(
      z.strictObject({
        title: text,
        collection: nonEmpty(
          z.strictObject({
            title: text,
            href: jsonUrl,
            categories: z.strictObject({ category: z.tuple([csafCategory], category) }),
          }),
        ),
      }),
    ),
  }),
});

/** A ROLIE category document, CSAF 2.0 §7.1.17. */
export const categorySchema = z.strictObject({
  categories: z.strictObject({ category: z.array(category) }),
});
