import {html, nothing} from 'lit';
import {typed} from './handlers.js';
import {operators, WITHOUT_VALUE} from './rsql.js';

/** @typedef {import('./filter.js').ClFilter} ClFilter */

/** The form in which one condition is written. @param {ClFilter} filter @param {import('./filter.js').Editing} editing */
export function editor(filter, {fact, op, values}) {
  const {words} = filter;
  return html`<form @submit=${filter.apply} @keydown=${(/** @type {KeyboardEvent} */ event) => event.key === 'Escape' && filter.close()}>
    <label>${words.t('fact')}
      <select name="fact" @change=${typed((name) => filter.chooseFact(name))}>
        ${filter.facts.map((each) => html`<option value=${each.name} ?selected=${each.name === fact}>${filter.labelOf(each.name)}</option>`)}
      </select>
    </label>
    <label>${words.t('operator')}
      <select name="op" @change=${typed((chosen) => filter.edit({op: chosen}))}>
        ${operators(filter.factOf(fact)).map((each) => html`<option value=${each} ?selected=${each === op}>${filter.operatorOf(each, fact)}</option>`)}
      </select>
    </label>
    ${WITHOUT_VALUE.includes(op) ? nothing : html`<label>${words.t('value')}${input(filter, {fact, op, values})}</label>`}
    <div class="actions">
      <button type="button" class="secondary" @click=${filter.close}>${words.t('cancel')}</button>
      <button class="primary">${words.t('apply')}</button>
    </div>
  </form>`;
}

/** What its value is chosen from, or written in. @param {ClFilter} filter @param {import('./rsql.js').Condition} condition */
function input(filter, {fact, op, values}) {
  const {words, offered} = filter;
  const type = filter.factOf(fact)?.type;
  if (type === 'boolean') {
    return choice(['true', 'false'].map((value) => ({value, label: words.t(value)})), values[0]);
  }
  const several = op === '=in=' || op === '=out=';
  if (!several && offered.some((each) => each.label !== each.value)) {
    return choice(offered, values[0]);
  }
  const dated = type === 'date' || type === 'instant';
  const hint = several ? words.t('several') : dated ? words.t('ago') : '';
  return html`<input name="value" list="offered" autocomplete="off" placeholder=${hint}
      .value=${values.join(', ')}
      @input=${typed((text) => filter.offer(text.slice(text.lastIndexOf(',') + 1).trim()))} />
    <datalist id="offered">${offered.map((each) => html`<option value=${each.value}>${each.label}</option>`)}</datalist>`;
}

/** @param {import('./shapes.js').Option[]} options @param {string | undefined} chosen */
function choice(options, chosen) {
  return html`<select name="value">
    ${options.map((each) => html`<option value=${each.value} ?selected=${each.value === chosen}>${each.label}</option>`)}
  </select>`;
}
