import {html, nothing, svg} from '@clientele/ui';
import {drawn, fitting} from './axes.js';
import {className, classes, isUntold, nameOfCell} from './cells.js';
import {count, decimal, money, share, weight} from './numbers.js';
import {Pages} from './pages.js';
import {Reading} from './reading.js';
import {widthOf} from './widths.js';

const AT_ONCE = 20;
const LETTER = 6.6;
const [LEFT, BOTTOM, TOP, RIGHT] = [62, 40, 8, 8];

/** @typedef {import('./axes.js').Point & {money: number | null, confidence: number | null, distance: number | null, beyond: import('./cells.js').Place | null}} Near */

/** Single customers in the cells: a picture of some of them, and all of them in a list, whoever is nearest to a border first. */
export class MatrixPoints {
  /** @param {import('./matrix-view.js').MatrixView} view */
  constructor(view) {
    this.view = view;
    this.reading = new Reading(view.host, `${view.path}/points`);
    this.near = new Pages(view.host, `${view.path}/customers`, {limit: AT_ONCE});
    this.read = false;
  }

  begin() {
    this.read = true;
    return Promise.all([this.reading.begin(), this.near.begin()]);
  }

  /** @param {import('./cells.js').Matrix} matrix */
  render(matrix) {
    const t = (/** @type {string} */ key, /** @type {Record<string, unknown>} */ values = {}) => this.view.host.t(key, values);
    return this.reading.shown(({items}) => (items.length
      ? html`${this.#picture(matrix, items, t)} ${this.#list(matrix, t)}`
      : html`<cl-empty icon="layout-grid" heading=${t('points.none')}>${t('points.none.text')}</cl-empty>`));
  }

