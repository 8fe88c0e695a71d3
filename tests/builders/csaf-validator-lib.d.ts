/* The parts of @secvisogram/csaf-validator-lib that tests use; the package brings no types. */

interface CsafTestResult {
  isValid?: boolean;
  errors?: readonly { instancePath: string; message?: string }[];
  warnings?: readonly { instancePath: string; message?: string }[];
}

type CsafTest = (document: unknown) => CsafTestResult | Promise<CsafTestResult>;

declare module '@secvisogram/csaf-validator-lib/validate.js' {
  export default function validate(
    tests: readonly CsafTest[],
    document: unknown,
  ): Promise<{ isValid: boolean; tests: (Required<CsafTestResult> & { name: string })[] }>;
}

declare module '@secvisogram/csaf-validator-lib/schemaTests.js' {
  export const csaf_2_0_strict: CsafTest;
}

declare module '@secvisogram/csaf-validator-lib/mandatoryTests.js' {
  const tests: Record<string, CsafTest>;
  export = tests;
}

declare module '@secvisogram/csaf-validator-lib/cwe.js' {
  export const weaknesses: readonly { id: string; name: string }[];
}

declare module '@secvisogram/csaf-validator-lib/lib/optionalTests/*.js' {
  const test: CsafTest;
  export default test;
}

declare module '@secvisogram/csaf-validator-lib/csaf_2_1/schemaTests.js' {
  export const csaf_2_1_strict: CsafTest;
}

declare module '@secvisogram/csaf-validator-lib/csaf_2_1/mandatoryTests.js' {
  const tests: Record<string, CsafTest>;
  export = tests;
}

declare module '@secvisogram/csaf-validator-lib/lib/cwec/4.17.js' {
  const list: { readonly weaknesses: readonly { id: string; name: string }[] };
  export = list;
}
