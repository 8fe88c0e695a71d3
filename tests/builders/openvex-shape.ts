import { z } from 'zod';

/*
 * What an OpenVEX document of ours may look like: the rules of the OpenVEX specification 0.2.0 in our own words, stricter
 * where we write less than it allows.
 */

const moment = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/);
const text = z.string().min(1);
/** An IRI of ASCII characters only, which is a URI. */
const iri = z.string().regex(/^(?:https?|pkg):[\w.~:/?#[\]@!$&'()*+,;=%-]+$/);

const product = z.strictObject({
  '@id': iri,
  identifiers: z
    .strictObject({
      purl: z.string().startsWith('pkg:').optional(),
      cpe23: z.string().startsWith('cpe:2.3:').optional(),
    })
    .refine((each) => Object.keys(each).length > 0)
    .optional(),
});

const common = {
  vulnerability: z.strictObject({
    '@id': iri,
    name: text,
    description: text,
    aliases: z.tuple([text]).optional(),
  }),
  products: z
    .array(product)
    .min(1)
    .refine((list) => new Set(list.map((each) => JSON.stringify(each))).size === list.length, {
      error: 'a product twice',
    }),
};

const statement = z.discriminatedUnion('status', [
  z.strictObject({
    ...common,
    status: z.literal('affected'),
    action_statement: text,
    status_notes: text.optional(),
  }),
  z
    .strictObject({
      ...common,
      status: z.literal('not_affected'),
      justification: z
        .enum([
          'component_not_present',
          'vulnerable_code_not_present',
          'vulnerable_code_not_in_execute_path',
          'vulnerable_code_cannot_be_controlled_by_adversary',
          'inline_mitigations_already_exist',
        ])
        .optional(),
      impact_statement: text.optional(),
    })
    .refine(
      ({ justification, impact_statement }) => justification !== undefined || impact_statement !== undefined,
      { error: 'no reason why it is not affected' },
    ),
  z.strictObject({ ...common, status: z.literal('under_investigation'), status_notes: text }),
  z.strictObject({ ...common, status: z.literal('fixed') }),
]);

export const openVexShape = z
  .strictObject({
    '@context': z.literal('https://openvex.dev/ns/v0.2.0'),
    '@id': iri,
    author: text,
    role: text,
    timestamp: moment,
    last_updated: moment.optional(),
    version: z.int().min(1),
    statements: z.array(statement).min(1),
  })
  .refine(
    ({ statements }) => new Set(statements.map((each) => JSON.stringify(each))).size === statements.length,
    { error: 'a statement twice' },
  );
