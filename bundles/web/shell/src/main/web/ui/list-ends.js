import {html, nothing} from 'lit';
import {ticked} from './handlers.js';
import {styled} from './styled.js';

/** @typedef {import('./list.js').ClList} ClList */

/** The names of the columns, by which the list is sorted, and the box that chooses all. @param {ClList} list */
export function head(list) {
  return html`<div role="rowgroup" class="head-group">
    <div class="head" role="row" aria-rowindex="1">
      ${list.selectable
        ? html`<div class="cell check" role="columnheader">
            <input
              type="checkbox"
              aria-label=${list.words.t('chooseAll')}
              .checked=${list.items.length > 0 && list.selected.size >= list.items.length}
              .indeterminate=${list.selected.size > 0 && list.selected.size < list.items.length}
              @change=${ticked((every) => list.chooseAll(every))}
            />
          </div>`
        : nothing}
      ${list.columns.map((column) => heading(list, column))}
    </div>
  </div>`;
}

/** A column's name; a button where the list can be sorted by it. @param {ClList} list @param {import('./shapes.js').Column} column */
function heading(list, column) {
  const key = column.sort ?? column.key;
  const first = (list.sort ?? '').split(',')[0];
  const order = first === key ? 'ascending' : first === `-${key}` ? 'descending' : 'none';
  return html`<div class="cell ${column.end ? 'end' : ''}" role="columnheader" aria-sort=${column.sortable ? order : nothing}>
    ${column.sortable
      ? html`<button @click=${() => list.sortBy(key, order)}>
          <span class="text">${column.title}</span>
          <span aria-hidden="true">${order === 'ascending' ? '↑' : order === 'descending' ? '↓' : ''}</span>
        </button>`
      : html`<span class="text">${column.title}</span>`}
  </div>`;
}

/** What follows the rows: more is on its way, or could not be read. @param {ClList} list */
export function foot(list) {
  const {rows} = list;
  if (list.sight.printing) {
    return list.sight.isCut ? html`<div class="foot">${list.words.t('printed', {n: list.sight.range[1]})}</div>` : nothing;
  }
  if (!rows || rows.state === 'loading') {
    return list.items.length ? waiting(list) : bones(list);
  }
  if (rows.state === 'failed' && list.items.length) {
    return html`<div class="foot" role="alert">
      ${list.words.t('failed')} <button @click=${() => rows.more()}>${list.words.t('retry')}</button>
    </div>`;
  }
  return nothing;
}

/** Said only to whoever has come to the end: rows are read ahead of everybody else. @param {ClList} list */
function waiting(list) {
  return list.sight.isAtEnd ? html`<div class="foot" role="status">${list.words.t('loading')}</div>` : nothing;
}

/** In the place of rows that nobody has seen yet. @param {ClList} list */
function bones(list) {
  return html`<div class="bones" aria-hidden="true">
    ${Array.from({length: Math.min(list.sight.visible, 24)}, (_, i) => html`<div class="cell" ${styled({height: `${list.sight.rowHeight}px`})}>
      <div class="bone" ${styled({width: `${40 + ((i * 37) % 45)}%`})}></div>
    </div>`)}
  </div>`;
}
