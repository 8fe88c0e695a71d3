import type { Frame } from '#site/view.ts';
import { wordsOf } from '#i18n/words.ts';

/** Markup that other generators are given as it stands, by the name under which their templates know it. */
export type Furniture = Readonly<Record<string, string>>;

/**
 * What is the same on every page of one language: pieces that wait in templates for a script. A cached partial would cost
 * other generators about as much as this text in their data, and it need not be written once for each of them.
 */
export function buildFurniture(frame: Frame): Furniture {
  return {
    searchopener: renderSearchOpener(frame),
    themecontrol: renderThemeControl(frame),
    copyparts: renderCopyParts(frame),
    versionproducts: renderVersionParts(frame, 'products'),
    versionadvisories: renderVersionParts(frame, 'advisories'),
  };
}

const HIDDEN_FIELD = 'autocomplete="off" autocapitalize="off" spellcheck="false"';

function renderSearchOpener({ language, searchAddress }: Frame): string {
  const { opener: words, label, button } = wordsOf(language).search;
  return [
    '<search-opener><template><button type="button" class="quiet search-opener" aria-haspopup="dialog">',
    '<svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true"><path d="M8.5 2.5a6 6 0 1 0 0 12 6 6 0 0 0 0-12m4.5 10.5 4.5 4.5"></path></svg>',
    `<span class="search-opener-name">${words.button}</span><kbd data-apple="⌘K">Ctrl K</kbd></button>`,
    '<dialog class="search-dialog" aria-labelledby="search-dialog-title"><div class="search-dialog-head">',
    `<p id="search-dialog-title" class="search-dialog-title">${words.title}</p>`,
    `<form method="dialog"><button type="submit" class="plain-button">${words.close}</button></form></div>`,
    `<form role="search" method="get" action="${searchAddress}"><div class="search-row">`,
    `<input name="q" type="search" aria-label="${label}" aria-describedby="search-dialog-hint" ${HIDDEN_FIELD} enterkeyhint="search" maxlength="200">`,
    `<button type="submit">${button}</button></div></form><p id="search-dialog-hint" class="hint">${words.hint}</p>`,
    `<p class="search-state" role="status" data-part="state"></p><ol class="hits" aria-label="${words.results}" data-part="hits"></ol>`,
    `<a data-part="all" href="${searchAddress}" hidden>${words.all}</a>`,
    `<template data-message="failed">${words.failed}</template></dialog></template></search-opener>`,
  ].join('');
}

function renderThemeControl({ language }: Frame): string {
  const { label, choices } = wordsOf(language).theme;
  const options = Object.entries(choices).map(([value, text]) => `<option value="${value}">${text}</option>`);
  return [
    '<theme-control><template><label><svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">',
    '<circle cx="8" cy="8" r="6"></circle><path d="M8 2a6 6 0 0 1 0 12z"></path></svg>',
    `<span>${label}</span><select autocomplete="off">${options.join('')}</select></label></template></theme-control>`,
  ].join('');
}

function renderCopyParts({ language }: Frame): string {
  const words = wordsOf(language).pages.advisory.actions;
  return [
    `<template data-part="button"><button type="button" class="copy-button" aria-label="${words.copyThis}">${words.copy}</button></template>`,
    '<template data-part="state"><p class="copy-state" role="status"></p></template>',
    `<template data-message="copied">${words.copied}</template><template data-message="refused">${words.refused}</template>`,
  ].join('');
}

function renderVersionParts({ language }: Frame, scope: 'products' | 'advisories'): string {
  const words = wordsOf(language).versionCheck;
  const messages = {
    affected: words.affected,
    unknown: words.unknown,
    outside: words.outside,
    [`affected-${scope}`]: words.several[scope].affected,
    [`unknown-${scope}`]: words.several[scope].unknown,
    [`outside-${scope}`]: words.several[scope].outside,
    ...words.reasons,
    found: words.found,
    loading: words.loading,
    failed: words.failed,
    ...Object.fromEntries(Object.entries(words.problems).map(([name, text]) => [`problem-${name}`, text])),
  };
  return [
    '<template data-group><section class="answers"><p class="verdict" data-part="title"></p><ul data-part="items"></ul></section></template>',
    '<template data-fold><details class="answers"><summary class="verdict" data-part="title"></summary><ul data-part="items"></ul></details></template>',
    '<template data-item><li><p data-part="link"></p><p><span dir="auto" data-part="product"></span></p><p data-part="reason"></p>',
    `<p>${words.note}<span dir="auto" data-part="note"></span></p><p>${words.cves}<span data-part="cves"></span></p>`,
    `<a href="#solution" data-part="solution">${words.solution}</a></li></template>`,
    ...Object.entries(messages).map(([name, text]) => `<template data-message="${name}">${text}</template>`),
  ].join('');
}
