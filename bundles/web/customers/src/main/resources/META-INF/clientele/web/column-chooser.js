import {html, live, nothing} from '@clientele/ui';

/** @typedef {import('./list-view.js').ListView} ListView */
/** @typedef {import('@clientele/ui').Fact} Fact */
/** @typedef {import('@clientele/ui').Say} Say */

/** Which columns a list has, and in which order. @param {ListView} list @param {Say} t */
export function columnChooser(list, t) {
  const known = new Map(list.facts.map((fact) => [fact.name, fact]));
  const chosen = list.columns.map((name) => known.get(name)).filter((fact) => fact !== undefined);
  const names = chosen.map((fact) => fact.name);
  const others = list.facts.filter((fact) => fact.type !== 'words' && !names.includes(fact.name));
  const set = (/** @type {string[]} */ columns) => {
    list.columns = columns;
    list.refresh();
  };
  return html`
    <ol class="plain columns" aria-label=${t('list.columns')}>
      ${chosen.map((fact, at) => html`<li class="row">${tick(list, fact, {chosen: true, set: () => set(names.filter((each) => each !== fact.name))})}
        <span class="space"></span>${at > 1 ? mover(list, t, {fact, by: -1, set: () => set(moved(names, at, -1))}) : nothing}
        ${at > 0 && at < chosen.length - 1 ? mover(list, t, {fact, by: 1, set: () => set(moved(names, at, 1))}) : nothing}</li>`)}
    </ol>
    ${others.length ? html`<fieldset class="columns"><legend class="muted small">${t('columns.others')}</legend>
      ${others.map((fact) => tick(list, fact, {chosen: false, set: () => set([...names, fact.name])}))}</fieldset>` : nothing}`;
}

/** The list with one column somewhere else; the first names the row and stays where it is. @param {string[]} names @param {number} at @param {number} by */
export function moved(names, at, by) {
  const next = [...names];
  const [name] = next.splice(at, 1);
  next.splice(Math.max(1, at + by), 0, name);
  return next;
}

/** @param {ListView} list @param {Fact} fact @param {{chosen: boolean, set: () => void}} box */
function tick(list, fact, {chosen, set}) {
  const label = list.factColumns.label(fact);
  return html`<label class="row"><input type="checkbox" .checked=${live(chosen)} ?disabled=${fact.name === 'name'} @change=${set} />
    ${label} <span class="muted small">${fact.name}</span></label>`;
}

/** @param {ListView} list @param {Say} t @param {{fact: Fact, by: number, set: () => void}} move */
function mover(list, t, {fact, by, set}) {
  const label = t(by < 0 ? 'columns.earlier' : 'columns.later', {name: list.factColumns.label(fact)});
  return html`<button class="quiet icon" aria-label=${label} @click=${set}><cl-icon name=${by < 0 ? 'arrow-up' : 'arrow-down'}></cl-icon></button>`;
}
