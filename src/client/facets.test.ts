import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { FacetCount } from '#search/search-engine.ts';
import { FacetLabels } from './facet-labels.ts';
import { FacetList } from './facet-list.ts';
import { addUncounted, toFacetValues } from './facet-values.ts';

const page = (): Document =>
  parseHTML(`<!doctype html><html><body>
    <fieldset data-facet="vendor" hidden>
      <p data-part="find"><input type="search" /></p><p data-part="no-value" hidden>none</p>
      <ul data-part="values"></ul>
      <button data-part="all-values" hidden></button>
      <template data-message="all">all ({count})</template><template data-message="fewer">fewer</template>
      <template data-values="vendor"></template>
      <template data-value><li><label><input type="checkbox" data-part="box" /><bdi data-part="label"></bdi>
        <span data-part="count"></span></label></li></template>
    </fieldset>
    <template data-values="severity"><data value="critical">緊急</data><data value="high">重要</data></template>
    <template data-values="year"><data value="2024">2024年</data><data value="2023">2023年</data></template>
  </body></html>`).document;

const vendors = (count: number): FacetCount[] =>
  Array.from({ length: count }, (_, index) => ({
    value: `v${index}`,
    label: `Vendor ${index}`,
    count: 100 - index,
  }));

describe('the values of a facet', () => {
  it('stand in the order of the page with its names', () => {
    const labels = new FacetLabels(page());
    const counts = [
      { value: 'high', count: 9 },
      { value: 'strange', count: 5 },
      { value: 'critical', count: 1 },
    ];
    expect(toFacetValues('severity', counts, [], labels).map(({ label, count }) => [label, count])).toEqual([
      ['緊急', 1],
      ['重要', 9],
      ['strange', 5],
    ]);
  });

  it('keep a chosen one that no match has, without a count', () => {
    expect(toFacetValues('severity', [], ['high'], new FacetLabels(page()))).toEqual([
      { value: 'high', label: '重要', chosen: true },
    ]);
  });

  it('are joined by years that were not searched, without a count', () => {
    const labels = new FacetLabels(page());
    const counts = [{ value: '2024', count: 3 }];
    const values = toFacetValues('year', counts, [], labels);
    expect(values.map(({ value }) => value)).toEqual(['2024']);
    expect(addUncounted('year', values, labels)).toEqual([
      { value: '2024', label: '2024年', count: 3, chosen: false },
      { value: '2023', label: '2023年', chosen: false },
    ]);
  });

  it('of vendors keep the names that earlier answers brought', () => {
    const labels = new FacetLabels(page());
    const none = { year: [], family: [], severity: [], vendor: [], status: [], fix: [] };
    labels.learn({ ...none, vendor: [{ value: 'acme', label: 'アクメ株式会社', count: 1 }] });
    expect(toFacetValues('vendor', [], ['acme'], labels)[0]?.label).toBe('アクメ株式会社');
  });
});

describe('the list of a facet', () => {
  function show(count: number, chosen: readonly string[] = []) {
    const document = page();
    const labels = new FacetLabels(document);
    const fieldset = document.querySelector('fieldset') as HTMLElement;
    const list = new FacetList(fieldset);
    const update = (counts: FacetCount[], nowChosen = chosen): void => {
      labels.learn({ year: [], family: [], severity: [], vendor: counts, status: [], fix: [] });
      list.show(toFacetValues('vendor', counts, nowChosen, labels), false);
    };
    update(vendors(count));
    const visible = (): string[] =>
      [...fieldset.querySelectorAll('li:not([hidden]) bdi')].map((label) => label.textContent);
    const find = (text: string): void => {
      const input = fieldset.querySelector('[data-part="find"] input') as HTMLInputElement;
      input.value = text;
      input.dispatchEvent(new (document.defaultView as unknown as typeof globalThis).Event('input'));
    };
    return { fieldset, update, visible, find };
  }

  it('is hidden while nothing can be chosen', () => {
    expect(show(0).fieldset.hidden).toBe(true);
    expect(show(1).fieldset.hidden).toBe(false);
  });

  it('shows eight values, and twenty after the button', () => {
    const { fieldset, visible } = show(40);
    const button = fieldset.querySelector('button') as HTMLButtonElement;
    expect(visible()).toHaveLength(8);
    expect(button.textContent).toBe('all (20)');
    button.click();
    expect(visible()).toHaveLength(20);
    expect(button.getAttribute('aria-expanded')).toBe('true');
  });

  it('finds a value behind the twentieth by its name, in any width and case', () => {
    const { visible, find, fieldset } = show(40);
    find('ＶＥＮＤＯＲ 37');
    expect(visible()).toEqual(['Vendor 37']);
    find('nobody');
    expect(visible()).toEqual([]);
    expect((fieldset.querySelector('[data-part="no-value"]') as HTMLElement).hidden).toBe(false);
  });

  it('never hides a chosen value', () => {
    const { visible, find } = show(40, ['v39']);
    expect(visible()[0]).toBe('Vendor 39');
    find('Vendor 3');
    expect(visible()).toContain('Vendor 39');
  });

  it('keeps the boxes of values that stay, so that the focus stays', () => {
    const { fieldset, update } = show(3);
    const before = fieldset.querySelector('li');
    update([{ value: 'v0', label: 'Vendor 0', count: 7 }]);
    expect(fieldset.querySelector('li')).toBe(before);
    expect(fieldset.querySelectorAll('li')).toHaveLength(1);
    expect(fieldset.querySelector('[data-part="count"]')?.textContent).toBe('7');
  });
});
