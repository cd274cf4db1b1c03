import {LitElement, css, html, nothing} from 'lit';
import {live} from 'lit/directives/live.js';
import {operators, parse, write, WITHOUT_VALUE} from './rsql.js';
import {Vocabulary} from './vocabulary.js';

const WORDS = {
  en: {
    add: 'Filter', remove: 'Remove the condition {name}', edit: 'Change the condition {name}', text: 'As text', pills: 'As conditions',
    apply: 'Apply', cancel: 'Cancel', fact: 'What', operator: 'How', value: 'Value', filter: 'Filter', other: 'Condition in text',
    '==': 'is', '!=': 'is not', '=begins=': 'begins with', '=in=': 'is one of', '=out=': 'is none of', '=text=': 'has the words',
    '=ge=': 'at least', '=gt=': 'more than', '=le=': 'at most', '=lt=': 'less than', '=known=': 'is known', '=unknown=': 'is not known',
    'date=ge=': 'since', 'date=lt=': 'before', several: 'several, parted by commas', true: 'yes', false: 'no',
    ago: 'a date, or -P30D for 30 days ago', days: '{n} days ago', clear: 'Remove all',
  },
  zh: {
    add: '筛选', remove: '删除条件 {name}', edit: '修改条件 {name}', text: '文本', pills: '条件', apply: '应用', cancel: '取消', fact: '字段',
    operator: '比较', value: '值', filter: '筛选条件', other: '文本条件', '==': '是', '!=': '不是', '=begins=': '开头是', '=in=': '属于', '=out=': '不属于',
    '=text=': '包含词', '=ge=': '不小于', '=gt=': '大于', '=le=': '不大于', '=lt=': '小于', '=known=': '已填写', '=unknown=': '未填写',
    'date=ge=': '不早于', 'date=lt=': '早于', several: '多个值用逗号分隔', true: '是', false: '否', ago: '日期，或 -P30D 表示 30 天前', days: '{n} 天前',
    clear: '全部清除',
  },
};

/**
 * A filter as pills and as text, which say the same at any time.
 *
 * Properties: `facts` (the catalogue), `value` (RSQL), `suggest(fact, start)` (values to choose from, a promise of [{value, label}] or texts),
 * `show(fact, value)` (a value in words), `problem` (what the server said of the filter). Event: `cl-change` {value}.
 */
export class ClFilter extends LitElement {
  static properties = {
    facts: {attribute: false},
    value: {type: String},
    suggest: {attribute: false},
    show: {attribute: false},
    problem: {attribute: false},
    editing: {state: true},
    asText: {state: true},
    offered: {state: true},
  };

  static styles = css`
    :host { display: flex; flex-wrap: wrap; align-items: center; gap: 6px; min-width: 0; position: relative; color: var(--cl-text); }
    button, input, select, textarea { font: inherit; color: inherit; }
    .pill { display: inline-flex; align-items: center; border: 1px solid var(--cl-border); border-radius: var(--cl-radius); background: var(--cl-background); height: 26px; max-width: 100%; }
    .pill button { all: unset; cursor: pointer; padding: 0 8px; height: 24px; line-height: 24px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    .pill button.remove { padding: 0; width: 26px; text-align: center; color: var(--cl-muted); border-left: 1px solid var(--cl-border); }
    .pill button:hover { background: var(--cl-hover); }
    .pill .op { color: var(--cl-muted); }
    .pill b { font-weight: 500; }
    :is(button, input, select, textarea):focus-visible { outline: 2px solid var(--cl-focus); outline-offset: -1px; border-radius: 5px; }
    .quiet { border: 1px dashed var(--cl-border); background: none; border-radius: var(--cl-radius); height: 26px; padding: 0 9px; cursor: pointer; color: var(--cl-muted); }
    .quiet:hover { color: var(--cl-text); background: var(--cl-hover); }
    .link { border: 0; background: none; color: var(--cl-muted); cursor: pointer; padding: 0 4px; height: 26px; }
    .link:hover { color: var(--cl-text); text-decoration: underline; }
    form { position: absolute; z-index: 20; top: calc(100% + 6px); left: 0; display: grid; gap: 8px; padding: 12px; width: min(320px, 92vw); box-sizing: border-box;
      background: var(--cl-raised); border: 1px solid var(--cl-border); border-radius: 8px; box-shadow: var(--cl-shadow); }
    label { display: grid; gap: 3px; font-size: 12px; color: var(--cl-muted); }
    form input, form select, textarea { height: 30px; border: 1px solid var(--cl-border-strong); border-radius: var(--cl-radius); background: var(--cl-background); padding: 0 8px; color: var(--cl-text); font-size: 13.5px; width: 100%; box-sizing: border-box; min-width: 0; }
    textarea { height: auto; padding: 5px 8px; font-family: var(--cl-font-mono); font-size: 12.5px; resize: vertical; flex: 1; }
    .actions { display: flex; justify-content: flex-end; gap: 6px; }
    .primary { background: var(--cl-accent); color: var(--cl-on-accent); border: 0; border-radius: var(--cl-radius); height: 28px; padding: 0 12px; cursor: pointer; font-weight: 500; }
    .secondary { background: none; border: 1px solid var(--cl-border-strong); border-radius: var(--cl-radius); height: 28px; padding: 0 12px; cursor: pointer; }
    .textual { display: flex; gap: 6px; flex: 1 1 100%; align-items: start; }
    .problem { flex: 1 1 100%; color: var(--cl-bad-text); font-size: 12.5px; margin: 0; }
  `;

