import {LitElement, css, html, nothing} from 'lit';
import {base} from './styles.js';

/** @typedef {{key: string, label: string, count?: number, icon?: string}} Tab */

/** `<cl-tabs label="Views" .tabs=${[{key, label, count}]} selected="all" @select=${e => e.detail}>`: which part of a page is shown. */
class Tabs extends LitElement {
  static properties = {tabs: {attribute: false}, selected: {}, label: {}};

  static styles = [
    base,
    css`
      :host {
        display: block;
      }
      [role='tablist'] {
        display: flex;
        gap: 2px;
        padding: 0 var(--cl-s3);
        border-bottom: 1px solid var(--cl-border);
        overflow-x: auto;
        scrollbar-width: none;
      }
      button {
        position: relative;
        min-height: max(36px, var(--cl-control));
        padding: 0 10px;
        border: 0;
        border-radius: var(--cl-radius) var(--cl-radius) 0 0;
        background: none;
        color: var(--cl-muted);
        box-shadow: none;
      }
      button[aria-selected='true'] {
        color: var(--cl-text);
      }
      button[aria-selected='true']::after {
        content: '';
        position: absolute;
        inset: auto 8px -1px;
        height: 2px;
        border-radius: 1px;
        background: var(--cl-accent);
      }
      button:focus-visible {
        outline-offset: -3px;
      }
      @media print {
        [role='tablist'] {
          padding: 0;
          border: 0;
        }
        button[aria-selected='true'] {
          display: block;
          padding: 0;
          font-weight: 600;
        }
        button[aria-selected='true']::after {
          display: none;
        }
      }
      .count {
        color: var(--cl-muted);
        font-size: var(--cl-font-small);
        font-variant-numeric: tabular-nums;
        font-weight: 450;
      }
    `,
  ];

  constructor() {
    super();
    this.tabs = /** @type {Tab[]} */ ([]);
    this.selected = '';
    this.label = '';
  }

  /** @param {string} key */
  select(key) {
    this.selected = key;
    this.dispatchEvent(new CustomEvent('select', {detail: key}));
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
    if (step) {
      event.preventDefault();
      const at = this.tabs.findIndex((tab) => tab.key === this.selected);
      const next = this.tabs[(at + step + this.tabs.length) % this.tabs.length];
      this.select(next.key);
      this.updateComplete.then(() => /** @type {HTMLElement} */ (this.renderRoot.querySelector('[aria-selected=true]'))?.focus());
    }
  }

  render() {
    return html`
      <div role="tablist" aria-label=${this.label || nothing} @keydown=${this.key}>
        ${this.tabs.map((tab) => {
          const selected = tab.key === this.selected;
          return html`
            <button role="tab" aria-selected=${selected} tabindex=${selected ? 0 : -1} @click=${() => this.select(tab.key)}>
              ${tab.icon ? html`<cl-icon name=${tab.icon}></cl-icon>` : nothing} ${tab.label}
              ${tab.count === undefined ? nothing : html`<span class="count">${tab.count.toLocaleString()}</span>`}
            </button>
          `;
        })}
      </div>
    `;
  }
}

customElements.define('cl-tabs', Tabs);
