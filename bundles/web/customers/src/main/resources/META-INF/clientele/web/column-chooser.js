import {html, live, nothing} from '@clientele/ui';

/** Which columns a list has, and in which order. @param {any} list @param {(key: string, values?: object) => string} t */
export function columnChooser(list, t) {
  const known = new Map(list.facts.map((fact) => [fact.name, fact]));
  const chosen = list.columns.filter((name) => known.has(name));
  const others = list.facts.filter((fact) => fact.type !== 'words' && !chosen.includes(fact.name));
  const set = (columns) => {
    list.columns = columns;
    list.refresh();
  };
  return html`
    <ol class="plain columns" aria-label=${t('list.columns')}>
      ${chosen.map((name, at) => html`<li class="row">${tick(list, known.get(name), {chosen: true, set: () => set(chosen.filter((each) => each !== name))})}
        <span class="space"></span>${at > 1 ? mover(list, t, {fact: known.get(name), by: -1, set: () => set(moved(chosen, at, -1))}) : nothing}
        ${at > 0 && at < chosen.length - 1 ? mover(list, t, {fact: known.get(name), by: 1, set: () => set(moved(chosen, at, 1))}) : nothing}</li>`)}
    </ol>
    ${others.length ? html`<fieldset class="columns"><legend class="muted small">${t('columns.others')}</legend>
      ${others.map((fact) => tick(list, fact, {chosen: false, set: () => set([...chosen, fact.name])}))}</fieldset>` : nothing}`;
}

/** The list with one column somewhere else; the first names the row and stays where it is. @param {string[]} names @param {number} at @param {number} by */
export function moved(names, at, by) {
  const next = [...names];
  const [name] = next.splice(at, 1);
  next.splice(Math.max(1, at + by), 0, name);
  return next;
}

function tick(list, fact, {chosen, set}) {
  const label = list.factColumns.label(fact);
  return html`<label class="row"><input type="checkbox" .checked=${live(chosen)} ?disabled=${fact.name === 'name'} @change=${set} />
    ${label} <span class="muted small">${fact.name}</span></label>`;
}

function mover(list, t, {fact, by, set}) {
  const label = t(by < 0 ? 'columns.earlier' : 'columns.later', {name: list.factColumns.label(fact)});
  return html`<button class="quiet icon" aria-label=${label} @click=${set}><cl-icon name=${by < 0 ? 'arrow-up' : 'arrow-down'}></cl-icon></button>`;
}
