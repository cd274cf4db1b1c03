import {LitElement, html, nothing, svg} from 'lit';
import {scale, stacked, ticks} from './chart-scale.js';
import {matrix, matrixTable} from './chart-matrix.js';
import {chartStyles} from './chart-styles.js';
import {numberFormat} from './formats.js';
import {Vocabulary} from './vocabulary.js';

/** @typedef {import('./shapes.js').Series} Series */
/** @typedef {import('./shapes.js').Point} Point */
/** @typedef {import('./shapes.js').Cell} Cell */
/** @typedef {(value: number) => number} Scale */
/** @typedef {import('./chart-scale.js').Layer} Layer */

/** As many as the theme has for series. */
const COLOURS = 6;

const WORDS = {
  en: {table: 'Show as a table', empty: 'Nothing to show yet', value: 'Value', series: 'Series'},
  zh: {table: '以表格显示', empty: '暂无数据', value: '数值', series: '系列'},
};
const LEFT = 44;
const BOTTOM = 24;
const TOP = 10;
const RIGHT = 8;
const SHORT = 5;

/**
 * A picture of numbers, with the numbers beneath it for whoever reads rather than looks.
 *
 * Properties: `kind` (`bar`, `stack`, `line`, `scatter`, `matrix`), `series` ([{name, points: [{x, y, label, size, key}]}]; in bars and lines `x` is a text;
 * `stack` puts bars that are not below zero on top of each other, the first series at the bottom),
 * `name`, `format(value)`, `height`, `xName`, `yName`; for a matrix `rows` and `columns` (names, from the top and from the left) and `cells`
 * ([{row, column, value, label, key}]). Event: `cl-choose` {point | cell}.
 */
export class ClChart extends LitElement {
  static properties = {
    kind: {type: String},
    series: {attribute: false},
    rows: {attribute: false},
    columns: {attribute: false},
    cells: {attribute: false},
    name: {type: String},
    xName: {type: String},
    yName: {type: String},
    height: {type: Number},
    format: {attribute: false},
    width: {state: true},
  };

  static styles = chartStyles;

  constructor() {
    super();
    this.kind = 'bar';
    this.series = /** @type {Series[]} */ ([]);
    this.rows = /** @type {string[]} */ ([]);
    this.columns = /** @type {string[]} */ ([]);
    this.cells = /** @type {Cell[]} */ ([]);
    this.name = '';
    this.xName = '';
    this.yName = '';
    this.height = 180;
    /** @type {((value: number) => string) | undefined} */
    this.format = undefined;
    this.width = 480;
    this.words = new Vocabulary(this, WORDS);
    this.sizes = new ResizeObserver(([entry]) => (this.width = Math.max(160, Math.round(entry.contentRect.width))));
  }

  connectedCallback() {
    super.connectedCallback();
    this.sizes.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.sizes.disconnect();
  }

  render() {
    const empty = this.kind === 'matrix' ? !this.cells.length : !this.series.some((each) => each.points.length);
    if (empty) {
      return html`<div class="empty">${this.words.t('empty')}</div>`;
    }
    return html`<figure>
      ${this.series.length > 1 && this.kind !== 'matrix'
        ? html`<ul class="legend">${this.series.map((each, i) => html`<li class="s${i % COLOURS}"><i></i>${each.name}</li>`)}</ul>`
        : nothing}
      ${this.kind === 'matrix' ? matrix(this) : this.#plot()}
      <details>
        <summary>${this.words.t('table')}</summary>
        <div class="scroll" tabindex="0" role="region" aria-label=${this.name}>${this.kind === 'matrix' ? matrixTable(this) : this.#table()}</div>
      </details>
    </figure>`;
  }

  /** @param {number} value */
  said(value) {
    return this.format ? this.format(value) : numberFormat(this.words.tag).format(value);
  }

