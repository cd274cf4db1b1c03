import {html, nothing} from '@clientele/ui';
import {withText, worded} from './cells.js';
import {afterQuiet, told} from './handlers.js';
import {MatrixCells} from './matrix-cells.js';
import {MatrixEditor, sentMatrix} from './matrix-editor.js';
import {MatrixMoves} from './matrix-moves.js';
import {MatrixPoints} from './matrix-points.js';
import {count} from './numbers.js';
import {instead} from './reading.js';
import {Removal} from './removal.js';
import {turn} from './turning.js';

const REFRESH_MILLIS = 1500;
const TABS = ['cells', 'points', 'moves'];

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
    this.cells = new MatrixCells(this);
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
      ${this.#shown.render(worded(matrix, this.catalogue.said))} ${this.removal.render()}
    </cl-page>`;
  }

  get #shown() {
    return this.tab === 'moves' ? this.moves : this.tab === 'points' ? this.points : this.cells;
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

  /** What stands in a cell. @param {import('./cells.js').Place} place */
  countOf({x, y}) {
    return this.counts.find((each) => each.x === x && each.y === y) ?? {customers: 0, money: 0, confidence: null};
  }

  /** Writes what somebody says of a cell. @param {import('./cells.js').Matrix} matrix @param {import('./cells.js').CellText} text */
  async write(matrix, text) {
    const body = sentMatrix({...matrix, texts: withText(matrix.texts, text)});
    this.matrix = (await this.context.api.put(this.path, {body, ifMatch: `"${matrix.version}"`})).body;
    await this.#count();
  }
}
