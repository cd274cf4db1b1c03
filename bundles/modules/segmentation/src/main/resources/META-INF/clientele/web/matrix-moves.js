import {html, nothing} from '@clientele/ui';
import {changes, classes, nameOfCell, placeOf, standing} from './cells.js';
import {forecast} from './forecast.js';
import {typed} from './handlers.js';
import {movementArrows} from './matrix-arrows.js';
import {count, day, share} from './numbers.js';

const MOST = 20;

/** How customers moved between two days on which it was written down who stood where, and what follows if they go on. */
export class MatrixMoves {
  /** @param {import('./matrix-view.js').MatrixView} view */
  constructor(view) {
    this.view = view;
    this.days = /** @type {string[]} */ ([]);
    this.from = '';
    this.to = '';
    this.moves = /** @type {{counts: number[][], probabilities: number[][], forecast: number[]} | undefined} */ (undefined);
    this.problem = /** @type {any} */ (undefined);
  }

  async begin() {
    this.days = (await this.view.context.api.get(`${this.view.path}/notes`)).body.days;
    const sorted = [...this.days].sort();
    this.from = sorted.at(-2) ?? '';
    this.to = sorted.at(-1) ?? '';
    await this.#read();
  }

  async #read() {
    try {
      this.moves = this.from && this.to ? (await this.view.context.api.get(`${this.view.path}/moves`, {query: {from: this.from, to: this.to}})).body : undefined;
      this.problem = undefined;
    } catch (problem) {
      this.problem = problem;
    }
    this.view.host.requestUpdate();
  }

  async #note() {
    const {context, host, path} = this.view;
    try {
      const {body} = await context.api.post(`${path}/notes`);
      context.notify({kind: 'good', text: host.t('moves.noted', {day: day(body.day, context.locale)})});
      await this.begin();
    } catch (problem) {
      context.notify({kind: 'bad', text: /** @type {Error} */ (problem).message});
    }
  }

  /** @param {import('./cells.js').Matrix} matrix */
  render(matrix) {
    const t = (/** @type {string} */ key, /** @type {Record<string, unknown>} */ values = {}) => this.view.host.t(key, values);
    const note = this.view.context.can('segmentation:write') ? html`<button @click=${() => this.#note()}><cl-icon name="clipboard-list"></cl-icon>${t('moves.note')}</button>` : nothing;
    if (this.days.length < 2) {
      return html`<cl-empty icon="history" heading=${t('moves.first')}>${this.days.length ? t('moves.one', {day: day(this.days[0], this.view.context.locale)}) : t('moves.first.text')}<span slot="action">${note}</span></cl-empty>`;
    }
    return html`<div class="row wrap spaced">${this.#picker('from', t)} ${this.#picker('to', t)}<span class="space"></span>${note}</div>
      ${this.problem ? html`<cl-error .problem=${this.problem} @retry=${() => this.#read()}></cl-error>` : nothing}
      ${this.moves ? html`${movementArrows(this.view.host, matrix, this.moves, (number) => this.#cell(matrix, number))}<div class="two">${this.#changes(matrix, t, this.moves)} ${this.#forecast(matrix, t, this.moves)}</div>` : nothing}`;
  }

  /** @param {'from' | 'to'} key @param {(key: string) => string} t */
  #picker(key, t) {
    return html`<label class="row muted">${t(`moves.${key}`)}<select @change=${typed((value) => { this[key] = value; this.#read(); })}>
      ${this.days.map((each) => html`<option value=${each} ?selected=${each === this[key]}>${day(each, this.view.context.locale)}</option>`)}</select></label>`;
  }

  /** @param {import('./cells.js').Matrix} matrix @param {number} number */
  #cell(matrix, number) {
    const place = placeOf(matrix, number);
    const {locale} = this.view.context;
    if (!place) {
      return this.view.host.t('moves.none');
    }
    return nameOfCell(matrix, place, locale);
  }

  /** @param {import('./cells.js').Matrix} matrix @param {(key: string) => string} t @param {{counts: number[][], probabilities: number[][]}} moves */
  #changes(matrix, t, moves) {
    const {locale} = this.view.context;
    const moved = changes(moves).slice(0, MOST);
    return html`<section class="card" aria-labelledby="moved"><h2 id="moved">${t('moves.title')}</h2>
      ${moved.length
        ? html`<div class="scrolled" tabindex="0" role="group" aria-labelledby="moved"><table><thead><tr><th scope="col">${t('moves.from')}</th><th scope="col">${t('moves.to')}</th><th scope="col" class="number">${t('cell.count')}</th><th scope="col" class="number">${t('moves.chance')}</th></tr></thead>
            <tbody>${moved.map((each) => html`<tr><td>${this.#cell(matrix, each.from)}</td><td>${this.#cell(matrix, each.to)}</td><td class="number">${count(each.count, locale)}</td><td class="number">${share(each.chance, locale)}</td></tr>`)}</tbody></table></div>`
        : html`<p class="muted">${t('moves.nobody')}</p>`}</section>`;
  }

  /** @param {import('./cells.js').Matrix} matrix @param {(key: string) => string} t @param {{counts: number[][], forecast: number[]}} moves */
  #forecast(matrix, t, moves) {
    const {locale} = this.view.context;
    const now = standing(moves.counts);
    const numbers = classes(matrix.x.parts * matrix.y.parts);
    const rows = numbers.map((number) => ({label: this.#cell(matrix, number), now: now[number], then: moves.forecast[number]}));
    return forecast(t, locale, {place: t('moves.cell'), rows});
  }
}