  #plot() {
    const shown = this.kind === 'stack' ? stacked(this.series) : this.series;
    const values = shown.flatMap((each) => each.points.map((point) => Number(point.y)));
    const marks = ticks(Math.min(0, ...values), Math.max(0, ...values), Math.max(2, Math.round(this.height / 45)));
    const names = this.#marked(marks);
    const y = scale(marks[0], marks[marks.length - 1], this.height - BOTTOM, TOP);
    return html`<svg height=${this.height} viewBox="0 0 ${this.width} ${this.height}" role="img" aria-label=${this.name}>
      ${marks.map((mark, i) => svg`<line class="grid" x1=${LEFT} x2=${this.width - RIGHT} y1=${y(mark)} y2=${y(mark)} />
        <text x=${LEFT - 7} y=${y(mark) + 4} text-anchor="end">${names[i]}</text>`)}
      ${this.kind === 'scatter' ? this.#scatter(y) : this.#categories(y)}
    </svg>`;
  }

  /** Marks of an axis as the numbers are said, if there is room for all of them. @param {number[]} marks */
  #marked(marks) {
    const said = marks.map((mark) => this.format?.(mark) ?? '');
    return said.every((each) => each && each.length <= SHORT) ? said : marks.map((mark) => this.#short(mark));
  }

  /** @param {number} value */
  #short(value) {
    return numberFormat(this.words.tag, {notation: 'compact', maximumFractionDigits: 1}).format(value);
  }

  /** @param {Scale} y */
  #categories(y) {
    const names = [...new Set(this.series.flatMap((each) => each.points.map((point) => point.x)))];
    const room = (this.width - LEFT - RIGHT) / names.length;
    const x = (/** @type {string | number} */ name) => LEFT + (names.indexOf(name) + 0.5) * room;
    const every = Math.ceil(52 / room);
    return svg`
      ${names.map((name, i) => (i % every ? nothing : svg`<text x=${x(name)} y=${this.height - 7} text-anchor="middle">${name}</text>`))}
      ${this.kind === 'stack'
        ? stacked(this.series).map((each, i) => this.#layer(each, i, x, y, room))
        : this.series.map((each, i) => (this.kind === 'line' ? this.#line(each, i, x, y) : this.#bars(each, i, x, y, room)))}`;
  }

  /** @param {Layer} each @param {number} index @param {(name: string | number) => number} x @param {Scale} y @param {number} room */
  #layer(each, index, x, y, room) {
    const width = Math.max(1, Math.min(36, room * 0.8));
    return each.points.map((point) => svg`<rect class="mark s${index % COLOURS}" x=${x(point.x) - width / 2} y=${y(point.y)} width=${width} height=${y(point.from) - y(point.y)}>
      <title>${point.x}, ${each.name}: ${this.said(point.y - point.from)}</title></rect>`);
  }

  /** @param {Series} each @param {number} index @param {(name: string | number) => number} x @param {Scale} y @param {number} room */
  #bars(each, index, x, y, room) {
    const width = Math.max(1, Math.min(36, (room * 0.7) / this.series.length));
    return each.points.map((point) => {
      const left = x(point.x) - (width * this.series.length) / 2 + index * width;
      const [top, low] = [Math.min(y(point.y), y(0)), Math.max(y(point.y), y(0))];
      return svg`<rect class="mark s${index % COLOURS}" x=${left} y=${top} width=${Math.max(1, width - 1)} height=${Math.max(0, low - top)} rx="2">
        <title>${point.x}: ${this.said(point.y)}</title></rect>`;
    });
  }

  /** @param {Series} each @param {number} index @param {(name: string | number) => number} x @param {Scale} y */
  #line(each, index, x, y) {
    if (!each.points.length) {
      return nothing;
    }
    const [first, last] = [each.points[0], each.points[each.points.length - 1]];
    const path = each.points.map((point) => `${x(point.x)},${y(point.y)}`);
    const area = `M${path[0]} L${path.join(' L')} L${x(last.x)},${y(0)} L${x(first.x)},${y(0)} Z`;
    return svg`<g class="s${index % COLOURS}">
      ${this.series.length === 1 ? svg`<path class="area" d=${area} />` : nothing}
      <path class="line" d="M${path.join(' L')}" />
      ${each.points.length > 40 ? nothing : each.points.map((point) => svg`<circle class="mark" cx=${x(point.x)} cy=${y(point.y)} r="3"><title>${point.x}: ${this.said(point.y)}</title></circle>`)}
    </g>`;
  }

  /** @param {Scale} y */
  #scatter(y) {
    const values = this.series.flatMap((each) => each.points.map((point) => Number(point.x)));
    const marks = ticks(Math.min(...values), Math.max(...values), Math.max(2, Math.round(this.width / 90)));
    const x = scale(marks[0], marks[marks.length - 1], LEFT, this.width - RIGHT - 6);
    return svg`
      ${marks.map((mark) => svg`<text x=${x(mark)} y=${this.height - 7} text-anchor="middle">${this.#short(mark)}</text>`)}
      ${this.series.map((each, i) => svg`<g class="s${i % COLOURS}">
        ${each.points.map((point) => svg`<circle class="mark choose" cx=${x(Number(point.x))} cy=${y(point.y)} r=${point.size ?? 4} fill-opacity="0.7"
          @click=${() => this.choose({point})}><title>${point.label ?? ''} ${this.said(Number(point.x))} / ${this.said(point.y)}</title></circle>`)}
      </g>`)}`;
  }

  /** @param {{point: Point} | {cell: Cell}} detail */
  choose(detail) {
    this.dispatchEvent(new CustomEvent('cl-choose', {detail}));
  }

  #table() {
    const several = this.series.length > 1;
    return html`<table>
      <thead><tr>${several ? html`<th scope="col">${this.words.t('series')}</th>` : nothing}<th scope="col">${this.xName || '#'}</th><th scope="col">${this.yName || this.words.t('value')}</th></tr></thead>
      <tbody>${this.series.flatMap((each) => each.points.slice(0, 500).map((point) => html`<tr>
        ${several ? html`<td>${each.name}</td>` : nothing}<td>${point.label ?? point.x}</td><td class="n">${this.said(point.y)}</td></tr>`))}</tbody>
    </table>`;
  }
}

customElements.define('cl-chart', ClChart);
