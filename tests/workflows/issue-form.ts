import { z } from 'zod';

/*
 * GitHub's form schema, as its documentation describes it ("Syntax for issue forms", "Syntax for GitHub's form schema").
 * A form that breaks it is not offered to anybody, without a word in the repository.
 */

const text = z.string().min(1);
const id = z.string().regex(/^[A-Za-z0-9_-]+$/);
const validations = z.strictObject({ required: z.boolean() }).optional();
const field = { label: text, description: text.optional() };

const element = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('markdown'), attributes: z.strictObject({ value: text }) }),
  z.strictObject({
    type: z.literal('input'),
    id,
    attributes: z.strictObject({ ...field, placeholder: text.optional(), value: text.optional() }),
    validations,
  }),
  z.strictObject({
    type: z.literal('textarea'),
    id,
    attributes: z.strictObject({
      ...field,
      placeholder: text.optional(),
      value: text.optional(),
      render: text.optional(),
    }),
    validations,
  }),
  z.strictObject({
    type: z.literal('dropdown'),
    id,
    attributes: z.strictObject({
      ...field,
      multiple: z.boolean().optional(),
      // “None” is what GitHub itself writes for no choice.
      options: z.array(text.regex(/^(?!none$)/i)).min(1),
      default: z.int().optional(),
    }),
    validations,
  }),
  z.strictObject({
    type: z.literal('checkboxes'),
    id,
    attributes: z.strictObject({
      ...field,
      options: z.array(z.strictObject({ label: text, required: z.boolean().optional() })).min(1),
    }),
    validations,
  }),
]);
export type FormElement = z.infer<typeof element>;

export const issueFormSchema = z
  .strictObject({
    name: text,
    description: text,
    title: text.optional(),
    labels: z.array(text).optional(),
    assignees: z.array(text).optional(),
    body: z.array(element).min(1),
  })
  .refine(({ body }) => body.some(({ type }) => type !== 'markdown'), 'A form needs a field.')
  .refine(({ body }) => isUnique(body.flatMap((each) => ('id' in each ? [each.id] : []))), 'Ids are unique.')
  .refine(({ body }) => isUnique(labelsOf(body)), 'Labels are unique.')
  .refine(
    ({ body }) => body.every((each) => each.type !== 'dropdown' || isUnique(each.attributes.options)),
    'Options are unique.',
  );

/** `config.yml` beside the forms. */
export const chooserSchema = z.strictObject({
  blank_issues_enabled: z.boolean(),
  contact_links: z
    .array(z.strictObject({ name: text, url: z.url({ protocol: /^https$/ }), about: text }))
    .optional(),
});

/** Whether a form relies on GitHub to demand something, which it does in public repositories only. */
export function demandsAnything(body: readonly FormElement[]): boolean {
  return body.some(
    (each) =>
      ('validations' in each && each.validations?.required === true) ||
      (each.type === 'checkboxes' && each.attributes.options.some(({ required }) => required === true)),
  );
}

/** What GitHub makes of a form that was sent: a heading for each field, and `_No response_` where nothing was written. */
export function renderSentForm(
  body: readonly FormElement[],
  answers: Readonly<Record<string, string>>,
): string {
  return body
    .flatMap((each) =>
      each.type === 'markdown'
        ? []
        : [`### ${each.attributes.label}\n\n${answers[each.id] ?? '_No response_'}`],
    )
    .join('\n\n');
}

function labelsOf(body: readonly FormElement[]): string[] {
  return body.flatMap((each) => (each.type === 'markdown' ? [] : [each.attributes.label]));
}

function isUnique(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}
