/** @typedef {import('./list.js').ClList} ClList */

/** What a click on a row does. @param {ClList} list @param {MouseEvent} event @param {number} index */
export function clicked(list, event, index) {
  const target = /** @type {Element} */ (event.target);
  list.current = index;
  list.active = columnOf(target) ?? list.active;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.button) {
    if (event.shiftKey && list.selectable) {
      event.preventDefault();
      list.choose(index, true);
    }
    return;
  }
  if (target.closest('a') || list.narrow) {
    event.preventDefault();
    list.open(list.items[index]);
  }
}

/** Opens the editor of the cell. @param {ClList} list @param {MouseEvent} event @param {number} index */
export function doubleClicked(list, event, index) {
  const target = /** @type {Element} */ (event.target);
  const column = columnOf(target);
  if (column !== undefined && !target.closest('a')) {
    list.edit(index, column);
  }
}

/** @param {Element} target */
function columnOf(target) {
  const cell = /** @type {HTMLElement | null} */ (target.closest('[data-column]'));
  return cell ? Number(cell.dataset.column) : undefined;
}
