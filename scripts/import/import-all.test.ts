import { rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { anImport, errorsOf, type ImportWorld, NOTES, outcomes } from '../../tests/builders/an-import.ts';
import { treeOf } from '../../tests/builders/tree.ts';
import { SiteError } from './import-all.ts';
import { LedgerError } from './target/import-ledger.ts';
import { StrangeFolderError } from './target/target.ts';

describe('an import into a new folder', () => {
  it('makes a content directory that passes the check', async () => {
    const world = anImport();
    const report = await world.run();
    expect(outcomes(report)).toEqual(['VU#100 created', 'VU#200 created']);
    expect(Object.keys(treeOf(world.out))).toEqual([
      'advisories/2020/VU100.md',
      'advisories/2020/VU200.md',
      'imports.jsonl',
      'redirects.yaml',
      'site.yaml',
      'vendors/example.yaml',
      'vendors/other.yaml',
    ]);
    expect(errorsOf(world.out)).toEqual([]);
    expect(world.read('redirects.yaml')).toBe('/old/100: /vu/VU100/\n/old/200: /vu/VU200/\n');
  });

  it('writes what a person would have written', async () => {
    const world = anImport();
    await world.run();
    expect(world.read('advisories/2020/VU100.md')).toBe(`---
id: "VU#100"
title: One
publishedAt: 2020-01-02T00:00:00Z
vulnerabilities:
  - cwe:
      - CWE-79
vendors:
  - vendor: example
    status: affected
revisions:
  - at: 2020-01-02T00:00:00Z
    summary: Published.
---

## Overview

A thing is broken.

## Solution

Update it.
`);
  });

  it('tells what became of every value', async () => {
    const { records } = await anImport().run();
    expect(records[0]?.fields).toEqual({
      kept: { '/id': 1, '/title': 1, '/vendors/*/name': 1 },
      empty: 0,
      normalised: [],
      dropped: [{ pointer: '/score', value: '9', why: 'computed' }],
    });
  });

  it('writes nothing when it is a trial', async () => {
    const world = anImport();
    const report = await world.run({ dryRun: true });
    expect(outcomes(report)).toEqual(['VU#100 created', 'VU#200 created']);
    expect(Object.keys(treeOf(world.home))).toEqual(['in/one.json', 'in/two.json']);
  });
});

describe('what is refused', () => {
  it('is what the check would not pass, with its finding, and the rest is imported', async () => {
    const world = anImport({
      ...NOTES,
      'bad.json': { id: 'VU#300', title: 'See CVE-2020-XXXX', vendors: [{ name: 'Lone' }] },
    });
    const report = await world.run();
    expect(outcomes(report)).toEqual(['VU#300 refused', 'VU#100 created', 'VU#200 created']);
    const [bad] = report.records;
    expect(bad?.refusal).toMatchObject({ why: 'invalid', at: 'advisories/2020/VU300.md:3:12' });
    expect(bad?.refusal?.what).toContain('TXT003');
    expect(Object.keys(treeOf(world.out)).filter((path) => /300|lone/.test(path))).toEqual([]);
    expect(errorsOf(world.out)).toEqual([]);
  });

  it('is a second record of the same identifier', async () => {
    const report = await anImport({ ...NOTES, 'z.json': NOTES['one.json'] }).run();
    expect(report.records.at(-1)).toMatchObject({
      outcome: 'refused',
      refusal: { why: 'twice', what: 'in/one.json' },
    });
  });

  it('is an identifier for which the site has no family; its lines are given', async () => {
    const world = anImport();
    await world.run();
    world.put({ 'x.json': { id: 'ABC-2020-1' } });
    const report = await world.run();
    expect(report.records.at(-1)).toMatchObject({ outcome: 'refused', refusal: { why: 'family' } });
    expect(report.missingFamilies).toContain('prefix: ABC-');
    expect(outcomes(report)).toContain('VU#100 unchanged');
  });

  it('is a site.yaml or a ledger that cannot be read, before anything is touched', async () => {
    const world = anImport();
    await world.run();
    const [site, ledger] = [world.read('site.yaml'), world.read('imports.jsonl')];
    world.write('site.yaml', 'title: [');
    await expect(world.run()).rejects.toThrow(SiteError);
    world.write('site.yaml', site);
    world.write('imports.jsonl', `${ledger}{"half`);
    await expect(world.run()).rejects.toThrow(LedgerError);
  });
});

describe('a folder that holds other things', () => {
  it('is not written into', async () => {
    const world = anImport();
    world.write('holiday/picture.txt', 'sea');
    await expect(world.run()).rejects.toThrow(StrangeFolderError);
    expect(Object.keys(treeOf(world.out))).toEqual(['holiday/picture.txt']);
  });
});

describe('an import that is run again', () => {
  it('changes no byte and writes no file', async () => {
    const world = anImport();
    await world.run();
    const [before, time] = [treeOf(world.out), statSync(join(world.out, 'imports.jsonl')).mtimeMs];
    const report = await world.run({ now: '2026-06-01T00:00:00Z' });
    expect(outcomes(report)).toEqual(['VU#100 unchanged', 'VU#200 unchanged']);
    expect(treeOf(world.out)).toEqual(before);
    expect(statSync(join(world.out, 'imports.jsonl')).mtimeMs).toBe(time);
  });

  it('adds a revision when the source changed', async () => {
    const world = anImport();
    await world.run();
    world.put({ 'one.json': { ...NOTES['one.json'], title: 'One!' } });
    expect(outcomes(await world.run({ now: '2026-06-01T00:00:00Z' }))).toEqual([
      'VU#100 updated',
      'VU#200 unchanged',
    ]);
    const file = world.read('advisories/2020/VU100.md');
    expect(file).toContain('title: One!');
    expect(file).toContain('  - at: 2026-06-01T00:00:00Z\n    summary:\n      ja: ');
    expect(errorsOf(world.out).filter((error) => !error.includes('ADV029'))).toEqual([]);
  });

  it('takes the moment of the update from a source that tells it', async () => {
    const world = anImport();
    await world.run();
    world.put({ 'one.json': { ...NOTES['one.json'], updatedAt: '2021-05-05T00:00:00Z' } });
    await world.run();
    expect(world.read('advisories/2020/VU100.md')).toContain(
      '  - at: 2021-05-05T00:00:00Z\n    summary: Updated.',
    );
  });

  it('leaves alone what was edited by hand, and says so only when the source changed', async () => {
    const world = anImport();
    await world.run();
    const edited = world.read('advisories/2020/VU100.md').replace('Update it.', 'Update it today.');
    world.write('advisories/2020/VU100.md', edited);
    expect(outcomes(await world.run())).toContain('VU#100 unchanged');
    world.put({ 'one.json': { ...NOTES['one.json'], title: 'One!' } });
    const report = await world.run();
    expect(report.records[0]).toMatchObject({
      outcome: 'left-alone',
      notes: [{ note: 'edited', value: 'advisories/2020/VU100.md' }],
    });
    expect(world.read('advisories/2020/VU100.md')).toBe(edited);
    expect(outcomes(await world.run({ takeSource: true }))).toContain('VU#100 updated');
    expect(world.read('advisories/2020/VU100.md')).toContain('title: One!');
  });

  it('does not bring back what was removed by hand, nor write over what no import wrote', async () => {
    const world = anImport();
    await world.run();
    rmSync(join(world.out, 'advisories/2020/VU100.md'));
    world.put({ 'three.json': { id: 'VU#300', title: 'Three' } });
    world.write('advisories/2020/VU300.md', 'mine');
    const report = await world.run();
    expect(report.records.map(({ name, outcome, notes }) => [name, outcome, notes[0]?.note])).toEqual([
      ['VU#100', 'left-alone', 'removed'],
      ['VU#300', 'left-alone', 'foreign'],
      ['VU#200', 'unchanged', undefined],
    ]);
    expect(world.read('advisories/2020/VU300.md')).toBe('mine');
  });

  it('keeps what stands in redirects.yaml, comments too', async () => {
    const world = anImport();
    await world.run();
    world.write('redirects.yaml', '# ours\n/old/100: /vu/VU200/ # by hand\n');
    world.put({ 'three.json': { id: 'VU#300', title: 'Three' } });
    await world.run();
    // That of VU#200 was taken out by hand.
    expect(world.read('redirects.yaml')).toBe(
      '# ours\n/old/100: /vu/VU200/ # by hand\n/old/300: /vu/VU300/\n',
    );
  });

  it.each(['/a: [', '- a'])('does not touch a redirects.yaml that is broken: %j', async (text) => {
    const world = anImport();
    world.write('redirects.yaml', text);
    world.write('site.yaml', (await aSite()).read('site.yaml'));
    await world.run();
    expect(world.read('redirects.yaml')).toBe(text);
  });
});

async function aSite(): Promise<ImportWorld> {
  const world = anImport();
  await world.run();
  return world;
}

describe('an import that breaks off', () => {
  /** Runs until the n-th file was moved, then once more to the end. */
  async function breakOff(world: ImportWorld, step: number): Promise<boolean> {
    const crash = {
      afterStep: (done: number) => {
        if (done === step) throw new Error('crash');
      },
    };
    const broke = await world.run(crash).then(
      () => false,
      () => true,
    );
    await world.run();
    return broke;
  }

  it('ends in the same state, wherever it breaks off', async () => {
    const whole = anImport();
    await whole.run();
    const expected = treeOf(whole.out);
    let step = 1;
    for (; step < 20; step += 1) {
      const world = anImport();
      if (!(await breakOff(world, step))) break;
      expect(treeOf(world.out)).toEqual(expected);
    }
    expect(step).toBeGreaterThan(5);
  });

  it('ends in the same state when it was an update', async () => {
    const changed = {
      'one.json': { ...NOTES['one.json'], title: 'One!' },
      'two.json': { ...NOTES['two.json'], title: 'Two!' },
    };
    const whole = anImport();
    await whole.run();
    whole.put(changed);
    await whole.run();
    const expected = treeOf(whole.out);
    let step = 1;
    for (; step < 10; step += 1) {
      const world = anImport();
      await world.run();
      world.put(changed);
      if (!(await breakOff(world, step))) break;
      expect(treeOf(world.out)).toEqual(expected);
    }
    expect(step).toBeGreaterThan(2);
  });

  it('leaves the folder as it was when nothing can be written', async () => {
    const world = anImport();
    writeFileSync(join(world.home, 'file'), '');
    await expect(world.run({ out: join(world.home, 'file/content') })).rejects.toThrow(/ENOTDIR|EEXIST/);
    expect(Object.keys(treeOf(world.home))).toEqual(['file', 'in/one.json', 'in/two.json']);
  });
});

describe('a site that speaks another language first', () => {
  it('gets the words of the source in their place, and in their own', async () => {
    const world = anImport({ 'one.json': NOTES['one.json'] });
    const example = anImport({ 'one.json': NOTES['one.json'] });
    await example.run();
    const site = example.read('site.yaml').replace('languages:\n  - en', 'languages:\n  - ja\n  - en');
    world.write('site.yaml', site);
    const report = await world.run();
    expect(report.records[0]?.notes).toEqual([{ note: 'stand-in', value: 'en' }]);
    expect(world.read('advisories/2020/VU100.md')).toContain('## 概要\n\nA thing is broken.');
    expect(world.read('advisories/2020/VU100.en.md')).toContain('## Overview\n\nA thing is broken.');
    expect(errorsOf(world.out)).toEqual([]);
  });
});
