import {html} from '@clientele/ui';
import {GradeSales} from './grade-sales.js';
import {day, shortDay, thinned} from './numbers.js';
import {Reading} from './reading.js';
import {allBands} from './scales.js';
import {spanPicker} from './spans.js';

const POINTS = 40;

/** How many customers were in each band at the end of each day, and what they bought month by month. */
export class GradeCurve {
  /** @param {import('./grade-view.js').GradeView} view */
  constructor(view) {
    this.view = view;
    this.span = '90';
    this.reading = new Reading(view.host, `${view.path}/curve`);
    this.sales = new GradeSales(view);
  }

  async begin() {
    await Promise.all([this.reading.begin(), this.sales.begin()]);
  }

  /** @param {import('./scales.js').Scale} scale */
  render(scale) {
    const t = (/** @type {string} */ key, /** @type {Record<string, unknown>} */ values = {}) => this.view.host.t(key, values);
    return this.reading.shown(({days}) => (days.length ? html`${this.#chart(scale, days, t)} ${this.sales.render(scale)}` : html`<cl-empty icon="history" heading=${t('grade.never')}>${t('grade.never.text')}</cl-empty>`));
  }

  /** @param {import('./scales.js').Scale} scale @param {{day: string, bands: Record<string, number>}[]} days @param {(key: string, values?: Record<string, unknown>) => string} t */
  #chart(scale, days, t) {
    const {locale} = this.view.context;
    const shown = thinned(days.slice(-Number(this.span)), POINTS);
    const series = allBands(scale).map((band) => ({
      name: band.name || band.key,
      points: shown.map((each) => ({x: shortDay(each.day, locale), y: each.bands[band.key] ?? 0, label: day(each.day, locale)})),
    }));
    return html`<section class="card" aria-labelledby="structure"><div class="row"><h2 id="structure">${t('grade.curve')}</h2><span class="space"></span>
        ${spanPicker(t, this.span, (span) => { this.span = span; this.view.host.requestUpdate(); })}</div>
      <p class="muted">${t('grade.curve.text')}</p>
      <cl-chart class="chart" kind="stack" name=${t('grade.curve')} xName=${t('history.day')} yName=${t('segment.size')} .height=${240} .series=${series}></cl-chart></section>`;
  }
}
