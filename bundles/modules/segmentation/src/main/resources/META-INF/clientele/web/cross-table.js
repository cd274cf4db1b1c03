import {html, nothing} from '@clientele/ui';
import {weight} from './numbers.js';

/**
 * Two sides against each other to be read only: how much is in each cell by number and by colour.
 *
 * @template R, C
 * @param {object} table
 * @param {string} table.name
 * @param {string} table.corner what the rows are, and against what
 * @param {{label: string, of: R}[]} table.rows
 * @param {{label: string, title?: string, of: C}[]} table.columns `title` is said instead of a short label
 * @param {(row: R, column: C) => {value: number, figure: string, note?: string, own?: boolean}} table.cell `own` is where a row meets itself
 */
export function crossTable({name, corner, rows, columns, cell}) {
  const cells = rows.map((row) => columns.map((column) => cell(row.of, column.of)));
  const most = Math.max(...cells.flat().filter((each) => !each.own).map((each) => each.value), 1);
  return html`<div class="scrolled" tabindex="0" role="group" aria-label=${name}><table class="cross">
    <caption class="hidden-text">${name}</caption>
    <thead><tr><th scope="col">${corner}</th>${columns.map(({label, title}) => html`<th scope="col" class="number">${title ? html`<span aria-hidden="true">${label}</span><span class="hidden-text">${title}</span>` : label}</th>`)}</tr></thead>
    <tbody>${rows.map((row, r) => html`<tr><th scope="row">${row.label}</th>${cells[r].map((each) => html`<td class="number ${each.own ? 'own' : `w${weight(each.value, most)}`}">
      <span class="figure">${each.figure}</span>${each.note ? html`<span class="note">${each.note}</span>` : nothing}</td>`)}</tr>`)}</tbody>
  </table></div>`;
}
