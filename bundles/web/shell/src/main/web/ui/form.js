import {LitElement, html, nothing} from 'lit';
import {input} from './form-input.js';
import {formStyles} from './form-styles.js';
import {at, put} from './pointers.js';
import {styled} from './styled.js';
import {Vocabulary} from './vocabulary.js';

/** @typedef {import('./shapes.js').Field} Field */
/** @typedef {Record<string, unknown>} Item a row of a field of rows */

const WORDS = {
  en: {save: 'Save', cancel: 'Cancel', add: 'Add', remove: 'Remove', required: 'Please fill this in', other: 'This could not be saved'},
  zh: {save: '保存', cancel: '取消', add: '添加', remove: '删除', required: '请填写此项', other: '无法保存'},
};

/**
 * A form made of a list of fields, whose faults stand where they belong.
 *
 * Properties: `fields` ([{pointer, label, kind, required, options, hint, width, placeholder, fields, blank}]; kinds: `text`, `area`, `select`, `number`,
 * `date`, `datetime-local`, `email`, `tel`, `url`, `password`, `check`, `tags`, `rows` with `fields` of their own (each part may have `when(item)`; `one` is
 * what a row is called), `said` for a label without a field), `value`, `problem` (RFC 9457 with `errors` of pointers), `busy`, `submit` (the word on the
 * button), `cancellable`. Events: `cl-submit` {value}, `cl-input` {value}, `cl-cancel`.
 */
export class ClForm extends LitElement {
  static properties = {
    fields: {attribute: false},
    value: {attribute: false},
    problem: {attribute: false},
    busy: {type: Boolean},
    submit: {type: String},
    cancellable: {type: Boolean},
    missing: {state: true},
  };

  static styles = formStyles;

  constructor() {
    super();
    this.fields = /** @type {Field[]} */ ([]);
    this.value = /** @type {unknown} */ ({});
    /** @type {import('./shapes.js').Refusal | undefined} */
    this.problem = undefined;
    this.busy = false;
    this.submit = '';
    this.cancellable = false;
    this.missing = /** @type {string[]} */ ([]);
    this.words = new Vocabulary(this, WORDS);
  }

  /** Puts the cursor into the first field, or into the first that is wrong. */
  focus() {
    this.#focusOn('[aria-invalid="true"], input, select, textarea');
  }

  /** @param {import('lit').PropertyValues} changed */
  updated(changed) {
    if ((changed.has('problem') && this.problem?.errors?.length) || (changed.has('missing') && this.missing.length)) {
      this.#focusOn('[aria-invalid="true"]');
    }
  }

