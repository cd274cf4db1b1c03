import {html, nothing} from 'lit';
import {inLanguage, t} from './texts.js';

/** @typedef {import('./screens.js').Contribution} Contribution */

const GROUPS = ['work', 'customers', 'insight', 'administration'];
const ON_A_PHONE = 4;

/** Pages by group, those first that belong to none we know. @param {Contribution[]} pages */
function grouped(pages) {
  return GROUPS.map((group) => ({group, pages: pages.filter((page) => (page.group ?? 'work') === group)})).filter(
    ({pages: some}) => some.length > 0,
  );
}

/** @param {Contribution} page @param {Contribution | undefined} current */
function link(page, current) {
  const here = page.bundle.bundle === current?.bundle.bundle && page.name === current.name;
  return html`
    <a href="/app/${page.path}" aria-current=${here ? 'page' : nothing}>
      <cl-icon name=${page.icon ?? 'puzzle'}></cl-icon><span>${inLanguage(page.title)}</span>
    </a>
  `;
}

/** The list at the side. @param {Contribution[]} pages @param {Contribution | undefined} current */
export function sidebar(pages, current) {
  return grouped(pages).map(
    ({group, pages: some}) => html`
      <section>
        <h2 id="group-${group}">${t(`group.${group}`)}</h2>
        <ul aria-labelledby="group-${group}">
          ${some.map((page) => html`<li>${link(page, current)}</li>`)}
        </ul>
      </section>
    `,
  );
}

/** The bar at the bottom of a phone: the pages used most, and the way to all others. @param {Contribution[]} pages @param {Contribution | undefined} current @param {() => void} more */
export function bottomBar(pages, current, more) {
  const order = grouped(pages).flatMap(({pages: some}) => some);
  return html`
    ${order.slice(0, ON_A_PHONE).map((page) => link(page, current))}
    <button @click=${more}><cl-icon name="menu"></cl-icon><span>${t('more')}</span></button>
  `;
}
