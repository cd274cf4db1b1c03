import {html, nothing, svg} from '@clientele/ui';
import {weight} from './numbers.js';

/**
 * @typedef {{key: string | number, label: string, note?: string}} Side
 * @typedef {{value: number, title?: string, figure: string, notes: string[], brief: string[], spoken: string}} Cell `brief` is the same where there is little room
 * @typedef {object} Table
 * @property {string} name
 * @property {string} across what goes from the left to the right
 * @property {string} down what goes from the top to the bottom
 * @property {Side[]} rows from the top
 * @property {Side[]} columns from the left
 * @property {boolean} [short] whether all labels of columns are of a few letters
 * @property {(row: Side, column: Side) => Cell} cell
 * @property {(row: Side, column: Side) => void} choose
 */

/** More columns than these have no room for names on a phone. */
const ROOMY = 3;
/** More are wider than a phone, unless their labels are short: then they have room for one figure. */
const MOST_ON_A_PHONE = 5;

const STEPS = /** @type {Record<string, [number, number]>} */ ({ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1]});

/** Goes from cell to cell with the arrows. @param {KeyboardEvent} event */
function walk(event) {
  const step = STEPS[event.key];
  const from = /** @type {HTMLElement} */ (event.target).closest('button');
  const table = /** @type {HTMLElement} */ (event.currentTarget);
  const to = step && from && /** @type {HTMLElement | null} */ (table.querySelector(`[data-at="${Number(from.dataset.row) + step[0]} ${Number(from.dataset.column) + step[1]}"]`));
  if (from && to) {
    event.preventDefault();
    from.tabIndex = -1;
    to.tabIndex = 0;
    to.focus();
  }
}

/** How a table of so many columns is shown on a phone. @param {number} columns @param {boolean} short */
export function fit(columns, short) {
  if (columns <= ROOMY) {
    return 'roomy';
  }
  return columns <= MOST_ON_A_PHONE ? 'dense' : short ? 'dense tight' : `dense wide wide-${columns}`;
}

/** Two sides against each other: how much is in each cell by number, by a bar and by colour. @param {Table} table */
export function heat({name, across, down, rows, columns, short = false, cell, choose}) {
  const cells = rows.map((row) => columns.map((column) => cell(row, column)));
  const most = Math.max(...cells.flat().map((each) => each.value), 1);
  const fits = fit(columns.length, short);
  return html`<div class="scrolled heat ${fits}" role="group" aria-label=${name} tabindex=${fits.includes('wide') ? 0 : nothing} @keydown=${walk}>
    <table>
      <caption class="hidden-text">${name}</caption>
      <thead>
        <tr><td class="corner"><span class="down">${down}</span></td><th colspan=${columns.length} scope="colgroup" class="across">${across}</th></tr>
        <tr><td class="corner"></td>${columns.map((column) => html`<th scope="col">${column.label}${column.note ? html`<span class="note">${column.note}</span>` : nothing}</th>`)}</tr>
      </thead>
      <tbody>${rows.map((row, r) => html`<tr><th scope="row">${row.label}${row.note ? html`<span class="note">${row.note}</span>` : nothing}</th>
        ${columns.map((column, c) => html`<td>${button(cells[r][c], most, [r, c], () => choose(row, column))}</td>`)}</tr>`)}</tbody>
    </table>
  </div>`;
}

/** @param {Cell} cell @param {number} most @param {[number, number]} at @param {() => void} chosen */
function button(cell, most, [row, column], chosen) {
  return html`<button class="w${weight(cell.value, most)}" data-at="${row} ${column}" data-row=${row} data-column=${column} tabindex=${row + column ? -1 : 0}
    aria-label=${cell.spoken} @click=${chosen}>
    ${cell.title ? html`<span class="title">${cell.title}</span>` : nothing}
    <span class="figure">${cell.figure}</span>
    ${cell.notes.map((note) => html`<span class="note">${note}</span>`)}
    <span class="brief">${cell.brief.map((each) => html`<span>${each}</span>`)}</span>
    <svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">${svg`<rect width=${(Math.max(0, cell.value) / most) * 100} height="4" />`}</svg>
  </button>`;
}
