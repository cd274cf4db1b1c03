import {html, nothing, svg} from '@clientele/ui';
import {counts, dependants, size, ties, turn} from './module-ties.js';

/** @typedef {import('./admin-screen.js').AdminScreen} AdminScreen */
/** @typedef {import('./module-ties.js').Tie} Tie */

const ROW = 38;
const OWN = 150;
const LEFT = 210;
const WIDTH = 620;

/** What is wired to what: the module, the bundles that it needs and brings something to, and those that hang on it. @param {AdminScreen} screen @param {import('./shapes.js').Plan} plan */
export function planPicture(screen, plan) {
  const found = ties(plan);
  if (found.length === 0) {
    return nothing;
  }
  const hanging = dependants(plan.refreshed);
  const height = (found.length + hanging.length) * ROW;
  const middle = height / 2;
  const version = [plan.from, plan.to].filter(Boolean).join(' → ');
  return html`
    <figure>
      <figcaption class="muted small">${screen.t('plan.picture.text', {name: plan.module})}</figcaption>
      <svg class="picture" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label=${screen.t('plan.picture', {name: plan.module})}>
        ${found.map((tie, at) => carrier(screen, tie, {middle, y: at * ROW + ROW / 2}))}
        ${hanging.map((name, at) => dependant(screen, name, {middle, y: (found.length + at) * ROW + ROW / 2}))}
        <rect class="box own" x="1" y=${middle - 19} width=${OWN} height="38" rx="8"></rect>
        <text class="name" x=${OWN / 2} y=${middle - 2}>${short(plan.module)}</text>
        <text class="note" x=${OWN / 2} y=${middle + 12}>${version}</text>
      </svg>
      <details>
        <summary>${screen.t('plan.picture.list')}</summary>
        <dl class="facts small">${found.map((tie) => html`<dt>${label(screen, tie)}</dt><dd>${spelled(screen, tie)}</dd>`)}</dl>
      </details>
    </figure>
  `;
}

/** @param {{middle: number, y: number}} place */
function line({middle, y}) {
  const bend = (OWN + LEFT) / 2;
  return `M ${OWN + 1} ${middle} C ${bend} ${middle}, ${bend} ${y}, ${LEFT} ${y}`;
}

/** @param {AdminScreen} screen @param {Tie} tie @param {{middle: number, y: number}} place */
function carrier(screen, tie, place) {
  const {y} = place;
  const wired = size(tie.packages) > 0;
  return svg`
    <path class="wire ${turn(tie)} ${wired ? '' : 'loose'}" d=${line(place)}></path>
    <rect class="box" x=${LEFT} y=${y - 15} width=${WIDTH - LEFT - 1} height="30" rx="8"></rect>
    <text class="name start" x=${LEFT + 12} y=${y + 4}>${label(screen, tie)}</text>
    <text class="note end" x=${WIDTH - 12} y=${y + 4}>${brief(screen, tie)}</text>
  `;
}

/** @param {AdminScreen} screen @param {string} name @param {{middle: number, y: number}} place */
function dependant(screen, name, place) {
  return svg`
    <path class="wire goes" d=${line(place)}></path>
    <rect class="box bad" x=${LEFT} y=${place.y - 15} width=${WIDTH - LEFT - 1} height="30" rx="8"></rect>
    <text class="name start" x=${LEFT + 12} y=${place.y + 4}>${short(name)}</text>
    <text class="note end" x=${WIDTH - 12} y=${place.y + 4}>${screen.t('plan.hangs')}</text>
  `;
}

/** @param {string} name */
function short(name) {
  return name.length > 24 ? `${name.slice(0, 23)}…` : name;
}

/** @param {AdminScreen} screen @param {Tie} tie */
function label(screen, {bundle}) {
  return bundle === 'libraries' ? screen.t('carrier.libraries') : bundle;
}

/** How much comes, stays and goes there. @param {AdminScreen} screen @param {Tie} tie */
function brief(screen, {packages, parts}) {
  const carried = parts.map(({part, names}) => `${screen.t(`carried.${part}`)} ${counts(names)}`);
  return [...(size(packages) ? [`${screen.t('carried.packages')} ${counts(packages)}`] : []), ...carried].join(' · ');
}

/** The same with every name. @param {AdminScreen} screen @param {Tie} tie */
function spelled(screen, {packages, parts}) {
  const all = [{part: 'packages', names: packages}, ...parts].filter(({names}) => size(names));
  return all.map(
    ({part, names}) =>
      html`<div>
        ${screen.t(`carried.${part}`)}:
        ${[...names.appear.map((name) => `+ ${name}`), ...names.go.map((name) => `− ${name}`), ...names.stay].map((name) => html`<code>${name}</code> `)}
      </div>`,
  );
}
