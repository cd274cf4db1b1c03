import {html, nothing} from '@clientele/ui';
import {CellDialog} from './cell-dialog.js';
import {cellFilter, className, classRange, classes, isUntold, nameOfCell, textOf, unknownFilter} from './cells.js';
import {heat} from './heat.js';
import {distanceSaid} from './matrix-points.js';
import {brief, count, money, share} from './numbers.js';
import {Reading} from './reading.js';

const NEAR = 5;

/** How many stand in each cell of a matrix, and who stands in none. */
export class MatrixCells {
  /** @param {import('./matrix-view.js').MatrixView} view */
  constructor(view) {
    this.view = view;
    this.dialog = new CellDialog(view.host, view.catalogue);
  }

  /** @param {import('./cells.js').Matrix} matrix */
  render(matrix) {
    const {view} = this;
    const {locale} = view.context;
    const t = (/** @type {string} */ key, /** @type {Record<string, unknown>} */ values = {}) => view.host.t(key, values);
    const side = (/** @type {import('./cells.js').Axis} */ axis) => (/** @type {number} */ part) => ({key: part, label: className(axis, part, locale), note: classRange(axis, part, locale)});
    return html`${heat({
      name: matrix.name,
      across: this.view.catalogue.label(matrix.x.fact),
      down: this.view.catalogue.label(matrix.y.fact),
      columns: classes(matrix.x.parts).map(side(matrix.x)),
      rows: classes(matrix.y.parts).reverse().map(side(matrix.y)),
      cell: (row, column) => this.#cell(matrix, {x: Number(column.key), y: Number(row.key)}, `${row.label}, ${column.label}`),
      choose: (row, column) => this.#open(matrix, {x: Number(column.key), y: Number(row.key)}),
    })}<p class="muted small legend">${t('matrix.legend')} ${isUntold(matrix.x) || isUntold(matrix.y) ? t('matrix.untold') : nothing}</p>${this.#nowhere(matrix, t)} ${this.dialog.render()}`;
  }

  /** Who stands in no cell, and why. @param {import('./cells.js').Matrix} matrix @param {(key: string, values?: Record<string, unknown>) => string} t */
  #nowhere(matrix, t) {
    const {unknown, elsewhere} = this.view.none;
    const {locale} = this.view.context;
    const facts = {x: this.view.catalogue.label(matrix.x.fact), y: this.view.catalogue.label(matrix.y.fact)};
    const all = unknown.x + unknown.y + unknown.both;
    const reasons = /** @type {const} */ (['x', 'y', 'both']).filter((key) => unknown[key]).map((key) => t(`matrix.unknown.${key}`, {size: count(unknown[key], locale), ...facts}));
    return html`${all ? html`<p class="small unknown">${t('matrix.unknown', {n: all, size: count(all, locale), reasons: reasons.join(t('matrix.unknown.and'))})}
        <a href="/app/customers?filter=${encodeURIComponent(unknownFilter(matrix))}">${t('cell.customers')}</a></p>` : nothing}
      ${elsewhere ? html`<p class="small muted">${t('matrix.elsewhere', {n: elsewhere, size: count(elsewhere, locale)})}</p>` : nothing}`;
  }

  /** @param {import('./cells.js').Matrix} matrix @param {import('./cells.js').Place} place @param {string} where */
  #cell(matrix, place, where) {
    const {locale} = this.view.context;
    const {customers, money: sum, confidence} = this.view.countOf(place);
    const text = textOf(matrix, place);
    const sure = typeof confidence === 'number' ? [this.view.host.t('cell.sure', {share: share(confidence, locale)})] : [];
    const part = share(this.view.sum ? customers / this.view.sum : 0, locale);
    const notes = [part, ...(matrix.money ? [money(sum, locale)] : [])];
    const little = [brief(customers, locale), matrix.money ? brief(sum, locale) : part];
    const title = text?.name ?? '';
    const spoken = [title || where, this.view.host.t('preview.customers.of', {n: customers}), ...notes, ...sure].join(', ');
    return {value: customers, title, figure: count(customers, locale), notes: [notes.join(' · '), ...sure], brief: little, spoken};
  }

  /** @param {import('./cells.js').Matrix} matrix @param {import('./cells.js').Place} place */
  #open(matrix, place) {
    const {locale} = this.view.context;
    const t = (/** @type {string} */ key) => this.view.host.t(key);
    const {customers, money: sum, confidence} = this.view.countOf(place);
    const text = textOf(matrix, place);
    const near = new Reading(this.view.host, `${this.view.path}/customers?x=${place.x}&y=${place.y}&limit=${NEAR}`);
    if (customers) {
      near.begin();
    }
    this.dialog.show({
      heading: `${className(matrix.y, place.y, locale)} × ${className(matrix.x, place.x, locale)}`,
      name: text?.name,
      playbook: text?.playbook,
      filter: cellFilter(matrix, place),
      figures: [
        [t('cell.count'), count(customers, locale)],
        [t('cell.share'), share(this.view.sum ? customers / this.view.sum : 0, locale)],
        ...(matrix.money ? [/** @type {[string, string]} */ ([this.view.catalogue.label(matrix.money), money(sum, locale)])] : []),
        ...(typeof confidence === 'number' ? [/** @type {[string, string]} */ ([t('cell.confidence'), share(confidence, locale)])] : []),
      ],
      near: customers ? () => near.shown(({items}) => this.#near(matrix, items)) : undefined,
      write: (name, playbook) => this.view.write(matrix, {...place, name, playbook}),
      make: async (key, name) => (await this.view.context.api.post(`${this.view.path}/segments`, {body: {...place, key, name}})).body,
    });
  }

  /** @param {import('./cells.js').Matrix} matrix @param {import('./matrix-points.js').Near[]} items */
  #near(matrix, items) {
    const {locale} = this.view.context;
    return html`<h3>${this.view.host.t(items.some(({distance}) => typeof distance === 'number') ? 'near.title' : 'near.some')}</h3><ul class="plain">${items.map(({id, name, distance, beyond}) => html`<li><a href="/app/customers/${id}">${name}</a>
      <span class="muted small">${beyond ? this.view.host.t('near.to', {distance: distanceSaid(distance, locale), cell: nameOfCell(matrix, beyond, locale)}) : nothing}</span></li>`)}</ul>`;
  }
}
