import {html, nothing} from '@clientele/ui';
import {crossTable} from './cross-table.js';
import {count, share} from './numbers.js';

/** @typedef {import('./overlap.js').Division} Division */
/** @typedef {(key: string, values?: Record<string, unknown>) => string} Say */

/** Whether segments divide all customers among them, as the key of a sentence. @param {{customers: number, nobody: number, several: number}} found */
export function verdict({customers, nobody, several}) {
  if (!customers) {
    return 'overlap.verdict.empty';
  }
  return `overlap.verdict.${nobody ? 'gaps' : 'all'}.${several ? 'shared' : 'apart'}`;
}

/** How many are in two segments at once, and in a segment with itself how many are in it. @param {Division} found @param {string} one @param {string} other */
export function both(found, one, other) {
  if (one === other) {
    return found.segments.find((segment) => segment.key === one)?.members ?? 0;
  }
  return found.pairs.find((pair) => (pair.one === one && pair.other === other) || (pair.one === other && pair.other === one))?.both ?? 0;
}

/** What segments share, said, as a table, and pair by pair. @param {import('./catalogue.js').Catalogue} catalogue @param {Say} t @param {Division} found */
export function division(catalogue, t, found) {
  const {locale} = catalogue.host.context;
  const {customers, nobody, several} = found;
  const dead = found.segments.filter((segment) => segment.dead).length;
  const values = {customers: count(customers, locale), nobody: count(nobody, locale), several: count(several, locale)};
  return html`<section class="card" aria-labelledby="division"><h2 id="division">${t('overlap.division')}</h2>
      <div role="status"><p class="verdict row"><cl-icon name=${customers && !nobody ? 'circle-check' : 'info'}></cl-icon><span>${t(verdict(found), values)}</span></p>
        ${dead ? html`<p class="verdict row"><cl-icon name="circle-alert"></cl-icon><span>${t('overlap.dead.text', {n: dead})}</span></p>` : nothing}</div>
      <div class="scrolled" tabindex="0" role="group" aria-labelledby="division"><table><thead><tr><th scope="col">${t('overlap.segment')}</th><th scope="col" class="number">${t('overlap.members')}</th>
        <th scope="col" class="number">${t('overlap.counts')}</th><th scope="col" class="number">${t('overlap.only')}</th></tr></thead>
        <tbody>${found.segments.map((each, i) => part(catalogue, t, each, i))}
          <tr><th scope="row" class="muted">${t('overlap.nobody')}</th><td class="number">${count(nobody, locale)}</td><td></td><td></td></tr>
          <tr><th scope="row" class="muted">${t('overlap.several')}</th><td class="number">${count(several, locale)}</td><td></td><td></td></tr></tbody></table></div>
      <p class="muted small legend">${t('overlap.text')}</p></section>
    ${found.segments.length > 1 ? pairs(catalogue, t, found) : nothing}`;
}

/** @param {import('./catalogue.js').Catalogue} catalogue @param {Say} t @param {Division['segments'][number]} segment @param {number} at */
function part(catalogue, t, {key, members, first, only, dead}, at) {
  const {locale} = catalogue.host.context;
  const {id, name} = catalogue.segments.find((each) => each.key === key) ?? {id: '', name: key};
  return html`<tr><th scope="row"><span class="row"><span class="muted">${at + 1}</span> <a href="/app/segments/${id}">${name}</a>${dead ? html`<cl-pill tone="warn">${t('overlap.dead')}</cl-pill>` : nothing}</span></th>
    <td class="number">${count(members, locale)}</td><td class="number">${count(first, locale)}</td><td class="number">${count(only, locale)}</td></tr>`;
}

/** @param {import('./catalogue.js').Catalogue} catalogue @param {Say} t @param {Division} found */
function pairs(catalogue, t, found) {
  const {locale} = catalogue.host.context;
  const sides = found.segments.map(({key}, i) => ({label: `${i + 1} ${catalogue.segmentName(key)}`, title: catalogue.segmentName(key), of: key}));
  return html`<section class="card" aria-labelledby="pairs"><h2 id="pairs">${t('overlap.pairs')}</h2>
    ${crossTable({
      name: t('overlap.pairs'), corner: t('overlap.pairs.corner'), rows: sides, columns: sides.map((side, i) => ({...side, label: String(i + 1)})),
      cell: (one, other) => {
        const [shared, own] = [both(found, one, other), both(found, one, one)];
        return {value: shared, figure: count(shared, locale), note: one !== other && shared ? share(shared / own, locale) : '', own: one === other};
      },
    })}
    <p class="muted small legend">${t('overlap.pairs.text')}</p></section>`;
}
