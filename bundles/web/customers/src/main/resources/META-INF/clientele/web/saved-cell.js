/** @typedef {import('./list-view.js').ListView} ListView */
/** @typedef {import('./shapes.js').Customer} Customer */
/** @typedef {import('./columns.js').Patch} Patch */

/** Writes one cell, unless somebody else was quicker; what was there before can be put back. @param {ListView} view @param {Customer} row @param {Patch} patch */
export async function saveCell(view, row, patch) {
  const {context, host} = view;
  const names = /** @type {(keyof Patch)[]} */ (Object.keys(patch));
  const before = /** @type {Patch} */ (Object.fromEntries(names.map((name) => [name, row[name] ?? null])));
  try {
    const after = await write(view, row, patch);
    context.notify({kind: 'good', text: host.t('list.saved', {name: row.name}), undo: () => write(view, after, before)});
  } catch (failure) {
    const problem = /** @type {import('@clientele/ui').Refusal & Error} */ (failure);
    const text = problem.status === 412 ? host.t('conflict') : problem.message;
    context.notify({kind: 'bad', text});
    view.source.stale(row.id);
  }
}

/** @param {ListView} view @param {Customer} row @param {Patch} patch @returns {Promise<Customer>} as it is now */
async function write(view, row, patch) {
  const answer = await view.context.api.patch(`/api/v1/customers/${row.id}`, {body: patch, ifMatch: `"${row.version}"`});
  const after = /** @type {Customer} */ ({...answer.body, facts: row.facts});
  view.list?.patch(after);
  return after;
}
