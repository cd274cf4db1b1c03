import {LitElement, css, html, nothing} from 'lit';
import {Speaking, base, dateFormat, language, repeat} from '@clientele/ui';
import {t} from './texts.js';

/** @typedef {import('./outbox.js').Outbox} Outbox */
/** @typedef {import('./outbox-store.js').Waiting} Waiting */

/** A button that says how much waits to be sent, and the list behind it; nothing while nothing waits. */
export class OutboxPanel extends LitElement {
  static properties = {outbox: {attribute: false}, open: {state: true}};

  static styles = [
    base,
    css`
      button.count {
        display: flex;
        align-items: center;
        gap: 8px;
        width: 100%;
        margin: 4px 0;
        padding: 6px 8px;
        border: 0;
        border-radius: var(--cl-radius);
        background: var(--cl-accent-fill);
        color: var(--cl-accent-text);
        text-align: start;
        box-shadow: none;
      }
      button.count.refused {
        background: var(--cl-bad-fill);
        color: var(--cl-bad-text);
      }
      ul {
        display: grid;
        gap: var(--cl-s4);
        margin: var(--cl-s3) 0 0;
        padding: 0;
        list-style: none;
      }
      li {
        padding: var(--cl-s3) var(--cl-s4);
        border: 1px solid var(--cl-border);
        border-radius: var(--cl-radius-large);
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--cl-s2);
      }
      .line a {
        font-weight: 600;
      }
      time,
      .state {
        color: var(--cl-muted);
        font-size: var(--cl-font-small);
      }
      time {
        margin-inline-start: auto;
      }
      .refusal {
        margin: var(--cl-s2) 0 0;
        color: var(--cl-bad-text);
      }
      .text {
        margin: var(--cl-s2) 0;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
    `,
  ];

  constructor() {
    super();
    this.outbox = /** @type {Outbox} */ (/** @type {unknown} */ (undefined));
    this.open = false;
    this.changed = () => this.requestUpdate();
    new Speaking(this);
  }

  connectedCallback() {
    super.connectedCallback();
    this.outbox.addEventListener('change', this.changed);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.outbox.removeEventListener('change', this.changed);
  }

  render() {
    const {items} = this.outbox;
    if (items.length === 0 && !this.open) {
      return nothing;
    }
    const refused = items.filter((item) => item.refusal).length;
    return html`
      ${items.length
        ? html`<button class="count ${refused ? 'refused' : ''}" @click=${() => (this.open = true)}>
            <cl-icon name=${refused ? 'triangle-alert' : 'upload'}></cl-icon>
            ${refused ? t('outbox.refused', {n: refused}) : t('outbox.count', {n: items.length})}
          </button>`
        : nothing}
      <cl-dialog heading=${t('outbox.title')} .open=${this.open} @close=${() => (this.open = false)}>
        <p>${items.length ? t('outbox.text') : t('outbox.empty')}</p>
        <ul>
          ${repeat(
            items,
            (item) => item.key,
            (item) => this.item(item),
          )}
        </ul>
      </cl-dialog>
    `;
  }

  /** @param {Waiting} item */
  item(item) {
    const at = dateFormat(language.tag, {dateStyle: 'medium', timeStyle: 'short'}).format(item.at);
    return html`<li>
      <div class="line">
        <a href=${item.page} @click=${() => (this.open = false)}>${item.title}</a>
        <time datetime=${new Date(item.at).toISOString()}>${at}</time>
      </div>
      ${item.refusal ? html`<p class="refusal" role="alert">${t('outbox.reason', {reason: item.refusal.text})}</p>` : nothing}
      <p class="text">${item.text}</p>
      <div class="line">
        ${item.refusal
          ? html`<button @click=${() => this.outbox.retry(item)}>${t('outbox.retry')}</button>`
          : html`<span class="state">${t('outbox.waits')}</span>`}
        ${navigator.clipboard
          ? html`<button class="quiet" @click=${() => navigator.clipboard.writeText(item.text)}>${t('outbox.copy')}</button>`
          : nothing}
        <button class="quiet danger" @click=${() => this.outbox.discard(item)}>${t('outbox.discard')}</button>
      </div>
    </li>`;
  }
}

customElements.define('cl-outbox', OutboxPanel);