  constructor() {
    super();
    this.facts = [];
    this.value = '';
    this.suggest = undefined;
    this.show = undefined;
    this.problem = undefined;
    this.editing = undefined;
    this.asText = false;
    this.offered = [];
    this.words = new Vocabulary(this, WORDS);
  }

  get #parts() {
    return parse(this.value);
  }

  /** Opens the editor of a new condition. */
  add() {
    const fact = this.facts.find((each) => each.name === 'status') ?? this.facts[0];
    if (fact) {
      this.#begin(-1, {fact: fact.name, op: operators(fact)[0], values: []});
    }
  }

  #begin(index, condition) {
    this.editing = {index, ...condition};
    this.#offer('');
  }

  async #offer(start) {
    const {fact} = this.editing ?? {};
    const found = fact && this.suggest ? await this.suggest(fact, start) : [];
    if (this.editing?.fact === fact) {
      this.offered = found.map((each) => (typeof each === 'string' ? {value: each, label: each} : each));
    }
  }

  #tell(parts) {
    this.value = write(parts);
    this.dispatchEvent(new CustomEvent('cl-change', {detail: {value: this.value}}));
  }

  #fact(name) {
    return this.facts.find((each) => each.name === name);
  }

  #label(name) {
    const fact = this.#fact(name);
    return fact?.label?.[this.words.locale] ?? fact?.label?.en ?? name;
  }

  #operator(op, name) {
    const type = this.#fact(name)?.type;
    const dated = type === 'date' || type === 'instant';
    const key = dated && (op === '=ge=' || op === '=lt=') ? `date${op}` : op;
    return this.words.t(key);
  }

  #shown(name, value) {
    const days = /^-P(\d+)D$/.exec(value);
    return days ? this.words.t('days', {n: days[1]}) : (this.show?.(name, value) ?? (this.#fact(name)?.type === 'boolean' ? this.words.t(value) : value));
  }

  render() {
    return html`
      ${this.asText ? this.#textual() : this.#pills()}
      ${this.problem ? html`<p class="problem" role="alert">${this.problem.errors?.[0]?.detail ?? this.problem.detail}</p>` : nothing}
      ${this.editing ? this.#editor() : nothing}
    `;
  }

  #pills() {
    const parts = this.#parts;
    return html`
      ${parts.map((part, i) => this.#pill(part, i))}
      <button class="quiet" @click=${() => this.add()}>+ ${this.words.t('add')}</button>
      ${parts.length > 1 ? html`<button class="link" @click=${() => this.#tell([])}>${this.words.t('clear')}</button>` : nothing}
      <button class="link" @click=${() => { this.asText = true; this.editing = undefined; }}>${this.words.t('text')}</button>
    `;
  }

  #pill(part, index) {
    const name = 'text' in part ? part.text : this.#label(part.fact);
    return html`<span class="pill">
      <button aria-label=${this.words.t('edit', {name})} @click=${() => ('text' in part ? (this.asText = true) : this.#begin(index, part))}>
        ${'text' in part
          ? html`<code>${part.text}</code>`
          : html`${name} <span class="op">${this.#operator(part.op, part.fact)}</span>
              <b>${part.values.map((value) => this.#shown(part.fact, value)).join(', ')}</b>`}
      </button>
      <button class="remove" aria-label=${this.words.t('remove', {name})} @click=${() => this.#tell(this.#parts.filter((_, i) => i !== index))}>×</button>
    </span>`;
  }

  #textual() {
    return html`<div class="textual">
      <textarea
        rows="2"
        spellcheck="false"
        aria-label=${this.words.t('filter')}
        .value=${live(this.value)}
        @keydown=${(event) => {
          if (event.key === 'Enter' && !event.shiftKey) {
            event.preventDefault();
            event.target.blur();
          }
        }}
        @change=${(event) => {
          this.value = event.target.value.trim();
          this.dispatchEvent(new CustomEvent('cl-change', {detail: {value: this.value}}));
        }}
      ></textarea>
      <button class="secondary" @click=${() => (this.asText = false)}>${this.words.t('pills')}</button>
    </div>`;
  }

  #editor() {
    const {fact, op, values} = this.editing;
    const known = this.#fact(fact);
    const several = op === '=in=' || op === '=out=';
    return html`<form @submit=${this.#apply} @keydown=${(event) => event.key === 'Escape' && this.#close()}>
      <label>${this.words.t('fact')}
        <select name="fact" @change=${(event) => this.#chooseFact(event.target.value)}>
          ${this.facts.map((each) => html`<option value=${each.name} ?selected=${each.name === fact}>${this.#label(each.name)}</option>`)}
        </select>
      </label>
      <label>${this.words.t('operator')}
        <select name="op" @change=${(event) => (this.editing = {...this.editing, op: event.target.value})}>
          ${operators(known).map((each) => html`<option value=${each} ?selected=${each === op}>${this.#operator(each, fact)}</option>`)}
        </select>
      </label>
      ${WITHOUT_VALUE.includes(op) ? nothing : html`<label>${this.words.t('value')}${this.#input(known, several, values)}</label>`}
      <div class="actions">
        <button type="button" class="secondary" @click=${this.#close}>${this.words.t('cancel')}</button>
        <button class="primary">${this.words.t('apply')}</button>
      </div>
    </form>`;
  }

  #input(fact, several, values) {
    if (fact?.type === 'boolean') {
      return html`<select name="value">
        ${['true', 'false'].map((each) => html`<option value=${each} ?selected=${each === values[0]}>${this.words.t(each)}</option>`)}
      </select>`;
    }
    const closed = this.offered.length > 0 && this.offered.some((each) => each.label !== each.value);
    if (closed && !several) {
      return html`<select name="value">
        ${this.offered.map((each) => html`<option value=${each.value} ?selected=${each.value === values[0]}>${each.label}</option>`)}
      </select>`;
    }
    const dated = fact?.type === 'date' || fact?.type === 'instant';
    const hint = several ? this.words.t('several') : dated ? this.words.t('ago') : '';
    return html`<input name="value" list="offered" autocomplete="off" placeholder=${hint}
        .value=${values.join(', ')}
        @input=${(event) => this.#offer(event.target.value.split(',').pop().trim())} />
      <datalist id="offered">${this.offered.map((each) => html`<option value=${each.value}>${each.label}</option>`)}</datalist>`;
  }

  #chooseFact(name) {
    this.offered = [];
    this.editing = {...this.editing, fact: name, op: operators(this.#fact(name))[0], values: []};
    this.#offer('');
  }

  #apply = (event) => {
    event.preventDefault();
    const {index, fact, op} = this.editing;
    const field = event.target.elements.value;
    const several = op === '=in=' || op === '=out=';
    const values = !field ? [] : (several ? field.value.split(',') : [field.value]).map((each) => each.trim()).filter(Boolean);
    if (!WITHOUT_VALUE.includes(op) && !values.length) {
      field?.focus();
      return;
    }
    const condition = {fact, op, values};
    const parts = this.#parts;
    this.#close();
    this.#tell(index < 0 ? [...parts, condition] : parts.with(index, condition));
  };

  #close = () => {
    this.editing = undefined;
    this.offered = [];
  };

  updated(changed) {
    if (changed.has('editing') && this.editing && !changed.get('editing')) {
      this.renderRoot.querySelector('form select')?.focus();
    }
  }
}

customElements.define('cl-filter', ClFilter);
