import {html, nothing} from '@clientele/ui';
import {CellDialog} from './cell-dialog.js';
import {cellFilter, className, classRange, classes, nameOfCell, textOf, unknownFilter, withText} from './cells.js';
import {afterQuiet, told} from './handlers.js';
import {heat} from './heat.js';
import {MatrixEditor, sentMatrix} from './matrix-editor.js';
import {MatrixMoves} from './matrix-moves.js';
import {MatrixPoints, distanceSaid} from './matrix-points.js';
import {count, money, share} from './numbers.js';
import {Reading, instead} from './reading.js';
import {Removal} from './removal.js';
import {turn} from './turning.js';

const REFRESH_MILLIS = 1500;
const TABS = ['cells', 'points', 'moves'];
const NEAR = 5;

/** @typedef {{x: number, y: number, customers: number, money: number, confidence: number | null}} Count */

/** One matrix: who stands where, and how they moved. */
export class MatrixView {
  /** @param {import('@clientele/ui').Screen} host @param {import('./catalogue.js').Catalogue} catalogue @param {string} key */
  constructor(host, catalogue, key) {
    this.key = key;
    this.host = host;
    this.catalogue = catalogue;
    this.matrix = /** @type {import('./cells.js').Matrix | undefined} */ (undefined);
    this.counts = /** @type {Count[]} */ ([]);
    /** Who stands in no cell. */
    this.none = {unknown: {x: 0, y: 0, both: 0}, elsewhere: 0};
    this.problem = /** @type {any} */ (undefined);
    this.tab = 'cells';
    this.editor = /** @type {MatrixEditor | undefined} */ (undefined);
    this.removal = new Removal(host, {texts: 'matrix', page: 'matrices'});
    this.dialog = new CellDialog(host, catalogue);
    this.moves = new MatrixMoves(this);
    this.points = new MatrixPoints(this);
    this.refresh = afterQuiet(() => this.#count(), REFRESH_MILLIS);
  }

  get context() {
    return this.host.context;
  }

  get path() {
    return `/api/v1/matrices/${this.key}`;
  }

  async begin() {
    try {
      this.matrix = (await this.context.api.get(this.path)).body;
      await this.#count();
      await this.moves.begin();
      this.problem = undefined;
    } catch (problem) {
      this.problem = problem;
    }
    this.go(this.rest ?? '');
  }

  async #count() {
    const {body} = await this.context.api.get(`${this.path}/cells`);
    this.counts = body.cells;
    this.none = {unknown: body.unknown, elsewhere: body.elsewhere};
    this.points.read = false;
    this.#readPoints();
    this.host.requestUpdate();
  }

