import {html, nothing} from 'lit';

const SHOWN_ON_CARD = 4;

/** What a cell shows. @param {any} list @param {any} row @param {any} column @param {number} at */
export function content(list, row, column, at) {
  const shown = column.render ? column.render(row) : (row[column.key] ?? '');
  if (at === 0 && list.href) {
    return html`${column.lead?.(row) ?? nothing}<a href=${list.href(row)} tabindex="-1">${shown}</a>`;
  }
  return typeof shown === 'object' ? shown : html`<span class="text" title=${shown}>${shown}</span>`;
}

/** A row on a narrow screen: the first column as its title, some others below. @param {any} list @param {any} row */
export function card(list, row) {
  const [first, ...others] = list.columns;
  return html`<div class="cell first" role="gridcell">${content(list, row, first, 0)}</div>
    <div class="rest" role="gridcell">
      ${others.slice(0, SHOWN_ON_CARD).map((column) => html`<span>${column.render ? column.render(row) : row[column.key]}</span>`)}
    </div>`;
}

/** What a cell is changed with. @param {any} list @param {any} row @param {any} column */
export function editor(list, row, column) {
  const value = column.edit.value(row) ?? '';
  const done = (event) => list.save(row, column, event.target.value);
  const keys = (event) => {
    event.stopPropagation();
    if (event.key === 'Enter') {
      done(event);
    } else if (event.key === 'Escape') {
      list.endEdit();
    }
  };
  return column.edit.options
    ? html`<select class="edit" aria-label=${column.title} @keydown=${keys} @change=${done} @blur=${() => list.endEdit(false)}>
        ${column.edit.options().map((option) => html`<option value=${option.value} ?selected=${option.value === value}>${option.label}</option>`)}
      </select>`
    : html`<input class="edit" aria-label=${column.title} .value=${value} @keydown=${keys} @blur=${done} />`;
}
