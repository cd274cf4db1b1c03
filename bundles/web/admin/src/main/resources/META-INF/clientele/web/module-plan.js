import {html, nothing, svg} from '@clientele/ui';

/** @typedef {import('./admin-screen.js').AdminScreen} AdminScreen */
/** @typedef {{appear: string[], stay: string[], go: string[]}} Difference */

/** The parts of a module, and the bundle of the core that carries each. */
const PARTS = [
  {part: 'screens', carrier: 'shell'},
  {part: 'paths', carrier: 'rest'},
  {part: 'permissions', carrier: 'access'},
  {part: 'tables', carrier: 'persistence'},
  {part: 'facts', carrier: 'facts'},
];
const ROW = 40;
const LEFT = 130;
const RIGHT = 220;
const WIDTH = 390;

/** What a change would do, one sentence each. @param {AdminScreen} screen @param {any} plan @returns {{sign: string, text: string}[]} */
export function sentences(screen, plan) {
  const said = PARTS.flatMap(({part}) => {
    /** @type {Difference} */
    const difference = plan[part];
    return [
      ...difference.appear.map((name) => ({sign: 'plus', text: screen.t(`plan.${part}.appear`, named(screen, part, name))})),
      ...difference.go.map((name) => ({sign: 'minus', text: screen.t(`plan.${part}.go`, named(screen, part, name))})),
    ];
  });
  const kept = plan.kind === 'uninstall' && plan.tables.stay.length ? [{sign: 'archive', text: screen.t('plan.kept', list(plan.tables.stay))}] : [];
  const moved = plan.migrations.length ? [{sign: 'layers', text: screen.t('plan.migrations', list(plan.migrations))}] : [];
  const still = plan.suspendedFilters.length ? [{sign: 'filter', text: screen.t('plan.filters', list(plan.suspendedFilters))}] : [];
  return [...said, ...kept, ...moved, ...still];
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

/** The sentences, why it is refused, and the picture. @param {AdminScreen} screen @param {any} plan */
export function planView(screen, plan) {
  const said = sentences(screen, plan);
  return html`
    <div class="stack">
      ${plan.refusals.map((/** @type {string} */ why) => html`<p class="refusal"><cl-icon name="triangle-alert"></cl-icon>${why}</p>`)}
      <ul class="plain sentences">
        ${said.length === 0 ? html`<li><cl-icon name="check"></cl-icon>${screen.t('plan.nothing')}</li>` : nothing}
        ${said.map(({sign, text}) => html`<li class=${sign}><cl-icon name=${sign}></cl-icon><span>${text}</span></li>`)}
        <li><cl-icon name="clock"></cl-icon><span>${screen.t(`plan.away.${plan.kind}`)}</span></li>
      </ul>
      ${planPicture(screen, plan)}
    </div>
  `;
}

/** What ties the module to the core: to each of its bundles, and how much comes, stays and goes there. @param {AdminScreen} screen @param {any} plan */
function planPicture(screen, plan) {
  const ties = PARTS.filter(({part}) => plan[part].appear.length + plan[part].stay.length + plan[part].go.length > 0);
  if (ties.length === 0) {
    return nothing;
  }
  const height = ties.length * ROW;
  const middle = height / 2;
  const version = [plan.from, plan.to].filter(Boolean).join(' → ');
  return html`
    <svg class="picture" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label=${screen.t('plan.picture', {name: plan.module})}>
      ${ties.map((tie, at) => wire(screen, plan, tie, {middle, y: at * ROW + ROW / 2}))}
      <rect class="box own" x="1" y=${middle - 19} width=${LEFT - 2} height="38" rx="8"></rect>
      <text class="name" x=${LEFT / 2} y=${middle - 2}>${plan.module}</text>
      <text class="note" x=${LEFT / 2} y=${middle + 12}>${version}</text>
    </svg>
  `;
}

/** @param {AdminScreen} screen @param {any} plan @param {{part: string, carrier: string}} tie @param {{middle: number, y: number}} place */
function wire(screen, plan, {part, carrier}, {middle, y}) {
  const {appear, stay, go} = plan[part];
  const tone = appear.length ? 'comes' : go.length ? 'goes' : '';
  const counts = [appear.length && `+${appear.length}`, go.length && `−${go.length}`, stay.length && `=${stay.length}`].filter(Boolean).join(' ');
  const bend = (LEFT + RIGHT) / 2;
  return svg`
    <path class="wire ${tone}" d="M ${LEFT} ${middle} C ${bend} ${middle}, ${bend} ${y}, ${RIGHT} ${y}"></path>
    <rect class="box" x=${RIGHT} y=${y - 15} width=${WIDTH - RIGHT - 1} height="30" rx="8"></rect>
    <text class="name start" x=${RIGHT + 12} y=${y + 4}>${screen.t(`carrier.${carrier}`)}</text>
    <text class="note end" x=${WIDTH - 12} y=${y + 4}>${counts}</text>
  `;
}
