import {html, nothing} from '@clientele/ui';
import {planPicture} from './module-picture.js';
import {PARTS} from './module-ties.js';

/** @typedef {import('./admin-screen.js').AdminScreen} AdminScreen */
/** @typedef {{sign: string, text: string, names?: string[]}} Sentence */

/** More of one kind than this are told in one sentence, their names on demand. */
const FEW = 3;

/** What a change would do, one sentence each. @param {AdminScreen} screen @param {import('./shapes.js').Plan} plan @returns {Sentence[]} */
export function sentences(screen, plan) {
  const said = PARTS.flatMap(({part}) => [
    ...told(screen, part, 'appear', plan[part].appear),
    ...told(screen, part, 'go', plan[part].go),
  ]);
  const kept = plan.kind === 'uninstall' && plan.tables.stay.length ? [{sign: 'archive', text: screen.t('plan.kept', list(plan.tables.stay))}] : [];
  const moved = plan.migrations.length ? [{sign: 'layers', text: screen.t('plan.migrations', list(plan.migrations))}] : [];
  const still = plan.suspendedFilters.length ? [{sign: 'filter', text: screen.t('plan.filters', list(plan.suspendedFilters))}] : [];
  return [...said, ...kept, ...moved, ...still];
}

/** @param {AdminScreen} screen @param {string} part @param {'appear' | 'go'} way @param {string[]} names @returns {Sentence[]} */
function told(screen, part, way, names) {
  const sign = way === 'appear' ? 'plus' : 'minus';
  return names.length > FEW
    ? [{sign, text: screen.t(`plan.${part}.${way}.many`, {n: names.length}), names}]
    : names.map((name) => ({sign, text: screen.t(`plan.${part}.${way}`, named(screen, part, name))}));
}

/** @param {string[]} names */
function list(names) {
  return {n: names.length, names: names.join(', ')};
}

/** A screen is told as `page praise`. @param {AdminScreen} screen @param {string} part @param {string} name */
function named(screen, part, name) {
  const [kind, ...rest] = name.split(' ');
  return part === 'screens' ? {kind: screen.t(`kind.${kind}`), name: rest.join(' ')} : {name};
}

/** The sentences, why it is refused, and the picture. @param {AdminScreen} screen @param {import('./shapes.js').Plan} plan */
export function planView(screen, plan) {
  const said = sentences(screen, plan);
  return html`
    <div class="stack">
      ${plan.refusals.map((why) => html`<p class="refusal"><cl-icon name="triangle-alert"></cl-icon>${why}</p>`)}
      <ul class="plain sentences">
        ${said.length === 0 ? html`<li><cl-icon name="check"></cl-icon>${screen.t('plan.nothing')}</li>` : nothing}
        ${said.map(sentence)}
        <li><cl-icon name="clock"></cl-icon><span>${screen.t(`plan.away.${plan.kind}`)}</span></li>
      </ul>
      ${planPicture(screen, plan)}
    </div>
  `;
}

/** @param {Sentence} said */
function sentence({sign, text, names}) {
  const told = names
    ? html`<details><summary>${text}</summary>${names.map((name) => html`<div><code>${name}</code></div>`)}</details>`
    : html`<span>${text}</span>`;
  return html`<li class=${sign}><cl-icon name=${sign}></cl-icon>${told}</li>`;
}
