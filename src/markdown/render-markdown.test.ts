import { describe, expect, it } from 'vitest';

import { type MarkdownOptions, renderAdvisoryMarkdown } from './render-markdown.ts';

function render(body: string, options: Partial<MarkdownOptions> = {}) {
  return renderAdvisoryMarkdown(body, { language: 'ja', ...options });
}

function htmlOf(body: string): string {
  return render(body)
    .sections.map(({ html }) => html)
    .join('');
}

function kindsOf(body: string): string[] {
  return render(body).problems.map(({ kind }) => kind);
}

describe('sections', () => {
  it('cuts the body at known headings and names them', () => {
    const { sections, problems } = render('## 概要\n\nA **b**\n\n## 調整機関からの補足情報\nc\n', {
      firstLine: 10,
    });
    expect(sections).toEqual([
      { id: 'overview', heading: '概要', html: '<p>A <strong>b</strong></p>\n', text: 'A b', line: 10 },
      { id: 'addendum', heading: '調整機関からの補足情報', html: '<p>c</p>\n', text: 'c', line: 14 },
    ]);
    expect(problems).toEqual([]);
  });

  it('reads the headings of the body’s own language', () => {
    expect(render('## Details\n', { language: 'en' }).sections[0]?.id).toBe('details');
    expect(render('## Details\n').problems).toMatchObject([
      { kind: 'unknown-section', params: { nearest: '詳細情報' } },
    ]);
  });

  it('keeps an unknown heading and suggests the nearest', () => {
    const { sections, problems } = render('## 対応方法\ntext\n');
    expect(sections).toMatchObject([{ id: null, heading: '対応方法', text: 'text' }]);
    expect(problems).toMatchObject([{ kind: 'unknown-section', line: 1, params: { nearest: '対策方法' } }]);
  });

  it('takes no heading in code, quotations or lists for a section', () => {
    const { sections } = render('## 概要\n```\n## 対策方法\n```\n> ## 対策方法\n\n- ## 対策方法\n');
    expect(sections.map(({ id }) => id)).toEqual(['overview']);
  });

  it('reports a repeated section and text before the first', () => {
    expect(kindsOf('text\n## 概要\n## 概要\n')).toEqual(['text-before-sections', 'duplicate-section']);
  });

  it('lets no heading above h3 out and prefixes ids with the section', () => {
    const html = htmlOf('## 概要\n# a\n### b\n###### c\n## 詳細情報\n### d\n> ## e\n');
    expect(html.match(/<h\d id="[^"]*"/g)).toEqual([
      ...['<h3 id="overview-1"', '<h3 id="overview-2"', '<h6 id="overview-3"'],
      ...['<h3 id="details-1"', '<h3 id="details-2"'],
    ]);
  });

  it('gives no language it does not know an empty page', () => {
    expect(() => render('## x\n', { language: 'constructor' })).toThrow('language');
  });
});

describe('what may be written', () => {
  it.each([
    ['~~a~~', '<p><del>a</del></p>\n'],
    [
      '10:30 http://a:8080/',
      '<p>10:30 <a href="http://a:8080/" rel="noopener noreferrer">http://a:8080/</a></p>\n',
    ],
    ['::1', '<p>::1</p>\n'],
    ['[a](/b?c=1&d)', '<p><a href="/b?c=1&amp;d">a</a></p>\n'],
    ['a@b.example', '<p><a href="mailto:a@b.example">a@b.example</a></p>\n'],
    ['3. a', '<ol start="3">\n<li>a</li>\n</ol>\n'],
    ['![図](./a b.png)', '<p>![図](./a b.png)</p>\n'],
    ['![図](a/b.png)', '<p><img src="a/b.png" alt="図" loading="lazy"></p>\n'],
    [
      ':::tip[**T**]\na\n:::',
      '<aside class="note note-tip" role="note">\n<p class="note-title"><strong>T</strong></p>\n<p>a</p>\n</aside>\n',
    ],
    [
      '- [x] a',
      '<ul>\n<li class="task"><input type="checkbox" disabled checked aria-label="完了"> a</li>\n</ul>\n',
    ],
  ])('renders %j', (body, html) => {
    expect(htmlOf(`## 概要\n${body}\n`)).toBe(html);
    expect(kindsOf(`## 概要\n${body}\n`)).toEqual([]);
  });

  it('renders tables with scope and alignment and fills short rows', () => {
    const html = htmlOf('|a|b|\n|:-|-:|\n|1|\n');
    expect(html).toContain('<th scope="col" class="align-left">a</th>');
    expect(html).toContain('<tr><td class="align-left">1</td><td></td></tr>');
  });

  it('keeps footnotes apart by number and in the section that first uses them', () => {
    const { sections } = render(
      '## 概要\na[^x] b[^x]\n## 詳細情報\nc[^y]\n\n[^x]: X[^z]\n[^y]: Y\n[^z]: Z\n',
    );
    const [first, second] = sections.map(({ html }) => html);
    expect(first).toContain('<li id="fn-1" value="1">');
    expect(first).toContain('<li id="fn-2" value="2">');
    expect(second).toContain('<li id="fn-3" value="3">');
    const all = `${first ?? ''}${second ?? ''}`;
    for (const [, target] of all.matchAll(/href="#([^"]+)"/g)) expect(all).toContain(`id="${target ?? ''}"`);
  });

  it('places images below a base, from the advisory’s own folder only', () => {
    const options = { imageBase: '/jp/JVN1/', imageFolder: 'JVN1' };
    const { sections, images, problems } = render('## 概要\n![a](JVN1/x.png) ![b](x.png)', options);
    expect(sections[0]?.html).toContain('src="/jp/JVN1/x.png"');
    expect(images).toEqual([{ path: 'x.png', line: 2, column: 1 }]);
    expect(problems).toMatchObject([{ kind: 'unsafe-image', line: 2, column: 18 }]);
  });

  it('lists mentions outside code with their places', () => {
    const body = '## 概要\n> CVE-2018-16203 \\@no `@code`\n> @someone, a@b.example、JVN#13199224\n';
    expect(render(body, { firstLine: 5 }).mentions).toEqual([
      { kind: 'cve', text: 'CVE-2018-16203', line: 6, column: 3 },
      { kind: 'account', text: '@no', line: 6, column: 19 },
      { kind: 'account', text: '@someone', line: 7, column: 3 },
    ]);
  });
});