  /** @param {import('./cells.js').Matrix} matrix @param {import('./axes.js').Point[]} points @param {(key: string, values?: Record<string, unknown>) => string} t */
  #picture(matrix, points, t) {
    const {host, context, catalogue} = this.view;
    const [width, height] = [widthOf(host), widthOf(host) < 500 ? 340 : 460];
    const sides = {x: drawn(matrix.x, 'x', points), y: drawn(matrix.y, 'y', points)};
    const left = (/** @type {number} */ part) => LEFT + part * (width - LEFT - RIGHT);
    const top = (/** @type {number} */ part) => height - BOTTOM - part * (height - BOTTOM - TOP);
    const name = (/** @type {'x' | 'y'} */ side) => catalogue.label(matrix[side].fact) + (sides[side].scale === 'log' ? ` (${t('points.log')})` : '');
    return html`<section class="card spaced" aria-labelledby="points"><h2 id="points">${t('points.title')}</h2>
      <svg class="picture" viewBox="0 0 ${width} ${height}" role="img" aria-label=${t('points.told', {n: points.length, x: name('x'), y: name('y')})}>
        ${classes(matrix.y.parts).flatMap((y) => classes(matrix.x.parts).map((x) => this.#field(matrix, {x, y}, {left: left(sides.x.edges[x - 1] ?? 1), right: left(sides.x.edges[x] ?? 1), top: top(sides.y.edges[y] ?? 1), bottom: top(sides.y.edges[y - 1] ?? 1)})))}
        ${points.map((point) => svg`<circle class="point" cx=${left(sides.x.at(point)).toFixed(1)} cy=${top(sides.y.at(point)).toFixed(1)} r=${points.length > 150 ? 3 : 4}
          @click=${() => context.navigate(`customers/${point.id}`)}><title>${point.name}: ${this.#value(matrix, point, 'x')} / ${this.#value(matrix, point, 'y')}</title></circle>`)}
        ${this.#marks(matrix.x, sides.x, left, 46).map(({at, label}) => svg`<text x=${at} y=${height - BOTTOM + 16} text-anchor="middle">${label}</text>`)}
        ${this.#marks(matrix.y, sides.y, top, 16).map(({at, label}) => svg`<text x=${LEFT - 6} y=${at + 4} text-anchor="end">${label}</text>`)}
        <text class="axis" x=${left(0.5)} y=${height - 6} text-anchor="middle">${name('x')} →</text>
        <text class="axis" transform="translate(12 ${top(0.5)}) rotate(-90)" text-anchor="middle">${name('y')} →</text>
      </svg>
      <p class="muted small legend">${t('points.legend', {n: points.length, size: count(this.view.sum, context.locale), all: points.length >= this.view.sum ? 'yes' : 'no'})}
        ${sides.x.scale === 'log' || sides.y.scale === 'log' ? t('points.log.text') : nothing} ${sides.x.scale === 'values' || sides.y.scale === 'values' ? t('points.values.text') : nothing}
        ${isUntold(matrix.x) || isUntold(matrix.y) ? t('points.untold') : nothing}</p></section>`;
  }

  /** A cell, and what it is called and holds if there is room. @param {import('./cells.js').Matrix} matrix @param {import('./cells.js').Place} place @param {{left: number, right: number, top: number, bottom: number}} box */
  #field(matrix, place, {left, right, top, bottom}) {
    const {locale} = this.view.context;
    const [wide, high] = [right - left, bottom - top];
    const {customers, money: sum} = this.view.countOf(place);
    const named = nameOfCell(matrix, place, locale);
    const figures = [count(customers, locale), ...(matrix.money ? [money(sum, locale)] : [])].join(' · ');
    const most = Math.max(...this.view.counts.map((each) => each.customers), 1);
    return svg`<rect class="field cut w${weight(customers, most)}" x=${left.toFixed(1)} y=${top.toFixed(1)} width=${Math.max(0, wide).toFixed(1)} height=${Math.max(0, high).toFixed(1)}><title>${named}: ${figures}</title></rect>
      ${wide > 60 && high > 24 ? svg`<text class="named" x=${left + 6} y=${top + 16}>${fitting(named, (wide - 10) / LETTER)}</text>` : nothing}
      ${wide > 60 && high > 42 ? svg`<text class="counted" x=${left + 6} y=${top + 31}>${fitting(figures, (wide - 10) / LETTER)}</text>` : nothing}`;
  }

  /** The cut points, or the names of bands, then the least and the greatest number, as far as there is room. @param {import('./cells.js').Axis} axis @param {import('./axes.js').Drawn} side @param {(part: number) => number} place @param {number} room */
  #marks(axis, {edges, ends}, place, room) {
    const {locale} = this.view.context;
    const wanted = axis.method === 'values'
      ? classes(axis.parts).map((part) => ({at: place((edges[part - 1] + edges[part]) / 2), label: fitting(className(axis, part, locale), 8)}))
      : [...axis.cuts.map((cut, i) => ({at: place(edges[i + 1]), label: decimal(cut, locale)})), ...ends.map(({value, at}) => ({at: place(at), label: decimal(value, locale)}))];
    return wanted.reduce((marks, each) => (marks.some(({at}) => Math.abs(at - each.at) < room) ? marks : [...marks, each]), /** @type {{at: number, label: string}[]} */ ([]));
  }

  /** @param {import('./cells.js').Matrix} matrix @param {import('./axes.js').Point} point @param {'x' | 'y'} side */
  #value(matrix, point, side) {
    const {locale} = this.view.context;
    const number = point.values[side];
    return number === null || number === undefined ? className(matrix[side], point.cell[side], locale) : decimal(number, locale);
  }

  /** @param {import('./cells.js').Matrix} matrix @param {(key: string, values?: Record<string, unknown>) => string} t */
  #list(matrix, t) {
    const {near, view} = this;
    const {locale} = view.context;
    const sure = near.items.some((each) => typeof each.confidence === 'number');
    const head = (/** @type {string} */ text) => html`<th scope="col" class="number">${text}</th>`;
    return html`<section class="card" aria-labelledby="near"><h2 id="near">${t('near.title')}</h2>
      ${near.problem ? html`<cl-error .problem=${near.problem} @retry=${() => near.begin()}></cl-error>` : nothing}
      <div class="scrolled" tabindex="0" role="group" aria-labelledby="near"><table>
        <thead><tr><th scope="col">${t('near.customer')}</th>${head(t('near.distance'))}<th scope="col">${t('near.beyond')}</th><th scope="col">${t('moves.cell')}</th>
          ${head(view.catalogue.label(matrix.x.fact))}${head(view.catalogue.label(matrix.y.fact))}${matrix.money && ![matrix.x.fact, matrix.y.fact].includes(matrix.money) ? head(view.catalogue.label(matrix.money)) : nothing}${sure ? head(t('cell.confidence')) : nothing}</tr></thead>
        <tbody>${near.items.map((/** @type {Near} */ each) => html`<tr><th scope="row"><a href="/app/customers/${each.id}">${each.name}</a></th>
          <td class="number">${distanceSaid(each.distance, locale)}</td><td>${each.beyond ? nameOfCell(matrix, each.beyond, locale) : '–'}</td><td>${nameOfCell(matrix, each.cell, locale)}</td>
          <td class="number">${this.#value(matrix, each, 'x')}</td><td class="number">${this.#value(matrix, each, 'y')}</td>
          ${matrix.money && ![matrix.x.fact, matrix.y.fact].includes(matrix.money) ? html`<td class="number">${typeof each.money === 'number' ? money(each.money, locale) : '–'}</td>` : nothing}
          ${sure ? html`<td class="number">${share(each.confidence, locale)}</td>` : nothing}</tr>`)}</tbody></table></div>
      ${near.next ? html`<button class="apart" ?disabled=${near.busy} @click=${() => near.more()}>${t('near.more')}</button>` : nothing}
      <p class="muted small legend">${t('near.legend')} ${isUntold(matrix.x) || isUntold(matrix.y) ? t('near.untold') : nothing}</p></section>`;
  }
}

/** @param {number | null | undefined} distance in standard deviations @param {string} locale */
export function distanceSaid(distance, locale) {
  return typeof distance === 'number' ? `${decimal(distance, locale)} σ` : '–';
}
