import {dateFormat, html} from '@clientele/ui';
import {count, money, share, signed} from './numbers.js';
import {Reading} from './reading.js';

/** @typedef {{month: string, size?: number | null, entered: number, left: number, buyers: number, purchases: number, conversion: number, money: Record<string, number>}} Month */

/** What happened to a segment month by month, and what those who are in it now bought then. */
export class Months {
  /** @param {import('./segment-view.js').SegmentView} view */
  constructor(view) {
    this.view = view;
    this.reading = new Reading(view.host, `${view.path}/stats`);
  }

  begin() {
    return this.reading.begin();
  }

  render() {
    const t = (/** @type {string} */ key, /** @type {Record<string, unknown>} */ values = {}) => this.view.host.t(key, values);
    return html`<section class="card" aria-labelledby="months"><h2 id="months">${t('months.title')}</h2>
      ${this.reading.shown(({months}) => html`<div class="scrolled" tabindex="0" role="group" aria-labelledby="months"><table>
        <thead><tr><th scope="col">${t('months.month')}</th><th scope="col" class="number">${t('segment.size')}</th><th scope="col" class="number">${t('months.moved')}</th>
          <th scope="col" class="number">${t('months.buyers')}</th><th scope="col" class="number">${t('months.conversion')}</th><th scope="col" class="number">${t('months.purchases')}</th><th scope="col" class="number">${t('months.money')}</th></tr></thead>
        <tbody>${months.toReversed().map((/** @type {Month} */ month) => this.#row(month))}</tbody></table></div>
        <p class="muted small legend">${t('months.text')}</p>`)}</section>`;
  }

  /** @param {Month} month */
  #row({month, size, entered, left, buyers, purchases, conversion, money: sums}) {
    const {locale} = this.view.context;
    const named = dateFormat(locale, {year: 'numeric', month: 'short', timeZone: 'UTC'}).format(new Date(`${month}-01T00:00:00Z`));
    const moved = entered || left ? `${signed(entered, locale)} / ${signed(-left, locale)}` : '–';
    const paid = Object.entries(sums).map(([currency, sum]) => money(sum, locale, currency)).join(' · ');
    return html`<tr><th scope="row">${named}</th><td class="number">${size === null || size === undefined ? '–' : count(size, locale)}</td><td class="number">${moved}</td>
      <td class="number">${count(buyers, locale)}</td><td class="number">${share(conversion, locale)}</td><td class="number">${count(purchases, locale)}</td><td class="number">${paid || '–'}</td></tr>`;
  }
}
