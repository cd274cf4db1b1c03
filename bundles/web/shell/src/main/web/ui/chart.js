import {LitElement, css, html, nothing, svg} from 'lit';
import {scale, stacked, ticks} from './chart-scale.js';
import {styled} from './styled.js';
import {Vocabulary} from './vocabulary.js';

const WORDS = {
  en: {table: 'Show as a table', empty: 'Nothing to show yet', value: 'Value', series: 'Series'},
  zh: {table: '以表格显示', empty: '暂无数据', value: '数值', series: '系列'},
};
const LEFT = 44;
const BOTTOM = 24;
const TOP = 10;
const RIGHT = 8;
const COLOURS = 6;

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

  static styles = css`
    :host { display: block; color: var(--cl-text); min-width: 0; }
    figure { margin: 0; }
    svg { display: block; width: 100%; overflow: visible; }
    text { font: 11px var(--cl-font); fill: var(--cl-muted); font-variant-numeric: tabular-nums; }
    .grid { stroke: var(--cl-border); stroke-width: 1; }
    .mark { fill: var(--series); }
    .line { fill: none; stroke: var(--series); stroke-width: 2; stroke-linejoin: round; }
    .area { fill: var(--series); opacity: 0.12; }
    .s0 { --series: var(--cl-series-1); }
    .s1 { --series: var(--cl-series-2); }
    .s2 { --series: var(--cl-series-3); }
    .s3 { --series: var(--cl-series-4); }
    .s4 { --series: var(--cl-series-5); }
    .s5 { --series: var(--cl-series-6); }
    .choose { cursor: pointer; }
    .choose:hover { opacity: 0.8; }
    .choose:focus-visible { outline: 2px solid var(--cl-focus); outline-offset: 2px; }
    .legend { display: flex; flex-wrap: wrap; gap: 12px; font-size: 12px; color: var(--cl-muted); margin: 0 0 6px; padding: 0; list-style: none; }
    .legend i { display: inline-block; width: 9px; height: 9px; border-radius: 2px; background: var(--series); margin-right: 5px; }
    .matrix { display: grid; gap: 3px; font-size: 12px; }
    .matrix > .axis { color: var(--cl-muted); display: flex; align-items: center; justify-content: center; padding: 2px 6px; text-align: center; }
    .matrix > .axis.row { justify-content: flex-end; }
    .matrix > button { font: inherit; border: 0; border-radius: 5px; min-height: 40px; color: var(--cl-text); padding: 4px; font-variant-numeric: tabular-nums;
      background: color-mix(in oklab, var(--cl-accent) calc(var(--share) * 55%), var(--cl-hover)); }
    details { margin-top: 6px; font-size: 12.5px; color: var(--cl-muted); }
    summary { cursor: pointer; width: max-content; border-radius: 4px; }
    summary:focus-visible, .matrix > button:focus-visible { outline: 2px solid var(--cl-focus); outline-offset: 1px; }
    .scroll { overflow: auto; max-height: 260px; }
    table { border-collapse: collapse; margin-top: 6px; color: var(--cl-text); }
    td, th { padding: 3px 12px 3px 0; text-align: left; font-weight: 400; border-bottom: 1px solid var(--cl-border); }
    td.n { text-align: right; font-variant-numeric: tabular-nums; padding-right: 12px; }
    .empty { color: var(--cl-muted); padding: 12px 0; font-size: 12.5px; }
  `;

  constructor() {
    super();
    this.kind = 'bar';
    this.series = [];
    this.rows = [];
    this.columns = [];
    this.cells = [];
    this.name = '';
    this.xName = '';
    this.yName = '';
    this.height = 180;
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
      ${this.kind === 'matrix' ? this.#matrix() : this.#plot()}
      <details>
        <summary>${this.words.t('table')}</summary>
        <div class="scroll" tabindex="0" role="region" aria-label=${this.name}>${this.kind === 'matrix' ? this.#matrixTable() : this.#table()}</div>
      </details>
    </figure>`;
  }

  #said(value) {
    return this.format ? this.format(value) : new Intl.NumberFormat(this.words.tag).format(value);
  }

  #plot() {
    const values = (this.kind === 'stack' ? stacked(this.series) : this.series).flatMap((each) => each.points.map((point) => Number(point.y)));
    const marks = ticks(Math.min(0, ...values), Math.max(0, ...values), Math.max(2, Math.round(this.height / 45)));
    const y = scale(marks[0], marks.at(-1), this.height - BOTTOM, TOP);
    return html`<svg height=${this.height} viewBox="0 0 ${this.width} ${this.height}" role="img" aria-label=${this.name}>
      ${marks.map((mark) => svg`<line class="grid" x1=${LEFT} x2=${this.width - RIGHT} y1=${y(mark)} y2=${y(mark)} />
        <text x=${LEFT - 7} y=${y(mark) + 4} text-anchor="end">${this.#short(mark)}</text>`)}
      ${this.kind === 'scatter' ? this.#scatter(y) : this.#categories(y)}
    </svg>`;
  }

  #short(value) {
    return new Intl.NumberFormat(this.words.tag, {notation: 'compact', maximumFractionDigits: 1}).format(value);
  }

  #categories(y) {
    const names = [...new Set(this.series.flatMap((each) => each.points.map((point) => point.x)))];
    const room = (this.width - LEFT - RIGHT) / names.length;
    const x = (name) => LEFT + (names.indexOf(name) + 0.5) * room;
    const every = Math.ceil(52 / room);
    return svg`
      ${names.map((name, i) => (i % every ? nothing : svg`<text x=${x(name)} y=${this.height - 7} text-anchor="middle">${name}</text>`))}
      ${this.kind === 'stack' ? stacked(this.series).map((each, i) => this.#layer(each, i, x, y, room)) : this.series.map((each, i) => (this.kind === 'line' ? this.#line(each, i, x, y) : this.#bars(each, i, x, y, room)))}`;
  }

  #layer(each, index, x, y, room) {
    const width = Math.max(1, Math.min(36, room * 0.8));
    return each.points.map((point) => svg`<rect class="mark s${index % COLOURS}" x=${x(point.x) - width / 2} y=${y(point.y)} width=${width} height=${y(point.from) - y(point.y)}>
      <title>${point.x}, ${each.name}: ${this.#said(point.y - point.from)}</title></rect>`);
  }

  #bars(each, index, x, y, room) {
    const width = Math.max(1, Math.min(36, (room * 0.7) / this.series.length));
    return each.points.map((point) => {
      const left = x(point.x) - (width * this.series.length) / 2 + index * width;
      const [top, low] = [Math.min(y(point.y), y(0)), Math.max(y(point.y), y(0))];
      return svg`<rect class="mark s${index % COLOURS}" x=${left} y=${top} width=${Math.max(1, width - 1)} height=${Math.max(0, low - top)} rx="2">
        <title>${point.x}: ${this.#said(point.y)}</title></rect>`;
    });
  }

  #line(each, index, x, y) {
    const path = each.points.map((point) => `${x(point.x)},${y(point.y)}`);
    const area = `M${path[0]} L${path.join(' L')} L${x(each.points.at(-1).x)},${y(0)} L${x(each.points[0].x)},${y(0)} Z`;
    return svg`<g class="s${index % COLOURS}">
      ${this.series.length === 1 ? svg`<path class="area" d=${area} />` : nothing}
      <path class="line" d="M${path.join(' L')}" />
      ${each.points.length > 40 ? nothing : each.points.map((point) => svg`<circle class="mark" cx=${x(point.x)} cy=${y(point.y)} r="3"><title>${point.x}: ${this.#said(point.y)}</title></circle>`)}
    </g>`;
  }

  #scatter(y) {
    const values = this.series.flatMap((each) => each.points.map((point) => Number(point.x)));
    const marks = ticks(Math.min(...values), Math.max(...values), Math.max(2, Math.round(this.width / 90)));
    const x = scale(marks[0], marks.at(-1), LEFT, this.width - RIGHT - 6);
    return svg`
      ${marks.map((mark) => svg`<text x=${x(mark)} y=${this.height - 7} text-anchor="middle">${this.#short(mark)}</text>`)}
      ${this.series.map((each, i) => svg`<g class="s${i % COLOURS}">
        ${each.points.map((point) => svg`<circle class="mark choose" cx=${x(point.x)} cy=${y(point.y)} r=${point.size ?? 4} fill-opacity="0.7"
          @click=${() => this.#choose({point})}><title>${point.label ?? ''} ${this.#said(point.x)} / ${this.#said(point.y)}</title></circle>`)}
      </g>`)}`;
  }

  #matrix() {
    const most = Math.max(...this.cells.map((cell) => cell.value), 1);
    const cell = (row, column) => this.cells.find((each) => each.row === row && each.column === column);
    return html`<div class="matrix" role="group" aria-label=${this.name} ${styled({'grid-template-columns': `auto repeat(${this.columns.length}, minmax(0, 1fr))`})}>
      ${this.rows.map((row) => html`<div class="axis row">${row}</div>${this.columns.map((column) => this.#matrixCell(cell(row, column), row, column, most))}`)}
      <div class="axis"></div>${this.columns.map((column) => html`<div class="axis">${column}</div>`)}
    </div>`;
  }

  #matrixCell(cell, row, column, most) {
    const value = cell?.value ?? 0;
    return html`<button ${styled({'--share': String(value / most)})} aria-label="${row}, ${column}: ${this.#said(value)}" @click=${() => this.#choose({cell: cell ?? {row, column, value}})}>
      ${cell?.label ?? this.#said(value)}
    </button>`;
  }

  #choose(detail) {
    this.dispatchEvent(new CustomEvent('cl-choose', {detail}));
  }

  #table() {
    const several = this.series.length > 1;
    return html`<table>
      <thead><tr>${several ? html`<th scope="col">${this.words.t('series')}</th>` : nothing}<th scope="col">${this.xName || '#'}</th><th scope="col">${this.yName || this.words.t('value')}</th></tr></thead>
      <tbody>${this.series.flatMap((each) => each.points.slice(0, 500).map((point) => html`<tr>
        ${several ? html`<td>${each.name}</td>` : nothing}<td>${point.label ?? point.x}</td><td class="n">${this.#said(point.y)}</td></tr>`))}</tbody>
    </table>`;
  }

  #matrixTable() {
    const value = (row, column) => this.cells.find((each) => each.row === row && each.column === column)?.value ?? 0;
    return html`<table>
      <thead><tr><th scope="col">${this.yName || '#'}</th>${this.columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
      <tbody>${this.rows.map((row) => html`<tr><th scope="row">${row}</th>${this.columns.map((column) => html`<td class="n">${this.#said(value(row, column))}</td>`)}</tr>`)}</tbody>
    </table>`;
  }
}

customElements.define('cl-chart', ClChart);