  /** @param {string} selector */
  #focusOn(selector) {
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(selector))?.focus();
  }

  /** @param {string} pointer */
  #faults(pointer) {
    const told = (this.problem?.errors ?? []).filter((each) => each.pointer === pointer).map((each) => each.detail);
    return this.missing.includes(pointer) ? [this.words.t('required'), ...told] : told;
  }

  /** What is wrong and belongs to no field. */
  get #others() {
    if (!this.problem) {
      return [];
    }
    const shown = (/** @type {string} */ pointer) => this.fields.some((field) => pointer === field.pointer || pointer.startsWith(`${field.pointer}/`));
    const errors = this.problem.errors ?? [];
    const others = errors.filter((each) => !shown(each.pointer)).map((each) => `${each.pointer} ${each.detail}`);
    return errors.length ? others : [this.problem.detail ?? this.problem.title ?? this.words.t('other')];
  }

  /** Takes over what was entered. @param {string} pointer @param {unknown} part */
  set(pointer, part) {
    this.value = put(this.value, pointer, part);
    this.missing = this.missing.filter((each) => each !== pointer);
    this.dispatchEvent(new CustomEvent('cl-input', {detail: {value: this.value}}));
  }

  #submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    const blank = (/** @type {Field} */ field) => field.required && [undefined, null, ''].some((none) => none === at(this.value, field.pointer));
    this.missing = this.fields.filter(blank).map((field) => field.pointer);
    if (!this.missing.length && !this.busy) {
      this.dispatchEvent(new CustomEvent('cl-submit', {detail: {value: this.value}}));
    }
  };

  render() {
    return html`<form novalidate @submit=${this.#submit} @keydown=${this.#key}>
      ${this.#others.map((text) => html`<div class="fault wide" role="alert">${text}</div>`)}
      ${this.fields.map((field) => (field.kind === 'rows' ? this.#rows(field) : this.#field(field)))}
      <div class="actions">
        <slot name="actions"></slot>
        ${this.cancellable ? html`<button type="button" @click=${() => this.dispatchEvent(new CustomEvent('cl-cancel'))}>${this.words.t('cancel')}</button>` : nothing}
        <button class="primary" aria-disabled=${this.busy}>${this.submit || this.words.t('save')}</button>
      </div>
    </form>`;
  }

  #key = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      this.#submit(event);
    }
  };

  /** @param {Field} field @param {string} [pointer] */
  #field(field, pointer = field.pointer) {
    if (field.kind === 'said') {
      return html`<span class="said">${field.label}</span>`;
    }
    const faults = this.#faults(pointer);
    const wide = field.width === 'wide' || field.kind === 'area' || field.kind === 'tags';
    return html`<div class="field ${wide ? 'wide' : ''}">
      ${field.kind === 'check' ? nothing : html`<label class=${field.required ? 'must' : ''} for=${pointer}>${field.label}</label>`}
      ${input(this, field, {pointer, faults})}
      ${field.hint ? html`<span class="hint">${field.hint}</span>` : nothing}
      ${faults.map((fault) => html`<span class="fault" id="${pointer}!">${fault}</span>`)}
    </div>`;
  }

  /** @param {string} pointer */
  #items(pointer) {
    return /** @type {Item[]} */ (at(this.value, pointer) ?? []);
  }

  /** @param {Field} field */
  #rows(field) {
    const items = this.#items(field.pointer);
    return html`<fieldset class="wide">
      <legend>${field.label}</legend>
      ${items.map((item, i) => this.#item(field, item, i))}
      ${this.#faults(field.pointer).map((fault) => html`<span class="fault">${fault}</span>`)}
      <button type="button" class="add" @click=${(/** @type {Event} */ event) => this.#add(event, field)}>+ ${field.add ?? this.words.t('add')}</button>
    </fieldset>`;
  }

  /** Adds a row, and begins in it. @param {Event} event @param {Field} field */
  async #add(event, field) {
    const rows = rowsAround(event);
    this.set(`${field.pointer}/${this.#items(field.pointer).length}`, structuredClone(field.blank ?? {}));
    await this.updateComplete;
    /** @type {HTMLElement | null | undefined} */ ([...rows.querySelectorAll('.item')].at(-1)?.querySelector('input, select, textarea'))?.focus();
  }

  /** Takes a row away, and stays near where it was. @param {Event} event @param {Field} field @param {number} index */
  async #remove(event, field, index) {
    const rows = rowsAround(event);
    this.set(field.pointer, this.#items(field.pointer).filter((_, i) => i !== index));
    await this.updateComplete;
    const others = /** @type {HTMLElement[]} */ ([...rows.querySelectorAll('.item > button, .add')]);
    others[Math.min(index, others.length - 1)]?.focus();
  }

  /** @param {Field} field @param {Item} item @param {number} index */
  #item(field, item, index) {
    const here = `${field.pointer}/${index}`;
    const parts = (field.fields ?? []).filter((each) => !each.when || each.when(item));
    const told = (this.problem?.errors ?? []).filter((each) => each.pointer === here || each.pointer.startsWith(`${here}/`));
    const shown = parts.map((part) => here + part.pointer);
    return html`<div class="item" ${styled({'--parts': String(parts.length)})}>
      ${parts.map((part) => this.#field(part, here + part.pointer))}
      <button type="button" class="icon" aria-label="${this.words.t('remove')} ${field.one ?? field.label} ${index + 1}"
        @click=${(/** @type {Event} */ event) => this.#remove(event, field, index)}>×</button>
      ${told.filter((each) => !shown.includes(each.pointer)).map((each) => html`<span class="fault">${each.detail}</span>`)}
    </div>`;
  }
}

/** @param {Event} event @returns {Element} */
function rowsAround({target}) {
  return /** @type {Element} */ (/** @type {Element} */ (target).closest('fieldset'));
}

customElements.define('cl-form', ClForm);
