import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';
import { describe, expect, inject, it } from 'vitest';
import { readDocuments } from './built-site.ts';

/** Paths to `vnu.jar`; the package answers it as its main export. */
const vnuJar = createRequire(import.meta.url)('vnu-jar') as string;
const hasJava = answers('java', ['-version']);

describe.each(['fictionalSite', 'sampleSite'] as const)('the HTML of the %s', (site) => {
  const folder = inject(site);

  it('has no finding of html-validate, accessibility included', async () => {
    const validator = new HtmlValidate(
      new FileSystemConfigLoader({
        root: true,
        extends: ['html-validate:recommended', 'html-validate:a11y', 'html-validate:document'],
        rules: {
          // Files of the site's own origin are as trustworthy as the page that names them.
          'require-sri': ['error', { target: 'crossorigin' }],
          // How Astro writes valid HTML is its own affair.
          'attribute-boolean-style': 'off',
          'doctype-style': 'off',
          'no-trailing-whitespace': 'off',
          // Titles of advisories are as long as their authors make them.
          'long-title': 'off',
        },
      }),
    );
    const messages: string[] = [];
    for (const { file, html } of readDocuments(folder)) {
      const { results } = await validator.validateString(html, file);
      messages.push(
        ...results.flatMap((result) =>
          result.messages.map(({ line, ruleId, message }) => `${file}:${String(line)} ${ruleId} ${message}`),
        ),
      );
    }
    expect(messages).toEqual([]);
  }, 120_000);

  it.skipIf(!hasJava)(
    'has no error in the Nu HTML Checker',
    () => {
      expect(nuErrors(folder)).toEqual([]);
    },
    300_000,
  );
});

it.skipIf(!hasJava)(
  'the Nu HTML Checker refuses a page with errors, so that its silence means something',
  () => {
    expect(nuErrors(path.resolve('tests/fixtures/broken-html')).length).toBeGreaterThan(0);
  },
);

function nuErrors(folder: string): string[] {
  try {
    const args = ['-jar', vnuJar, '--skip-non-html', '--errors-only', '--format', 'json', folder];
    execFileSync('java', args, { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'], maxBuffer: 2 ** 26 });
    return [];
  } catch (error) {
    const { stderr } = error as { stderr: string };
    const { messages } = JSON.parse(stderr) as {
      messages: { url: string; lastLine: number; message: string }[];
    };
    return messages.map(({ url, lastLine, message }) => `${url}:${String(lastLine)} ${message}`);
  }
}

function answers(command: string, args: readonly string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
