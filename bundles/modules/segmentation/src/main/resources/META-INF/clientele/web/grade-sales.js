import {dateFormat, html, nothing} from '@clientele/ui';
import {currencies, salesShares} from './band-sales.js';
import {typed} from './handlers.js';
import {share} from './numbers.js';
import {Reading} from './reading.js';
import {bandName} from './scales.js';

const PERCENT = 100;

/** @typedef {import('./band-sales.js').Month} Month */
/** @typedef {(key: string, values?: Record<string, unknown>) => string} Translate */

/** Which part of each month's sales came from the customers of each band. */
export class GradeSales {
  /** @param {import('./grade-view.js').GradeView} view */
  constructor(view) {
    this.view = view;
    this.currency = '';
    this.reading = new Reading(view.host, `${view.path}/sales`);
  }

  begin() {
    return this.reading.begin();
  }

  /** @param {import('./scales.js').Scale} scale */
  render(scale) {
    const t = (/** @type {string} */ key, /** @type {Record<string, unknown>} */ values = {}) => this.view.host.t(key, values);
    return html`<section class="card" aria-labelledby="sales">${this.reading.shown(({months}) => this.#sales(scale, months, t))}</section>`;
  }

  /** @param {import('./scales.js').Scale} scale @param {Month[]} months @param {Translate} t */
  #sales(scale, months, t) {
    const known = currencies(months);
    const currency = known.includes(this.currency) ? this.currency : known[0];
    return html`<div class="row"><h2 id="sales">${t('grade.sales')}</h2><span class="space"></span>${known.length > 1 ? this.#picker(known, currency, t) : nothing}</div>
      <p class="muted">${t('grade.sales.text')}</p>
      ${currency ? this.#chart(scale, months, currency) : html`<p>${t('grade.sales.none')}</p>`}`;
  }

  /** @param {string[]} known @param {string} currency @param {Translate} t */
  #picker(known, currency, t) {
    return html`<select aria-label=${t('grade.sales.currency')} @change=${typed((chosen) => { this.currency = chosen; this.view.host.requestUpdate(); })}>
      ${known.map((each) => html`<option value=${each} ?selected=${each === currency}>${each}</option>`)}</select>`;
  }

  /** @param {import('./scales.js').Scale} scale @param {Month[]} months @param {string} currency */
  #chart(scale, months, currency) {
    const {host, context: {locale}} = this.view;
    const named = (/** @type {string} */ month, /** @type {Intl.DateTimeFormatOptions} */ style) => dateFormat(locale, {...style, timeZone: 'UTC'}).format(new Date(`${month}-01T00:00:00Z`));
    const shares = months.map((month) => salesShares(month, currency));
    const series = months[0].parts.map(({band}, i) => ({
      name: band ? bandName(scale, band) : host.t('grade.none'),
      points: months.map(({month}, at) => ({x: named(month, {month: 'short'}), y: shares[at][i] * PERCENT, label: named(month, {year: 'numeric', month: 'long'})})),
    }));
    return html`<cl-chart class="chart" kind="stack" name=${host.t('grade.sales')} xName=${host.t('months.month')} yName=${host.t('grade.sales.part')} .height=${240} .series=${series}
      .format=${(/** @type {number} */ value) => share(value / PERCENT, locale)}></cl-chart>`;
  }
}
