import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { anImport, NOTES, outcomes } from '../../tests/builders/an-import.ts';
import { treeOf } from '../../tests/builders/tree.ts';

const FILE = 'advisories/2020/VU100.md';
const CHANGED = { 'one.json': { ...NOTES['one.json'], title: 'One!' } };

describe('what people do between imports', () => {
  it('is not undone when they bring back what stood before an update', async () => {
    const world = anImport();
    await world.run();
    const before = world.read(FILE);
    world.put(CHANGED);
    await world.run();
    world.write(FILE, before);
    expect(outcomes(await world.run())).toContain('VU#100 unchanged');
    expect(world.read(FILE)).toBe(before);
  });

  it('is not undone when they give a row to another vendor and remove the file of the first', async () => {
    const world = anImport();
    await world.run();
    rmSync(join(world.out, 'vendors/other.yaml'));
    const file = 'advisories/2020/VU200.md';
    world.write(file, world.read(file).replace('vendor: other', 'vendor: another'));
    world.write('vendors/another.yaml', 'name: Another\n');
    const before = treeOf(world.out);
    await world.run();
    expect(treeOf(world.out)).toEqual(before);
  });

  it('keeps the translation of an edited advisory as it is too', async () => {
    const world = anImport({ 'one.json': NOTES['one.json'] });
    const example = anImport({ 'one.json': NOTES['one.json'] });
    await example.run();
    const site = example.read('site.yaml').replace('languages:\n  - en', 'languages:\n  - ja\n  - en');
    world.write('site.yaml', site);
    await world.run();
    world.write(FILE, world.read(FILE).replace('Update it.', 'Update it today.'));
    const before = treeOf(world.out);
    world.put(CHANGED);
    const { records } = await world.run();
    expect(records[0]).toMatchObject({
      outcome: 'left-alone',
      notes: [{ note: 'stand-in' }, { note: 'edited' }],
    });
    expect(treeOf(world.out)).toEqual(before);
  });

  it('is given up with --take-source, whether the source changed or not', async () => {
    const world = anImport();
    await world.run();
    const before = world.read(FILE);
    world.write(FILE, before.replace('Update it.', 'Update it today.'));
    expect(outcomes(await world.run({ takeSource: true }))).toEqual(['VU#100 updated', 'VU#200 unchanged']);
    expect(world.read(FILE)).toBe(before);
  });
});

describe('a record of which other imports knew', () => {
  it('keeps the revision that told of an unsaid change when it is read again', async () => {
    const world = anImport();
    await world.run();
    world.put(CHANGED);
    await world.run({ now: '2026-06-01T00:00:00Z' });
    const before = treeOf(world.out);
    await world.run({ again: true, now: '2026-07-01T00:00:00Z' });
    expect(treeOf(world.out)).toEqual(before);
  });

  it('is left alone when it comes in another format, which may tell less', async () => {
    const world = anImport();
    await world.run();
    const before = treeOf(world.out);
    world.put({ 'one.json': { id: 'VU#100', title: 'Poorer' } });
    const report = await world.run({ name: 'csaf' });
    expect(report.records[0]).toMatchObject({
      outcome: 'left-alone',
      notes: [{ note: 'other-format', value: FILE }],
    });
    expect(treeOf(world.out)).toEqual(before);
    expect(outcomes(await world.run({ name: 'csaf', takeSource: true }))).toContain('VU#100 updated');
  });
});
