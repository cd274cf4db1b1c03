import {html, nothing} from '@clientele/ui';
import {standing} from './cells.js';
import {crossTable} from './cross-table.js';
import {forecast} from './forecast.js';
import {typed} from './handlers.js';
import {count, daysBefore, share} from './numbers.js';
import {bandName} from './scales.js';

const USUAL_DAYS = 30;

/** @typedef {{bands: (string | null)[], counts: number[][], probabilities: number[][], forecast: number[], changed: number | null, distance: number | null}} Moves */

/** Who went from which band to which between the ends of two days, and what follows if they go on so. */
export class GradeMoves {
  /** @param {import('./grade-view.js').GradeView} view */
  constructor(view) {
    this.view = view;
    this.first = '';
    this.last = '';
    this.from = '';
    this.to = '';
    this.moves = /** @type {Moves | undefined} */ (undefined);
    this.read = false;
    this.problem = /** @type {any} */ (undefined);
  }

  async begin() {
    const {days} = (await this.view.context.api.get(`${this.view.path}/curve`)).body;
    if (days.length) {
      this.first = daysBefore(days[0].day, 1);
      this.last = days.at(-1).day;
      this.from ||= [this.first, daysBefore(this.last, USUAL_DAYS)].sort()[1];
      this.to ||= this.last;
      await this.#ask();
    }
    this.read = true;
    this.view.host.requestUpdate();
  }

  async #ask() {
    try {
      this.moves = (await this.view.context.api.get(`${this.view.path}/moves`, {query: {from: this.from, to: this.to}})).body;
      this.problem = undefined;
    } catch (problem) {
      this.problem = problem;
    }
    this.view.host.requestUpdate();
  }

  /** @param {import('./scales.js').Scale} scale */
  render(scale) {
    const t = (/** @type {string} */ key, /** @type {Record<string, unknown>} */ values = {}) => this.view.host.t(key, values);
    if (!this.read) {
      return html`<cl-skeleton rows="6"></cl-skeleton>`;
    }
    if (!this.first) {
      return html`<cl-empty icon="history" heading=${t('grade.never')}>${t('grade.never.text')}</cl-empty>`;
    }
    const {moves, problem} = this;
    return html`<div class="row wrap">${this.#picker('from', t)} ${this.#picker('to', t)}</div>
      ${problem ? html`<p class="fault" role="alert">${problem.errors?.[0]?.detail ?? problem.message}</p>` : nothing}
      ${moves && !problem ? html`${this.#table(scale, t, moves)} ${this.#forecast(scale, t, moves)}` : nothing}`;
  }

  /** @param {'from' | 'to'} key @param {(key: string) => string} t */
  #picker(key, t) {
    return html`<label class="row muted">${t(`grade.moves.${key}`)}<input type="date" required .value=${this[key]} min=${this.first} max=${this.last}
      @change=${typed((value) => { if (value) { this[key] = value; this.#ask(); } })} /></label>`;
  }

  /** @param {import('./scales.js').Scale} scale @param {string | null} key */
  #name(scale, key) {
    return bandName(scale, key) ?? this.view.host.t('grade.none');
  }

  /** Rows and columns in which somebody stands: who is not graded is told only if there was one. @param {Moves} moves */
  #shown({bands, counts}) {
    const somebody = counts[0].some((each) => each) || counts.some((row) => row[0]);
    return bands.map((_, i) => i).filter((i) => i > 0 || somebody);
  }

  /** @param {import('./scales.js').Scale} scale @param {(key: string, values?: Record<string, unknown>) => string} t @param {Moves} moves */
  #table(scale, t, moves) {
    const {locale} = this.view.context;
    const sides = this.#shown(moves).map((i) => ({label: this.#name(scale, moves.bands[i]), of: i}));
    const said = moves.changed === null || moves.changed === undefined ? t('grade.moves.nobody') : t('grade.moves.sum', {changed: share(moves.changed, locale), distance: share(moves.distance, locale)});
    return html`<section class="card" aria-labelledby="went"><h2 id="went">${t('grade.moves.title')}</h2><p class="spaced">${said}</p>
      ${crossTable({
        name: t('grade.moves.title'), corner: t('grade.moves.corner'), rows: sides, columns: sides,
        cell: (from, to) => ({value: moves.counts[from][to], figure: count(moves.counts[from][to], locale), note: moves.counts[from][to] ? share(moves.probabilities[from][to], locale) : '', own: from === to}),
      })}
      <p class="muted small legend">${t('grade.moves.text')}</p></section>`;
  }

  /** @param {import('./scales.js').Scale} scale @param {(key: string) => string} t @param {Moves} moves */
  #forecast(scale, t, moves) {
    const now = standing(moves.counts);
    const rows = this.#shown(moves).map((i) => ({label: this.#name(scale, moves.bands[i]), now: now[i], then: moves.forecast[i]}));
    return forecast(t, this.view.context.locale, {place: t('grade.band'), rows});
  }
}
