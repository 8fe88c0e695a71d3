import { each, escape, fill, furniture, words } from './words.js';

/** What asks for a version and answers whether it is affected; `source` is the file of a vendor's page. */
export function renderVersionCheck(versions, scope, language, source) {
  const w = words[language].version;
  const inside = scope === 'products';
  const heading = inside ? 'h3' : 'h2';
  const cautions = [
    versions.solution ? `<a href="#solution">${w.solution}</a>` : '',
    versions.severalcves ? w.severalCves : '',
    w.caution[scope],
  ].filter((text) => text !== '');
  return [
    `<version-check${source ? ` src="${source}"` : ''} scope="${scope}" example="${versions.example}" separator="${w.separator}">`,
    inside ? `<script type="application/json">${versions.json}</script>` : '',
    `<template data-form><section class="version-check" aria-labelledby="version-check"><${heading} id="version-check">${w.heading}</${heading}><form novalidate>`,
    renderChoice(versions.products, w),
    `<label>${w.version}<input type="text" name="version" aria-describedby="version-hint" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="go" maxlength="200"></label><button type="submit">${w.button}</button><p class="hint" id="version-hint">${fill(w.hint, versions.example)}</p></form>`,
    `<div role="status" data-part="status"></div><div data-part="answers"></div><div class="caution" data-part="caution" hidden>${each(cautions, (text) => `<p>${text}</p>`)}</div></section></template>`,
    furniture[language][inside ? 'versionproducts' : 'versionadvisories'],
    '</version-check><script type="module" src="/version-check.js"></script>',
  ].join('');
}

function renderChoice(products, w) {
  if (products.length < 2) return '<input type="hidden" name="product">';
  let maker;
  const options = each(products, ({ name, vendor }, place) => {
    const option = `<option value="${place}">${escape(name)}</option>`;
    if (vendor === undefined || vendor === maker) return option;
    const opening = `${maker === undefined ? '' : '</optgroup>'}<optgroup label="${escape(vendor)}">`;
    maker = vendor;
    return opening + option;
  });
  return `<label>${w.product}<select name="product" autocomplete="off"><option value="">${fill(w.allProducts, products.length)}</option>${options}${maker === undefined ? '' : '</optgroup>'}</select></label>`;
}
