import {html} from 'lit';
import {styled} from './styled.js';

/** @typedef {import('./chart.js').ClChart} ClChart */
/** @typedef {import('./shapes.js').Cell} Cell */

/** Cells in rows and columns, the darker the more. @param {ClChart} chart */
export function matrix(chart) {
  const most = Math.max(...chart.cells.map((cell) => cell.value), 1);
  const columns = {'grid-template-columns': `auto repeat(${chart.columns.length}, minmax(0, 1fr))`};
  return html`<div class="matrix" role="group" aria-label=${chart.name} ${styled(columns)}>
    ${chart.rows.map((row) => html`<div class="axis row">${row}</div>${chart.columns.map((column) => button(chart, cellAt(chart, row, column), most))}`)}
    <div class="axis"></div>${chart.columns.map((column) => html`<div class="axis">${column}</div>`)}
  </div>`;
}

/** The same as a table. @param {ClChart} chart */
export function matrixTable(chart) {
  return html`<table>
    <thead><tr><th scope="col">${chart.yName || '#'}</th>${chart.columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
    <tbody>${chart.rows.map((row) => html`<tr><th scope="row">${row}</th>
      ${chart.columns.map((column) => html`<td class="n">${chart.said(cellAt(chart, row, column).value)}</td>`)}</tr>`)}</tbody>
  </table>`;
}

/** @param {ClChart} chart @param {string} row @param {string} column @returns {Cell} */
function cellAt(chart, row, column) {
  return chart.cells.find((each) => each.row === row && each.column === column) ?? {row, column, value: 0};
}

/** @param {ClChart} chart @param {Cell} cell @param {number} most */
function button(chart, cell, most) {
  const said = chart.said(cell.value);
  return html`<button ${styled({'--share': String(cell.value / most)})} aria-label="${cell.row}, ${cell.column}: ${said}" @click=${() => chart.choose({cell})}>
    ${cell.label ?? said}
  </button>`;
}
