import {LitElement, css, html, nothing} from 'lit';
import {Speaking, word} from './language.js';
import {base} from './styles.js';

/**
 * @typedef {object} Item
 * @property {string} [label]
 * @property {string} [icon]
 * @property {() => void} [action]
 * @property {boolean} [danger]
 * @property {boolean} [disabled]
 * @property {boolean} [checked] for choices: whether it is the chosen one
 * @property {boolean} [line] a line instead of a choice
 */

const GAP = 4;

/** `<cl-menu label="More" icon="ellipsis" .items=${[{label, icon, action}]}>`: a button with a list of things to do. Slot `button` replaces its content. */
class Menu extends LitElement {
  static properties = {label: {}, icon: {}, items: {attribute: false}, open: {state: true}};

  static styles = [
    base,
    css`
      :host {
        display: inline-block;
      }
      .list {
        position: fixed;
        inset: auto;
        min-width: 180px;
        max-width: min(340px, calc(100vw - 16px));
        max-height: min(60vh, 480px);
        margin: 0;
        padding: 4px;
        border: 1px solid var(--cl-border);
        border-radius: 8px;
        background: var(--cl-raised);
        color: var(--cl-text);
        box-shadow: var(--cl-shadow);
        overflow: auto;
      }
      .list button {
        display: flex;
        justify-content: flex-start;
        width: 100%;
        min-height: var(--cl-control);
        padding: 0 10px;
        border: 0;
        border-radius: var(--cl-radius-small);
        background: none;
        box-shadow: none;
        font-weight: 450;
      }
      .list button:is(:hover, :focus-visible) {
        background: var(--cl-hover);
        outline-offset: -2px;
      }
      .list cl-icon {
        color: var(--cl-muted);
      }
      .list .check {
        margin-inline-start: auto;
        color: var(--cl-accent);
      }
      hr {
        margin: 4px 0;
        border: 0;
        border-top: 1px solid var(--cl-border);
      }
    `,
  ];

  constructor() {
    super();
    this.label = '';
    this.icon = 'ellipsis';
    this.items = /** @type {Item[]} */ ([]);
    this.open = false;
    new Speaking(this);
  }

  get list() {
    return /** @type {HTMLElement} */ (this.renderRoot.querySelector('.list'));
  }

  get choices() {
    return /** @type {HTMLElement[]} */ ([...this.renderRoot.querySelectorAll('.list button:not(:disabled)')]);
  }

  /** @param {ToggleEvent} event */
  toggled(event) {
    this.open = event.newState === 'open';
    if (this.open) {
      this.place();
      this.choices[0]?.focus();
    }
  }

  place() {
    const button = /** @type {HTMLElement} */ (this.renderRoot.querySelector('.opener')).getBoundingClientRect();
    const {offsetWidth: width, offsetHeight: height} = this.list;
    const below = button.bottom + GAP + height <= innerHeight;
    this.list.style.left = `${Math.max(8, Math.min(button.left, innerWidth - width - 8))}px`;
    this.list.style.top = `${below ? button.bottom + GAP : Math.max(8, button.top - GAP - height)}px`;
  }

  /** @param {Item} item */
  choose(item) {
    this.close();
    item.action?.();
  }

  close() {
    this.list.hidePopover();
    /** @type {HTMLElement} */ (this.renderRoot.querySelector('.opener')).focus();
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (step) {
      event.preventDefault();
      const at = this.choices.indexOf(/** @type {HTMLElement} */ (/** @type {ShadowRoot} */ (this.renderRoot).activeElement));
      this.choices.at((at + step + this.choices.length) % this.choices.length)?.focus();
    }
    if (event.key === 'Tab') {
      this.list.hidePopover();
    }
    if (event.key === 'Escape') {
      // A dialog around the menu stays.
      event.preventDefault();
      event.stopPropagation();
      this.close();
    }
  }

  render() {
    return html`
      <button
        class="opener quiet ${this.label ? '' : 'icon'}"
        popovertarget="list"
        aria-haspopup="menu"
        aria-expanded=${this.open}
        aria-label=${this.label || word('more')}
      >
        <slot name="button"><cl-icon name=${this.icon}></cl-icon></slot>
      </button>
      <div id="list" class="list" role="menu" popover @toggle=${this.toggled} @keydown=${this.key}>
        ${this.items.map((item) => (item.line ? html`<hr />` : this.choice(item)))}
      </div>
    `;
  }

  /** @param {Item} item */
  choice(item) {
    return html`
      <button
        role=${item.checked === undefined ? 'menuitem' : 'menuitemradio'}
        aria-checked=${item.checked ?? nothing}
        class=${item.danger ? 'danger' : ''}
        ?disabled=${item.disabled}
        @click=${() => this.choose(item)}
      >
        ${item.icon ? html`<cl-icon name=${item.icon}></cl-icon>` : nothing} ${item.label}
        ${item.checked ? html`<cl-icon class="check" name="check"></cl-icon>` : nothing}
      </button>
    `;
  }
}

customElements.define('cl-menu', Menu);
