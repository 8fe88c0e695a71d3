import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const DATA = join(import.meta.dirname, '..', 'data');

const readJson = (path) => JSON.parse(readFileSync(join(DATA, path), 'utf8'));
const readFolder = (folder) =>
  Object.fromEntries(
    readdirSync(join(DATA, folder)).map((file) => [file.replace('.json', ''), readJson(`${folder}/${file}`)]),
  );

/** By language. */
export const words = readFolder('words');
export const frames = readFolder('frame');
export const furniture = readFolder('furniture');
export const lists = readFolder('lists');
export const metrics = readFolder('metrics');
export const vendorGroups = readFolder('vendorgroups');
/** By slug and by identifier. */
export const vendors = readJson('vendors.json');
export const weaknesses = readJson('cwe.json');
export const settings = readJson('settings.json');

/** Puts values into a phrase (`%v`). */
export function fill(pattern, ...values) {
  return values.reduce((text, value) => text.replace('%v', String(value)), pattern);
}

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text that may stand in markup and in attributes. */
export function escape(text) {
  return String(text).replace(/[&<>"]/g, (letter) => ENTITIES[letter]);
}

export function vendorName(slug, language) {
  return escape(vendors[slug][language]);
}

export function vendorAddress(slug, language) {
  return `${frames[language].homeAddress}vendors/${slug}/`;
}

/** Joins the markup of every item of a list. */
export function each(list, render) {
  return (list ?? []).map(render).join('');
}
