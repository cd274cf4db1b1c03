import {html, nothing, svg} from '@clientele/ui';
import {count, money, share} from './numbers.js';
import {Reading} from './reading.js';
import {insight, rangeOf} from './scales.js';

const PERCENT = 100;

/** @typedef {{key: string, name: string, customers: number, share: number, value: number, valueShare: number}} Holding */
/** @typedef {{customers: number, value: number, bands: Holding[]}} Structure */

/** The ladder of a scale: who is in which band, and what they bring. */
export class GradeBands {
  /** @param {import('./grade-view.js').GradeView} view */
  constructor(view) {
    this.view = view;
    this.reading = new Reading(view.host, `${view.path}/bands`);
  }

  begin() {
    return this.reading.begin();
  }

  /** @param {import('./scales.js').Scale} scale */
  render(scale) {
    const t = (/** @type {string} */ key, /** @type {Record<string, unknown>} */ values = {}) => this.view.host.t(key, values);
    return this.reading.shown((/** @type {Structure} */ found) => html`${this.#ladder(scale, found, t)} ${found.customers ? this.#chart(scale, found, t) : nothing}`);
  }

  /** @param {import('./scales.js').Scale} scale @param {Structure} found @param {(key: string, values?: Record<string, unknown>) => string} t */
  #ladder(scale, found, t) {
    const {locale} = this.view.context;
    const fact = this.view.catalogue.label(scale.fact);
    const said = insight(found, locale);
    return html`<section class="card" aria-labelledby="ladder"><h2 id="ladder">${t('grade.ladder')}</h2>
      ${said ? html`<p class="spaced">${t('grade.insight', {...said, fact, n: found.customers})}</p>` : nothing}
      <div class="scrolled" tabindex="0" role="group" aria-labelledby="ladder"><table class="ladder"><thead><tr><th scope="col">${t('grade.band')}</th>
        <th scope="col" class="number">${t('cell.count')}</th><th scope="col" class="number">${t('cell.share')}</th><th scope="col" class="number">${fact}</th><th scope="col" class="number">${t('grade.valueShare')}</th></tr></thead>
        <tbody>${found.bands.map((band, i) => html`<tr><th scope="row"><span class="row"><span class="grade">${band.key}</span>
            <span><a href="/app/customers?filter=${encodeURIComponent(`${scale.gradeFact}==${band.key}`)}">${band.name}</a><span class="note muted small">${rangeOf(scale, i, locale, t)}</span></span></span></th>
          <td class="number">${count(band.customers, locale)}</td>
          <td class="number part">${share(band.share, locale)}${bar(band.share, 'customers')}</td><td class="number">${money(band.value, locale)}</td>
          <td class="number part">${share(band.valueShare, locale)}${bar(band.valueShare, 'value')}</td></tr>`)}</tbody></table></div></section>`;
  }

  /** @param {import('./scales.js').Scale} scale @param {Structure} found @param {(key: string, values?: Record<string, unknown>) => string} t */
  #chart(scale, found, t) {
    const {locale} = this.view.context;
    const points = (/** @type {'share' | 'valueShare'} */ part) => found.bands.map((band) => ({x: band.key, y: band[part] * PERCENT, label: band.name}));
    const series = [{name: t('grade.chart.customers'), points: points('share')}, {name: t('grade.chart.value', {fact: this.view.catalogue.label(scale.fact)}), points: points('valueShare')}];
    return html`<section class="card" aria-labelledby="carries"><h2 id="carries">${t('grade.chart')}</h2>
      <cl-chart class="chart" kind="bar" name=${t('grade.chart')} xName=${t('grade.band')} yName=${t('cell.share')} .height=${200} .series=${series}
        .format=${(/** @type {number} */ value) => share(value / PERCENT, locale)}></cl-chart></section>`;
  }
}

/** How large a part is; decoration beside a number, which says the same. @param {number} part @param {string} kind */
function bar(part, kind) {
  return html`<svg class="part-bar ${kind}" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">${svg`<rect width=${Math.max(0, Math.min(1, part)) * PERCENT} height="4" />`}</svg>`;
}
