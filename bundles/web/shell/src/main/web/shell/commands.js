import {Context} from './context.js';
import {load} from './mounting.js';

/** @typedef {import('./screens.js').Contribution} Contribution */
/** @typedef {import('./context.js').Shared} Shared */

/** Runs an action, a bulk action or a command, and says what came of it. @param {Shared} shared @param {Contribution} contribution @param {Record<string, unknown>} subject */
export async function run(shared, contribution, subject) {
  if (!contribution.module) {
    shared.navigate(contribution.path ?? '');
    return;
  }
  try {
    const context = await new Context(shared, contribution.bundle).prepare();
    const done = await (await load(contribution))(context, subject);
    if (done?.message || done?.undo) {
      shared.notify({kind: 'good', text: done.message ?? '', undo: done.undo});
    }
  } catch (failure) {
    shared.notify({kind: 'bad', text: /** @type {Error} */ (failure).message});
  }
}