  /** The points are read when somebody looks at them. */
  #readPoints() {
    if (this.tab === 'points' && this.matrix && !this.points.read) {
      this.points.begin();
    }
  }

  /** @param {string} rest */
  go(rest) {
    const edited = this.rest === 'edit' && rest !== 'edit';
    this.rest = rest;
    this.tab = TABS.includes(rest) ? rest : 'cells';
    if (rest === 'edit' && this.matrix && !this.editor) {
      this.editor = new MatrixEditor(this.host, this.catalogue, this.matrix);
      this.editor.begin();
    } else if (rest !== 'edit') {
      this.editor = undefined;
    }
    if (edited) {
      this.begin();
    }
    this.#readPoints();
    this.host.requestUpdate();
  }

  /** @param {any} event */
  happened(event) {
    if (event.type === 'reset' || /^(registry|segmentation)\./.test(event.type)) {
      this.refresh();
    }
  }

  render() {
    const t = (/** @type {string} */ key, /** @type {Record<string, unknown>} */ values = {}) => this.host.t(key, values);
    const {matrix} = this;
    if (this.editor) {
      return this.editor.render();
    }
    if (!matrix) {
      return html`<cl-page heading=${this.problem ? t('matrices.title') : ' '} back="/app/matrices">${instead(this.host, this.problem, {icon: 'layout-grid', absent: t('matrix.absent'), page: 'matrices', title: t('matrices.title'), again: () => this.begin()})}</cl-page>`;
    }
    return html`<cl-page heading=${matrix.name} note=${t('segments.customers', {n: this.sum, size: count(this.sum, this.context.locale)})} back="/app/matrices">
      ${this.#actions(matrix, t)}
      <div slot="bar"><cl-tabs label=${t('matrix.tabs')} selected=${this.tab} .tabs=${TABS.map((key) => ({key, label: t(`matrix.tab.${key}`)}))}
        @select=${told((tab) => turn(this.host, tab === 'cells' ? this.key : `${this.key}/${tab}`))}></cl-tabs></div>
      ${this.tab === 'moves' ? this.moves.render(matrix) : this.tab === 'points' ? this.points.render(matrix) : this.#cells(matrix, t)}
      ${this.dialog.render()} ${this.removal.render()}
    </cl-page>`;
  }

  /** How many customers stand in a cell. */
  get sum() {
    return this.counts.reduce((sum, each) => sum + each.customers, 0);
  }

  /** @param {import('./cells.js').Matrix} matrix @param {(key: string) => string} t */
  #actions(matrix, t) {
    return this.context.can('segmentation:write')
      ? html`<div slot="actions" class="row"><a class="button" href="/app/matrices/${this.key}/edit"><cl-icon name="pencil"></cl-icon><span class="wide">${t('matrix.edit')}</span></a>
          <cl-menu label=${t('more')} .items=${[{label: t('matrix.remove'), icon: 'trash-2', danger: true, action: () => this.removal.ask(matrix, this.path)}]}><cl-icon slot="button" name="ellipsis"></cl-icon></cl-menu></div>`
      : nothing;
  }

  /** @param {import('./cells.js').Matrix} matrix @param {(key: string, values?: Record<string, unknown>) => string} t */
  #cells(matrix, t) {
    const {locale} = this.context;
    const side = (/** @type {import('./cells.js').Axis} */ axis) => (/** @type {number} */ part) => ({key: part, label: className(axis, part, locale), note: classRange(axis, part, locale)});
    return html`${heat({
      name: matrix.name,
      across: this.catalogue.label(matrix.x.fact),
      down: this.catalogue.label(matrix.y.fact),
      columns: classes(matrix.x.parts).map(side(matrix.x)),
      rows: classes(matrix.y.parts).reverse().map(side(matrix.y)),
      cell: (row, column) => this.#cell(matrix, {x: Number(column.key), y: Number(row.key)}, `${row.label}, ${column.label}`),
      choose: (row, column) => this.#open(matrix, {x: Number(column.key), y: Number(row.key)}),
    })}<p class="muted small legend">${t('matrix.legend')}</p>${this.#nowhere(matrix, t)}`;
  }

  /** Who stands in no cell, and why. @param {import('./cells.js').Matrix} matrix @param {(key: string, values?: Record<string, unknown>) => string} t */
  #nowhere(matrix, t) {
    const {unknown, elsewhere} = this.none;
    const {locale} = this.context;
    const facts = {x: this.catalogue.label(matrix.x.fact), y: this.catalogue.label(matrix.y.fact)};
    const all = unknown.x + unknown.y + unknown.both;
    const reasons = /** @type {const} */ (['x', 'y', 'both']).filter((key) => unknown[key]).map((key) => t(`matrix.unknown.${key}`, {size: count(unknown[key], locale), ...facts}));
    return html`${all ? html`<p class="small unknown">${t('matrix.unknown', {n: all, size: count(all, locale), reasons: reasons.join(t('matrix.unknown.and'))})}
        <a href="/app/customers?filter=${encodeURIComponent(unknownFilter(matrix))}">${t('cell.customers')}</a></p>` : nothing}
      ${elsewhere ? html`<p class="small muted">${t('matrix.elsewhere', {n: elsewhere, size: count(elsewhere, locale)})}</p>` : nothing}`;
  }

  /** What stands in a cell. @param {import('./cells.js').Place} place */
  countOf({x, y}) {
    return this.counts.find((each) => each.x === x && each.y === y) ?? {customers: 0, money: 0, confidence: null};
  }

  /** @param {import('./cells.js').Matrix} matrix @param {import('./cells.js').Place} place @param {string} where */
  #cell(matrix, place, where) {
    const {locale} = this.context;
    const {customers, money: sum, confidence} = this.countOf(place);
    const text = textOf(matrix, place);
    const sure = typeof confidence === 'number' ? [this.host.t('cell.sure', {share: share(confidence, locale)})] : [];
    const notes = [share(this.sum ? customers / this.sum : 0, locale), ...(matrix.money ? [money(sum, locale)] : [])];
    const title = text?.name ?? '';
    const spoken = [title || where, this.host.t('preview.customers.of', {n: customers}), ...notes, ...sure].join(', ');
    return {value: customers, title, figure: count(customers, locale), notes: [notes.join(' · '), ...sure], spoken};
  }

  /** @param {import('./cells.js').Matrix} matrix @param {import('./cells.js').Place} place */
  #open(matrix, place) {
    const {locale} = this.context;
    const t = (/** @type {string} */ key) => this.host.t(key);
    const {customers, money: sum, confidence} = this.countOf(place);
    const text = textOf(matrix, place);
    const near = new Reading(this.host, `${this.path}/customers?x=${place.x}&y=${place.y}&limit=${NEAR}`);
    near.begin();
    this.dialog.show({
      heading: `${className(matrix.y, place.y, locale)} × ${className(matrix.x, place.x, locale)}`,
      name: text?.name,
      playbook: text?.playbook,
      filter: cellFilter(matrix, place),
      figures: [
        [t('cell.count'), count(customers, locale)],
        [t('cell.share'), share(this.sum ? customers / this.sum : 0, locale)],
        ...(matrix.money ? [/** @type {[string, string]} */ ([this.catalogue.label(matrix.money), money(sum, locale)])] : []),
        ...(typeof confidence === 'number' ? [/** @type {[string, string]} */ ([t('cell.confidence'), share(confidence, locale)])] : []),
      ],
      near: customers ? () => near.shown(({items}) => this.#near(matrix, items)) : undefined,
      write: (name, playbook) => this.#write(matrix, {...place, name, playbook}),
      make: async (key, name) => (await this.context.api.post(`${this.path}/segments`, {body: {...place, key, name}})).body,
    });
  }

  /** @param {import('./cells.js').Matrix} matrix @param {import('./matrix-points.js').Near[]} items */
  #near(matrix, items) {
    const {locale} = this.context;
    return html`<h3>${this.host.t('near.title')}</h3><ul class="plain">${items.map(({id, name, distance, beyond}) => html`<li><a href="/app/customers/${id}">${name}</a>
      <span class="muted small">${beyond ? this.host.t('near.to', {distance: distanceSaid(distance, locale), cell: nameOfCell(matrix, beyond, locale)}) : nothing}</span></li>`)}</ul>`;
  }

  /** @param {import('./cells.js').Matrix} matrix @param {import('./cells.js').CellText} text */
  async #write(matrix, text) {
    const body = sentMatrix({...matrix, texts: withText(matrix.texts, text)});
    this.matrix = (await this.context.api.put(this.path, {body, ifMatch: `"${matrix.version}"`})).body;
    await this.#count();
  }
}
