import {LitElement, css, html, nothing} from 'lit';
import {live} from 'lit/directives/live.js';
import {at, put} from './pointers.js';
import {styled} from './styled.js';
import {Vocabulary} from './vocabulary.js';

const WORDS = {
  en: {save: 'Save', cancel: 'Cancel', add: 'Add', remove: 'Remove', required: 'Please fill this in', other: 'This could not be saved'},
  zh: {save: '保存', cancel: '取消', add: '添加', remove: '删除', required: '请填写此项', other: '无法保存'},
};

/**
 * A form made of a list of fields, whose faults stand where they belong.
 *
 * Properties: `fields` ([{pointer, label, kind, required, options, hint, width, placeholder, fields, blank}]; kinds: `text`, `area`, `select`, `number`,
 * `date`, `datetime-local`, `email`, `tel`, `url`, `password`, `check`, `tags`, `rows` with `fields` of their own (each part may have `when(item)`; `one` is
 * what a row is called), `said` for a label without a field), `value`, `problem` (RFC 9457 with `errors` of pointers), `busy`, `submit` (the word on the button), `cancellable`. Events: `cl-submit` {value}, `cl-input` {value}, `cl-cancel`.
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

  static styles = css`
    :host { display: block; color: var(--cl-text); }
    form { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 220px), 1fr)); gap: 12px 14px; align-items: start; }
    .field { display: grid; gap: 4px; min-width: 0; }
    .wide { grid-column: 1 / -1; }
    label, legend { font-size: 12.5px; color: var(--cl-muted); padding: 0; }
    .must::after { content: ' *'; color: var(--cl-bad-text); }
    input:not([type='checkbox']), select, textarea { font: inherit; color: var(--cl-text); background: var(--cl-background); border: 1px solid var(--cl-border-strong); border-radius: var(--cl-radius); height: 32px; padding: 0 9px; width: 100%; min-width: 0; box-sizing: border-box; }
    textarea { height: auto; min-height: 68px; padding: 7px 9px; resize: vertical; }
    :is(input, select, textarea):focus-visible { outline: 2px solid var(--cl-focus); outline-offset: -1px; border-color: transparent; }
    [aria-invalid='true'] { border-color: var(--cl-bad-text) !important; }
    .fault { color: var(--cl-bad-text); font-size: 12.5px; }
    .hint { color: var(--cl-muted); font-size: 12px; }
    fieldset { border: 0; margin: 0; padding: 0; display: grid; gap: 8px; min-width: 0; }
    .item { display: grid; grid-template-columns: repeat(var(--parts, 3), minmax(0, 1fr)) 32px; gap: 6px; align-items: start; }
    .item .fault { grid-column: 1 / -1; }
    .item label { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    button { font: inherit; color: inherit; cursor: pointer; border-radius: var(--cl-radius); height: 32px; padding: 0 14px; border: 1px solid var(--cl-border-strong); background: var(--cl-background); }
    button:hover { background: var(--cl-hover); }
    button.primary { background: var(--cl-accent); color: var(--cl-on-accent); border-color: transparent; font-weight: 500; }
    button.primary:hover { background: var(--cl-accent-strong); }
    button.icon { padding: 0; width: 32px; color: var(--cl-muted); }
    button.add { justify-self: start; border-style: dashed; color: var(--cl-muted); height: 28px; }
    button:focus-visible { outline: 2px solid var(--cl-focus); outline-offset: 1px; }
    button[disabled] { opacity: 0.55; cursor: default; }
    .actions { display: flex; justify-content: flex-end; gap: 8px; grid-column: 1 / -1; padding-top: 4px; }
    .said { display: flex; align-items: center; min-height: 32px; padding: 0 9px; color: var(--cl-muted); }
    .check { display: flex; align-items: center; gap: 8px; min-height: 32px; color: var(--cl-text); }
    @media (max-width: 560px) {
      .item { grid-template-columns: minmax(0, 1fr) 32px; }
      .item > :nth-last-child(n + 1):not(button) { grid-column: 1; }
      .item > button { grid-column: 2; grid-row: 1; }
      .item + .item { padding-top: 10px; border-top: 1px solid var(--cl-border); }
    }
  `;

  constructor() {
    super();
    this.fields = [];
    this.value = {};
    this.problem = undefined;
    this.busy = false;
    this.submit = '';
    this.cancellable = false;
    this.missing = [];
    this.words = new Vocabulary(this, WORDS);
  }

  /** Puts the cursor into the first field, or into the first that is wrong. */
  focus() {
    this.renderRoot.querySelector('[aria-invalid="true"], input, select, textarea')?.focus();
  }

  updated(changed) {
    if ((changed.has('problem') && this.problem?.errors?.length) || (changed.has('missing') && this.missing.length)) {
      this.renderRoot.querySelector('[aria-invalid="true"]')?.focus();
    }
  }

  #faults(pointer) {
    const told = (this.problem?.errors ?? []).filter((each) => each.pointer === pointer).map((each) => each.detail);
    return this.missing.includes(pointer) ? [this.words.t('required'), ...told] : told;
  }

  /** What is wrong and belongs to no field. */
  get #others() {
    if (!this.problem) {
      return [];
    }
    const shown = (pointer) => this.fields.some((field) => pointer === field.pointer || pointer.startsWith(`${field.pointer}/`));
    const errors = this.problem.errors ?? [];
    const others = errors.filter((each) => !shown(each.pointer)).map((each) => `${each.pointer} ${each.detail}`);
    return errors.length ? others : [this.problem.detail ?? this.problem.title ?? this.words.t('other')];
  }

  #set(pointer, part) {
    this.value = put(this.value, pointer, part);
    this.missing = this.missing.filter((each) => each !== pointer);
    this.dispatchEvent(new CustomEvent('cl-input', {detail: {value: this.value}}));
  }

  #submit = (event) => {
    event.preventDefault();
    const blank = (field) => field.required && [undefined, null, ''].includes(at(this.value, field.pointer));
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
        <button class="primary" ?disabled=${this.busy}>${this.submit || this.words.t('save')}</button>
      </div>
    </form>`;
  }

  #key = (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      this.#submit(event);
    }
  };

  #field(field, pointer = field.pointer) {
    if (field.kind === 'said') {
      return html`<span class="said">${field.label}</span>`;
    }
    const faults = this.#faults(pointer);
    const wide = field.width === 'wide' || field.kind === 'area' || field.kind === 'tags';
    return html`<div class="field ${wide ? 'wide' : ''}">
      ${field.kind === 'check' ? nothing : html`<label class=${field.required ? 'must' : ''} for=${pointer}>${field.label}</label>`}
      ${this.#input(field, pointer, faults)}
      ${field.hint ? html`<span class="hint">${field.hint}</span>` : nothing}
      ${faults.map((fault) => html`<span class="fault" id="${pointer}!">${fault}</span>`)}
    </div>`;
  }

  #input(field, pointer, faults) {
    const value = at(this.value, pointer) ?? '';
    const wrong = faults.length ? 'true' : nothing;
    const told = faults.length ? `${pointer}!` : nothing;
    const label = field.label;
    const set = (event) => this.#set(pointer, event.target.value === '' && !field.keepEmpty ? undefined : event.target.value);
    switch (field.kind) {
      case 'area':
        return html`<textarea id=${pointer} aria-invalid=${wrong} aria-describedby=${told} rows=${field.rows ?? 3} placeholder=${field.placeholder ?? ''} .value=${live(value)} @input=${set}></textarea>`;
      case 'select':
        return html`<select id=${pointer} aria-label=${label} aria-invalid=${wrong} aria-describedby=${told} @change=${set}>
          ${field.required && value ? nothing : html`<option value="" ?selected=${!value}>${field.none ?? '–'}</option>`}
          ${field.options.map((option) => html`<option value=${option.value} ?selected=${option.value === value}>${option.label}</option>`)}
        </select>`;
      case 'check':
        return html`<label class="check"><input type="checkbox" id=${pointer} .checked=${live(value === true)} @change=${(event) => this.#set(pointer, event.target.checked)} />${label}</label>`;
      case 'tags':
        return html`<input id=${pointer} aria-invalid=${wrong} aria-describedby=${told} placeholder=${field.placeholder ?? ''} .value=${live((value || []).join(', '))}
          @change=${(event) => this.#set(pointer, event.target.value.split(/[,，]/).map((tag) => tag.trim()).filter(Boolean))} />`;
      default:
        return html`<input id=${pointer} aria-label=${label} type=${field.kind ?? 'text'} aria-invalid=${wrong} aria-describedby=${told} autocomplete=${field.autocomplete ?? 'off'}
          placeholder=${field.placeholder ?? ''} .value=${live(String(value))} @input=${set} />`;
    }
  }

  #rows(field) {
    const items = at(this.value, field.pointer) ?? [];
    return html`<fieldset class="wide">
      <legend>${field.label}</legend>
      ${items.map((item, i) => this.#item(field, item, i))}
      ${this.#faults(field.pointer).map((fault) => html`<span class="fault">${fault}</span>`)}
      <button type="button" class="add" @click=${() => this.#set(`${field.pointer}/${items.length}`, structuredClone(field.blank ?? {}))}>+ ${field.add ?? this.words.t('add')}</button>
    </fieldset>`;
  }

  #item(field, item, index) {
    const here = `${field.pointer}/${index}`;
    const parts = field.fields.filter((each) => !each.when || each.when(item));
    const told = (this.problem?.errors ?? []).filter((each) => each.pointer === here || each.pointer.startsWith(`${here}/`));
    const shown = parts.map((part) => here + part.pointer);
    return html`<div class="item" ${styled({'--parts': String(parts.length)})}>
      ${parts.map((part) => this.#field(part, here + part.pointer))}
      <button type="button" class="icon" aria-label="${this.words.t('remove')} ${field.one ?? field.label} ${index + 1}"
        @click=${() => this.#set(field.pointer, (at(this.value, field.pointer) ?? []).filter((_, i) => i !== index))}>×</button>
      ${told.filter((each) => !shown.includes(each.pointer)).map((each) => html`<span class="fault">${each.detail}</span>`)}
    </div>`;
  }
}

customElements.define('cl-form', ClForm);
