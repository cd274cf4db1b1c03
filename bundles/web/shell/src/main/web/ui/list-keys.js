/** @typedef {import('./list.js').ClList} ClList */

/** What a key does in a list. @param {ClList} list @param {KeyboardEvent} event */
export function listKey(list, event) {
  if (event.target !== list.grid.value || event.altKey) {
    return;
  }
  const command = event.ctrlKey || event.metaKey;
  const done = command ? commands(list, event.key) : plain(list, event.key);
  if (done) {
    event.preventDefault();
  }
}

/** @param {ClList} list @param {string} key */
function commands(list, key) {
  if (key !== 'a' || !list.selectable) {
    return false;
  }
  list.chooseAll(true);
  return true;
}

/** @param {ClList} list @param {string} key */
function plain(list, key) {
  const page = Math.max(1, list.sight.visible - 3);
  const rows = {j: 1, ArrowDown: 1, k: -1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity}[key];
  const cells = {ArrowRight: 1, ArrowLeft: -1}[key];
  if (rows) {
    list.move(rows);
  } else if (cells) {
    list.active = Math.max(0, Math.min(list.columns.length - 1, list.active + cells));
  } else if (key === 'Enter' && list.items[list.current]) {
    list.open(list.items[list.current]);
  } else if ((key === 'x' || key === ' ') && list.selectable) {
    list.choose(list.current, false);
  } else if (key === 'e' || key === 'F2') {
    list.edit(list.current, list.active);
  } else if (key === 'Escape' && list.selected.size) {
    list.chooseAll(false);
  } else {
    return false;
  }
  return true;
}
