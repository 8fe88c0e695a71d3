import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Axe {
  run: (options: {
    runOnly?: string[];
    resultTypes: string[];
  }) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

/**
 * What axe says against a page as it stands, one line for each rule.
 * @param rules the only rules to apply; all of them when absent
 */
export async function listViolations(page: Page, rules?: string[]): Promise<string[]> {
  // Playwright evaluates outside the page's policy, so the strict CSP stays in force while axe looks.
  await page.evaluate(source);
  const { violations } = await page.evaluate(
    (options) => (globalThis as unknown as { axe: Axe }).axe.run(options),
    // What passed is not described, which takes most of the time on long pages.
    { resultTypes: ['violations'], ...(rules && { runOnly: rules }) },
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
