import test6_2_2 from '@secvisogram/csaf-validator-lib/lib/optionalTests/optionalTest_6_2_2.js';
import test6_2_10 from '@secvisogram/csaf-validator-lib/lib/optionalTests/optionalTest_6_2_10.js';
import test6_2_11 from '@secvisogram/csaf-validator-lib/lib/optionalTests/optionalTest_6_2_11.js';
import test6_2_12 from '@secvisogram/csaf-validator-lib/lib/optionalTests/optionalTest_6_2_12.js';
import test6_2_13 from '@secvisogram/csaf-validator-lib/lib/optionalTests/optionalTest_6_2_13.js';
import * as mandatory from '@secvisogram/csaf-validator-lib/mandatoryTests.js';
import { csaf_2_0_strict as strictSchema } from '@secvisogram/csaf-validator-lib/schemaTests.js';
import validate from '@secvisogram/csaf-validator-lib/validate.js';

const MANDATORY = Object.values(mandatory);
const OPTIONAL: readonly (readonly [id: string, test: CsafTest])[] = [
  ['6.2.2', test6_2_2],
  ['6.2.10', test6_2_10],
  ['6.2.11', test6_2_11],
  ['6.2.12', test6_2_12],
  ['6.2.13', test6_2_13],
];

/** The optional tests in which every document of ours must have no finding. */
export const OPTIONAL_IDS = OPTIONAL.map(([id]) => id);

/** The number of mandatory tests of CSAF 2.0 §6.1 that the library brings. */
export const MANDATORY_COUNT = MANDATORY.length;

/**
 * Everything that the official tests say against a CSAF 2.0 document, one line each: the strict schema, all mandatory
 * tests, and the optional ones that every document of ours must pass (6.2.2, 6.2.10 to 6.2.13). Empty for a good one.
 */
export function validateCsaf(document: unknown): Promise<string[]> {
  return run([strictSchema, ...MANDATORY, ...OPTIONAL.map(([, test]) => test)], document);
}

/** The same without the optional tests. */
export function validateMandatory(document: unknown): Promise<string[]> {
  return run([strictSchema, ...MANDATORY], document);
}

async function run(tests: readonly CsafTest[], document: unknown): Promise<string[]> {
  const result = await validate(tests, document);
  return result.tests.flatMap(({ name, isValid, errors, warnings }) => {
    const lines = [...errors, ...warnings].map(({ instancePath, message }) =>
      `${name} ${instancePath} ${message ?? ''}`.trimEnd(),
    );
    // A test can fail without saying why.
    return lines.length === 0 && !isValid ? [name] : lines;
  });
}
