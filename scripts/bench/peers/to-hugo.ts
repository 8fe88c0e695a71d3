import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Content } from '#catalog/content.ts';
import { LANGUAGES } from '#domain/language.ts';
import type { SiteIndex } from '#site/site-index.ts';
import { writeFiles, type ContentText } from '../content/generate-content.ts';
import { formatYaml } from '../content/yaml-text.ts';
import { buildPeerData, buildPeerPages, toPeerDays } from './peer-content.ts';
import type { Fields, PeerPage } from './peer-page.ts';

/** Writes a Hugo project that makes the same site: templates of `scripts/bench/peers/hugo`, content and data. */
export function writeHugoProject(root: string, folder: string, index: SiteIndex, content: Content): void {
  const templates = join(root, 'scripts', 'bench', 'peers', 'hugo');
  mkdirSync(join(folder, 'static'), { recursive: true });
  cpSync(join(templates, 'layouts'), join(folder, 'layouts'), { recursive: true });
  cpSync(join(root, 'public'), join(folder, 'static'), { recursive: true });
  cpSync(join(templates, '..', 'search.js'), join(folder, 'static', 'search.js'));
  const config = JSON.parse(readFileSync(join(templates, 'config.json'), 'utf8')) as Record<string, unknown>;
  writeFileSync(join(folder, 'config.json'), JSON.stringify({ ...config, languages: toLanguages(index) }));
  writeFiles(folder, buildPeerData(index));
  writeFiles(folder, toPages(index, content));
}

function* toPages(index: SiteIndex, content: Content): Generator<ContentText> {
  for (const page of buildPeerPages(index, content)) yield toHugoPage(page);
  for (const language of LANGUAGES)
    yield { file: `content/${language}/about/_index.md`, text: '---\n_build: { render: never }\n---\n' };
}

/** Hugo makes the other files of a page from the same front matter, when it is told so. */
function toHugoPage({ file, fields, body }: PeerPage): ContentText {
  const text = `---\n${formatYaml({ ...fields, outputs: outputsOf(fields) })}---\n${body}`;
  return { file: `content/${file}`, text };
}

function outputsOf({ list, year, slug, versions }: Fields): string[] | undefined {
  if (slug !== undefined) return ['HTML', 'atom', ...(versions === undefined ? [] : ['versions'])];
  if (list === undefined || year === undefined) return undefined;
  return ['HTML', 'table', ...(list === 'all' ? ['atom'] : [])];
}

function toLanguages(index: SiteIndex): unknown {
  const shared = toPeerDays(index);
  const layouts = {
    ja: { daylayout: '2006年1月2日', monthlayout: '2006年1月', instantlayout: '2006年1月2日 15:04 JST' },
    en: {
      daylayout: '2 January 2006',
      monthlayout: 'January 2006',
      instantlayout: '2 January 2006, 15:04 JST',
    },
  };
  const entries = LANGUAGES.map((language, place) => [
    language,
    { contentDir: `content/${language}`, weight: place + 1, params: { ...shared, ...layouts[language] } },
  ]);
  return Object.fromEntries(entries);
}
