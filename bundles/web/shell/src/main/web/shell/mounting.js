import {Context} from './context.js';

/** @typedef {import('./screens.js').Contribution} Contribution */
/** @typedef {import('./context.js').Shared} Shared */
/** @typedef {import('../ui/screen.js').Screen} Screen */

/** The tag of a screen: another one for each generation, since a name is given to a class once and for all. @param {Contribution} contribution */
function tagOf({bundle, kind, name}) {
  return `cl-s-${bundle.bundle}-${bundle.generation}-${kind}-${name}`.toLowerCase().replaceAll(/[^a-z0-9-]/g, '-');
}

/** What a contribution's module gives: a class or a function. @param {Contribution} contribution */
export async function load({bundle, module}) {
  return (await import(bundle.base + module)).default;
}

/**
 * Makes a screen, ready to be shown. @param {Shared} shared @param {Contribution} contribution
 * @returns {Promise<Screen>}
 */
export async function mount(shared, contribution) {
  const context = new Context(shared, contribution.bundle);
  const [type] = await Promise.all([load(contribution), context.prepare()]);
  const tag = tagOf(contribution);
  if (!customElements.get(tag)) {
    customElements.define(tag, type);
  }
  const screen = /** @type {Screen} */ (document.createElement(tag));
  screen.context = context;
  return screen;
}
