import {html, nothing} from 'lit';
import {typed} from './handlers.js';
import {clicked, doubleClicked} from './list-clicks.js';
import {styled} from './styled.js';

/** @typedef {import('./list.js').ClList} ClList */
/** @typedef {import('./shapes.js').Column} Column */
/** @typedef {import('./shapes.js').Row} Row */

const SHOWN_ON_CARD = 4;

/** A row: a cell for each column, or a card on a narrow screen. @param {ClList} list @param {Row} row @param {number} index */
export function line(list, row, index) {
  const chosen = list.selected.has(list.keyOf(row));
  return html`<div
    class="row ${index === list.current ? 'current' : ''}"
    id="r${index}"
    role="row"
    aria-rowindex=${index + 2}
    aria-selected=${list.selectable ? chosen : nothing}
    ${styled({top: `${index * list.sight.rowHeight}px`})}
    @click=${(/** @type {MouseEvent} */ event) => clicked(list, event, index)}
    @dblclick=${(/** @type {MouseEvent} */ event) => doubleClicked(list, event, index)}
  >
    ${list.selectable ? check(list, row, index) : nothing}
    ${list.narrow ? card(list, row) : list.columns.map((_, at) => cell(list, row, at, index))}
  </div>`;
}

/** @param {ClList} list @param {Row} row @param {number} index */
function check(list, row, index) {
  return html`<div class="cell check" role="gridcell">
    <input
      type="checkbox"
      tabindex="-1"
      aria-label=${list.words.t('choose', {name: list.label?.(row) ?? list.keyOf(row)})}
      .checked=${list.selected.has(list.keyOf(row))}
      @click=${(/** @type {MouseEvent} */ event) => {
        event.stopPropagation();
        list.choose(index, event.shiftKey);
      }}
    />
  </div>`;
}

/** @param {ClList} list @param {Row} row @param {number} at @param {number} index */
function cell(list, row, at, index) {
  const column = list.columns[at];
  const editing = list.editing?.index === index && list.editing.column === at;
  const shown = shownOf(column, row);
  const classes = `cell ${column.end ? 'end' : ''} ${at === 0 ? 'first' : ''} ${at === list.active ? 'active' : ''} ${typeof shown === 'object' ? 'own' : ''}`;
  return html`<div class=${classes} role="gridcell" data-column=${at}>
    ${editing ? editor(list, row, column) : content(list, row, at, shown)}
  </div>`;
}

/** @param {Column} column @param {Row} row */
function shownOf(column, row) {
  return column.render ? column.render(row) : (row[column.key] ?? '');
}

/** What a cell shows: a text that is cut where it has no more room, or what its column has made. @param {ClList} list @param {Row} row @param {number} at @param {unknown} shown */
function content(list, row, at, shown) {
  const column = list.columns[at];
  if (at === 0 && list.href) {
    return html`${column.lead?.(row) ?? nothing}<a class=${fit(list, shown, column)} href=${list.href(row)} tabindex="-1">${shown}</a>`;
  }
  return typeof shown === 'object' ? shown : html`<span class=${fit(list, shown, column)} @pointerenter=${tellCut}>${shown}</span>`;
}

/** Only what may be too wide clips. @param {ClList} list @param {unknown} shown @param {Column} column */
function fit(list, shown, column) {
  return !list.narrow && typeof shown !== 'object' && list.room.holds(String(shown), column) ? '' : 'text';
}

/** A text that is cut can be read in full while somebody points at it; its element may be another row's after that. @param {PointerEvent} event */
function tellCut(event) {
  const text = /** @type {HTMLElement} */ (event.currentTarget);
  if (text.scrollWidth > text.clientWidth) {
    text.title = text.textContent ?? '';
    text.addEventListener('pointerleave', () => text.removeAttribute('title'), {once: true});
  }
}

/** A row on a narrow screen: the first column as its title, some others below. @param {ClList} list @param {Row} row */
function card(list, row) {
  const others = list.columns.slice(1, 1 + SHOWN_ON_CARD);
  return html`<div class="cell first" role="gridcell">${content(list, row, 0, shownOf(list.columns[0], row))}</div>
    <div class="rest" role="gridcell">
      ${others.map((column) => html`<span>${shownOf(column, row)}</span>`)}
    </div>`;
}

/** What a cell is changed with. @param {ClList} list @param {Row} row @param {Column} column */
function editor(list, row, {title, edit}) {
  if (!edit) {
    return nothing;
  }
  const value = edit.value(row) ?? '';
  const done = typed((entered) => list.save(row, edit, entered));
  const keys = (/** @type {KeyboardEvent} */ event) => {
    event.stopPropagation();
    if (event.key === 'Enter') {
      done(event);
    } else if (event.key === 'Escape') {
      list.endEdit();
    }
  };
  return edit.options
    ? html`<select class="edit" aria-label=${title} @keydown=${keys} @change=${done} @blur=${() => list.endEdit(false)}>
        ${edit.options().map((option) => html`<option value=${option.value} ?selected=${option.value === value}>${option.label}</option>`)}
      </select>`
    : html`<input class="edit" aria-label=${title} .value=${value} @keydown=${keys} @blur=${done} />`;
}
