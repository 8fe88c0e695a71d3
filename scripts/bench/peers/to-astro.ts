import { cpSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildAdvisories,
  buildPages,
  SITE,
  writeFiles,
  type ContentText,
} from '../content/generate-content.ts';
import type { GeneratedAdvisory, World } from '../content/generated-advisory.ts';
import { toVendorFacts } from '../content/generated-vendor.ts';

/** Writes a plain Astro project that makes the same site with content collections and the same components. */
export function writeAstroProject(root: string, folder: string, world: World): void {
  cpSync(join(root, 'scripts', 'bench', 'peers', 'astro'), folder, { recursive: true });
  cpSync(join(root, 'public'), join(folder, 'public'), { recursive: true });
  writeFiles(join(folder, 'content'), toCollections(world));
}

function* toCollections(world: World): Generator<ContentText> {
  yield { file: 'site.json', text: JSON.stringify(SITE) };
  for (const { file, text } of buildPages()) {
    // Astro reads an unquoted day as a moment.
    yield { file, text: text.replace(/^updatedOn: (\S+)$/m, 'updatedOn: "$1"') };
  }
  for (const vendor of world.vendors) {
    yield { file: `vendors/${vendor.slug}.json`, text: JSON.stringify(toVendorFacts(vendor)) };
  }
  for (const advisory of buildAdvisories(world)) yield* toAstroFiles(advisory);
}

/** An advisory with front matter in flow style: every scalar is quoted, so that dates stay the text they are. */
function* toAstroFiles({ slug, year, facts, body, translation }: GeneratedAdvisory): Generator<ContentText> {
  const toText = (head: unknown, prose: string) => `---\n${JSON.stringify(head)}\n---\n\n${prose}`;
  yield { file: `advisories/${year}/${slug}.md`, text: toText(facts, body) };
  if (translation === undefined) return;
  yield { file: `advisories/${year}/${slug}.en.md`, text: toText(translation.words, translation.body) };
}
