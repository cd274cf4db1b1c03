import {LitElement, html, nothing} from 'lit';
import {live} from 'lit/directives/live.js';
import {editor} from './filter-editor.js';
import {filterStyles} from './filter-styles.js';
import {gone, withoutGone} from './filter-gone.js';
import {FILTER_WORDS} from './filter-words.js';
import {typed} from './handlers.js';
import {operators, parse, write, WITHOUT_VALUE} from './rsql.js';
import {Vocabulary} from './vocabulary.js';

/** @typedef {import('./shapes.js').Fact} Fact */
/** @typedef {import('./shapes.js').Option} Option */
/** @typedef {import('./rsql.js').Condition} Condition */
/** @typedef {import('./rsql.js').Part} Part */
/** @typedef {Condition & {index: number}} Editing the condition at a place, or a new one at -1 */

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

  static styles = filterStyles;

  constructor() {
    super();
    this.facts = /** @type {Fact[]} */ ([]);
    this.value = '';
    /** @type {((fact: string, start: string) => Promise<(string | Option)[]>) | undefined} */
    this.suggest = undefined;
    /** @type {((fact: string, value: string) => string) | undefined} */
    this.show = undefined;
    /** @type {import('./shapes.js').Refusal | undefined} */
    this.problem = undefined;
    /** @type {Editing | undefined} */
    this.editing = undefined;
    /** The text as it is being written, until it is taken over. @type {string | undefined} */
    this.draft = undefined;
    this.asText = false;
    this.offered = /** @type {Option[]} */ ([]);
    this.words = new Vocabulary(this, FILTER_WORDS);
  }

  /** @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    if (changed.has('value')) {
      this.draft = undefined;
    }
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

  /** @param {number} index @param {Condition} condition */
  #begin(index, condition) {
    this.editing = {index, ...condition};
    this.offer('');
  }

  /** @param {string} start */
  async offer(start) {
    const {fact} = this.editing ?? {};
    const found = fact && this.suggest ? await this.suggest(fact, start) : [];
    if (this.editing?.fact === fact) {
      this.offered = found.map((each) => (typeof each === 'string' ? {value: each, label: each} : each));
    }
  }

  /** @param {string} value */
  #tell(value) {
    this.value = value;
    this.dispatchEvent(new CustomEvent('cl-change', {detail: {value: this.value}}));
  }

  /** @param {string} name */
  factOf(name) {
    return this.facts.find((each) => each.name === name);
  }

  /** @param {string} name */
  labelOf(name) {
    const fact = this.factOf(name);
    return fact?.label?.[this.words.locale] ?? fact?.label?.en ?? name;
  }

  /** @param {string} op @param {string} name */
  operatorOf(op, name) {
    const type = this.factOf(name)?.type;
    const dated = type === 'date' || type === 'instant';
    const key = dated && (op === '=ge=' || op === '=lt=') ? `date${op}` : op;
    return this.words.t(key);
  }

  /** @param {string} name @param {string} value */
  #shown(name, value) {
    const days = /^-P(\d+)D$/.exec(value);
    return days ? this.words.t('days', {n: days[1]}) : (this.show?.(name, value) ?? (this.factOf(name)?.type === 'boolean' ? this.words.t(value) : value));
  }

  render() {
    return html`
      ${this.asText ? this.#textual() : this.#pills()}
      ${this.problem ? this.#wrong(this.problem) : nothing}
      ${this.editing ? editor(this, this.editing) : nothing}
    `;
  }

  /** @param {import('./shapes.js').Refusal} problem */
  #wrong(problem) {
    const detail = problem.errors?.[0]?.detail ?? problem.detail;
    const names = gone(this.#parts, this.facts, detail);
    return names.length
      ? html`<p class="problem" role="alert">${this.words.t('gone', {name: names.join(', ')})}
          <button class="secondary" @click=${() => this.#tell(withoutGone(this.#parts, names))}>${this.words.t('drop')}</button></p>`
      : html`<p class="problem" role="alert">${detail}</p>`;
  }

  #pills() {
    const parts = this.#parts;
    return html`
      ${parts.map((part, i) => this.#pill(part, i))}
      <button class="quiet" @click=${() => this.add()}>+ ${this.words.t('add')}</button>
      ${parts.length > 1 ? html`<button class="link" @click=${() => this.#tell('')}>${this.words.t('clear')}</button>` : nothing}
      <button class="link as-text" @click=${() => { this.asText = true; this.editing = undefined; }}>${this.words.t('text')}</button>
    `;
  }

  /** @param {Part} part @param {number} index */
  #pill(part, index) {
    const name = 'text' in part ? part.text : this.labelOf(part.fact);
    return html`<span class="pill">
      <button aria-label=${this.words.t('edit', {name})} @click=${() => ('text' in part ? (this.asText = true) : this.#begin(index, part))}>
        ${'text' in part
          ? html`<code>${part.text}</code>`
          : html`${name} <span class="op">${this.operatorOf(part.op, part.fact)}</span>
              <b>${part.values.map((value) => this.#shown(part.fact, value)).join(', ')}</b>`}
      </button>
      <button class="remove" aria-label=${this.words.t('remove', {name})} @click=${() => this.#tell(write(this.#parts.filter((_, i) => i !== index)))}>×</button>
    </span>`;
  }

  #textual() {
    return html`<div class="textual">
      <textarea
        rows="2"
        spellcheck="false"
        aria-label=${this.words.t('filter')}
        .value=${live(this.draft ?? this.value)}
        @keydown=${this.#textKey}
        @input=${typed((text) => (this.draft = text))}
        @change=${typed((text) => {
          this.draft = undefined;
          this.#tell(text.trim());
        })}
      ></textarea>
      <button class="secondary" @click=${() => (this.asText = false)}>${this.words.t('pills')}</button>
    </div>`;
  }

  #textKey = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      /** @type {HTMLElement} */ (event.target).blur();
    }
  };

  /** @param {Partial<Condition>} part */
  edit(part) {
    this.editing = this.editing && {...this.editing, ...part};
  }

  /** @param {string} name */
  chooseFact(name) {
    this.offered = [];
    this.edit({fact: name, op: operators(this.factOf(name))[0], values: []});
    this.offer('');
  }

  apply = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    if (!this.editing) {
      return;
    }
    const {index, fact, op} = this.editing;
    const form = /** @type {HTMLFormElement} */ (event.target);
    const field = /** @type {HTMLInputElement | HTMLSelectElement | null} */ (form.elements.namedItem('value'));
    const several = op === '=in=' || op === '=out=';
    const values = !field ? [] : (several ? field.value.split(',') : [field.value]).map((each) => each.trim()).filter(Boolean);
    if (!WITHOUT_VALUE.includes(op) && !values.length) {
      field?.focus();
      return;
    }
    const condition = {fact, op, values};
    const parts = this.#parts;
    this.close();
    this.#tell(write(index < 0 ? [...parts, condition] : parts.with(index, condition)));
  };

  close = () => {
    this.editing = undefined;
    this.offered = [];
  };

  /** @param {import('lit').PropertyValues} changed */
  updated(changed) {
    const before = /** @type {Editing | undefined} */ (changed.get('editing'));
    if (changed.has('editing') && this.editing && !before) {
      this.#focus('form select');
    } else if (changed.has('asText') && (this.asText || changed.get('asText'))) {
      this.#focus(this.asText ? 'textarea' : '.as-text');
    } else if (changed.has('editing') && before && !this.editing) {
      this.#focus(before.index < 0 ? '.quiet' : `.pill:nth-of-type(${before.index + 1}) button`);
    }
  }

  /** @param {string} selector */
  #focus(selector) {
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(selector))?.focus();
  }
}

customElements.define('cl-filter', ClFilter);
