import {html} from '@clientele/ui';
import {spanPicker} from './spans.js';
import {day, shortDay, thinned} from './numbers.js';
import {allBands} from './scales.js';

const POINTS = 40;

/** How many customers were in each band at the end of each day. */
export class GradeCurve {
  /** @param {import('./grade-view.js').GradeView} view */
  constructor(view) {
    this.view = view;
    this.span = '90';
    this.days = /** @type {{day: string, bands: Record<string, number>}[] | undefined} */ (undefined);
    this.problem = /** @type {any} */ (undefined);
  }

  async begin() {
    try {
      this.days = (await this.view.context.api.get(`${this.view.path}/curve`)).body.days;
      this.problem = undefined;
    } catch (problem) {
      this.problem = problem;
    }
    this.view.host.requestUpdate();
  }

  /** @param {import('./scales.js').Scale} scale */
  render(scale) {
    const t = (/** @type {string} */ key, /** @type {Record<string, unknown>} */ values = {}) => this.view.host.t(key, values);
    if (this.problem) {
      return html`<cl-error .problem=${this.problem} @retry=${() => this.begin()}></cl-error>`;
    }
    if (!this.days) {
      return html`<cl-skeleton rows="6"></cl-skeleton>`;
    }
    return this.days.length ? this.#chart(scale, this.days, t) : html`<cl-empty icon="history" heading=${t('grade.never')}>${t('grade.never.text')}</cl-empty>`;
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
