import {LitElement, css, html, nothing} from 'lit';
import {Speaking, word} from './language.js';

/**
 * `<cl-pill tone="good">Won</cl-pill>`: a state in one word. Tones, which are an attribute and nothing more: neutral, accent, good, warn, bad, info.
 * `removable` sends `remove`.
 */
class Pill extends LitElement {
  static properties = {icon: {}, removable: {type: Boolean}};

  static styles = css`
    :host {
      display: inline-flex;
      align-items: center;
      gap: 4px;
      max-width: 100%;
      height: 20px;
      padding: 0 7px;
      border-radius: 10px;
      background: var(--cl-neutral-fill);
      color: var(--cl-neutral-text);
      font-family: var(--cl-font);
      font-size: var(--cl-font-small);
      font-weight: 500;
      line-height: 20px;
      white-space: nowrap;
      vertical-align: middle;
      --cl-icon-size: 12px;
    }
    :host([tone='accent']) {
      background: var(--cl-accent-fill);
      color: var(--cl-accent-text);
    }
    :host([tone='good']) {
      background: var(--cl-good-fill);
      color: var(--cl-good-text);
    }
    :host([tone='warn']) {
      background: var(--cl-warn-fill);
      color: var(--cl-warn-text);
    }
    :host([tone='bad']) {
      background: var(--cl-bad-fill);
      color: var(--cl-bad-text);
    }
    :host([tone='info']) {
      background: var(--cl-info-fill);
      color: var(--cl-info-text);
    }
    span {
      overflow: hidden;
      text-overflow: ellipsis;
    }
    button {
      display: inline-flex;
      align-items: center;
      justify-content: center;
      width: 24px;
      height: 24px;
      margin-inline: -6px -9px;
      border: 0;
      border-radius: 12px;
      background: none;
      color: inherit;
      cursor: pointer;
    }
    button:hover,
    button:focus-visible {
      background: color-mix(in srgb, currentColor 16%, transparent);
    }
    button:focus-visible {
      outline: 2px solid var(--cl-focus);
    }
  `;

  constructor() {
    super();
    this.icon = '';
    this.removable = false;
    new Speaking(this);
  }

  drop() {
    this.dispatchEvent(new CustomEvent('remove', {bubbles: true, composed: true}));
  }

  render() {
    return html`${this.icon ? html`<cl-icon name=${this.icon}></cl-icon>` : nothing}<span><slot></slot></span>${this.removable
        ? html`<button aria-label=${`${word('remove')} ${this.textContent}`} @click=${this.drop}><cl-icon name="x"></cl-icon></button>`
        : nothing}`;
  }
}

customElements.define('cl-pill', Pill);
