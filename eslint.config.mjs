import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  { ignores: ['dist/', 'screenshots/', '.kairan/', '.astro/', 'tests/fixtures/', 'public/'] },
  ...tseslint.configs.strictTypeChecked,
  ...astro.configs.recommended,
  ...astro.configs['jsx-a11y-recommended'],
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true } }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 15],
      // Numbers in template literals are the normal way to print a count or a line number.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    // Templates and plain JavaScript carry no type information for these rules.
    files: ['**/*.astro', '**/*.mjs', '**/*.js'],
    extends: [tseslint.configs.disableTypeChecked],
  },
  {
    // The tools that read these files demand a default export; declarations tell what a package of others has.
    files: ['*.config.{mjs,ts}', 'eslint.config.mjs', '**/*.d.ts'],
    rules: { 'no-restricted-exports': 'off' },
  },
  {
    // A describe block is a table of contents, not a function.
    files: ['**/*.test.ts', 'tests/**/*.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
);
