import {html} from '@clientele/ui';

/** A list in which one thing has gone to another place; the same list if there is no such place. @template T @param {T[]} list @param {number} from @param {number} to */
export function shifted(list, from, to) {
  if (to < 0 || to >= list.length) {
    return list;
  }
  const others = list.toSpliced(from, 1);
  return others.toSpliced(to, 0, list[from]);
}

/**
 * Two buttons that move something forwards and back in an order; the cursor goes along.
 *
 * @param {import('@clientele/ui').Screen} host @param {{order: string[], item: string, name: string, moved: (order: string[]) => void}} of
 */
export function mover(host, {order, item, name, moved}) {
  const at = order.indexOf(item);
  const step = (/** @type {-1 | 1} */ by) => {
    moved(shifted(order, at, at + by));
    host.updateComplete.then(() => follow(host, item, by));
  };
  return html`<span class="mover" data-item=${item}>
    <button class="quiet icon" data-by="-1" ?disabled=${at === 0} aria-label=${host.t('order.earlier', {name})} @click=${() => step(-1)}><cl-icon name="arrow-up"></cl-icon></button>
    <button class="quiet icon" data-by="1" ?disabled=${at === order.length - 1} aria-label=${host.t('order.later', {name})} @click=${() => step(1)}><cl-icon name="arrow-down"></cl-icon></button></span>`;
}

/** @param {import('@clientele/ui').Screen} host @param {string} item @param {-1 | 1} by */
function follow(host, item, by) {
  const buttons = /** @type {HTMLButtonElement[]} */ ([...host.renderRoot.querySelectorAll(`.mover[data-item="${CSS.escape(item)}"] button`)]);
  const free = buttons.filter((button) => !button.disabled);
  (free.find((button) => button.dataset.by === String(by)) ?? free[0])?.focus();
}
