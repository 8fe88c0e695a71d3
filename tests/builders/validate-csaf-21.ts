import * as mandatory from '@secvisogram/csaf-validator-lib/csaf_2_1/mandatoryTests.js';
import { csaf_2_1_strict as strictSchema } from '@secvisogram/csaf-validator-lib/csaf_2_1/schemaTests.js';
import validate from '@secvisogram/csaf-validator-lib/validate.js';

// The library's own preset of basic tests holds those of 2.0 only.
const TESTS = [strictSchema, ...Object.values(mandatory)];

/** Everything that the official tests say against a CSAF 2.1 document, one line each; empty for a good one. */
export async function validateCsaf21(document: unknown): Promise<string[]> {
  const result = await validate(TESTS, document);
  return result.tests.flatMap(({ name, errors }) =>
    errors.map(({ instancePath, message }) => `${name} ${instancePath} ${message ?? ''}`.trimEnd()),
  );
}
