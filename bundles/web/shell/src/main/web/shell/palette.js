import {LitElement, html, nothing} from 'lit';
import {Speaking, base} from '@clientele/ui';
import {Api} from './api.js';
import {fitting} from './palette-choices.js';
import {paletteStyles} from './palette-styles.js';
import {t} from './texts.js';

/** @typedef {import('./context.js').Shared} Shared */
/** @typedef {import('./palette-choices.js').Choice} Choice */

const PAUSE_MILLIS = 150;
const MOST_CUSTOMERS = 6;

/** Where everything is found by typing: pages, commands, customers. */
export class Palette extends LitElement {
  static properties = {
    shared: {attribute: false},
    typed: {state: true},
    at: {state: true},
    customers: {state: true},
    open: {state: true},
  };

  static styles = [base, paletteStyles];

  constructor() {
    super();
    this.shared = /** @type {Shared} */ (/** @type {unknown} */ (undefined));
    this.typed = '';
    this.at = 0;
    this.customers = /** @type {Choice[]} */ ([]);
    this.open = false;
    new Speaking(this);
  }

  get dialog() {
    return /** @type {HTMLDialogElement} */ (this.renderRoot.querySelector('dialog'));
  }

  /** At once, so that no key is lost that is pressed next. */
  show() {
    if (!this.dialog.open) {
      Object.assign(this, {typed: '', at: 0, customers: [], open: true});
      this.dialog.showModal();
    }
  }

  close() {
    this.open = false;
    this.dialog.close();
  }

  /** @returns {Choice[]} */
  get choices() {
    return [...fitting(this.shared, this.typed), ...this.customers];
  }

  /** @param {InputEvent} event */
  type(event) {
    this.typed = /** @type {HTMLInputElement} */ (event.target).value;
    this.at = 0;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.search(this.typed.trim()), PAUSE_MILLIS);
  }

  /** @param {string} words */
  async search(words) {
    const {session, signIn, navigate} = this.shared;
    if (!words || !session.can('customers:read')) {
      this.customers = [];
      return;
    }
    const api = new Api({signIn, away: () => {}});
    const quoted = words.replaceAll(/['"\\]/g, ' ');
    const answer = await api.get('/api/v1/customers', {query: {filter: `search=text='${quoted}'`, limit: MOST_CUSTOMERS}});
    if (words === this.typed.trim()) {
      const {items} = /** @type {{items: {id: string, kind: string, name: string}[]}} */ (answer.body);
      this.customers = items.map((customer) => ({
        key: customer.id,
        icon: customer.kind === 'person' ? 'user' : 'building-2',
        label: customer.name,
        note: t('palette.customer'),
        act: () => navigate(`customers/${customer.id}`),
      }));
    }
  }

  /** What was typed a moment ago counts, drawn or not. @param {KeyboardEvent} event */
  key(event) {
    const {choices} = this;
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (step && choices.length) {
      event.preventDefault();
      this.at = (this.at + step + choices.length) % choices.length;
      this.updateComplete.then(() => this.renderRoot.querySelector('[aria-selected=true]')?.scrollIntoView({block: 'nearest'}));
    } else if (event.key === 'Enter' && !event.isComposing && choices[this.at]) {
      event.preventDefault();
      this.choose(choices[this.at]);
    }
  }

  /** @param {Choice} choice */
  choose(choice) {
    this.close();
    choice.act();
  }

  render() {
    const choices = this.open ? this.choices : [];
    return html`
      <dialog aria-label=${t('search')} @close=${() => (this.open = false)} @click=${this.outside}>
        <div class="line">
          <cl-icon name="search"></cl-icon>
          <input
            role="combobox"
            aria-expanded="true"
            aria-controls="choices"
            aria-activedescendant=${choices.length ? `choice-${this.at}` : nothing}
            aria-label=${t('search')}
            placeholder=${t('palette.hint')}
            autocomplete="off"
            spellcheck="false"
            autofocus
            .value=${this.typed}
            @input=${this.type}
            @keydown=${this.key}
          />
          <kbd>Esc</kbd>
        </div>
        <ul id="choices" role="listbox" aria-label=${t('search')} ?hidden=${choices.length === 0}>
          ${choices.map(
            (choice, index) => html`
              <li id="choice-${index}" role="option" aria-selected=${index === this.at} @click=${() => this.choose(choice)} @pointermove=${() => (this.at = index)}>
                <cl-icon name=${choice.icon}></cl-icon><span>${choice.label}</span>${choice.note ? html`<span class="note">${choice.note}</span>` : nothing}
              </li>
            `,
          )}
        </ul>
        ${choices.length ? nothing : html`<p class="none" role="status">${t('palette.none')}</p>`}
      </dialog>
    `;
  }

  /** @param {MouseEvent} event */
  outside(event) {
    if (event.target === this.dialog && event.detail > 0) {
      this.close();
    }
  }
}

customElements.define('cl-palette', Palette);
