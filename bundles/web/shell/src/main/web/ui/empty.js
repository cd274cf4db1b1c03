import {LitElement, css, html} from 'lit';
import {base} from './styles.js';

/**
 * `<cl-empty icon="users" heading="No customers yet">why, and what to do first</cl-empty>`; slot `action` holds the button for it.
 * `page` says that it stands for the whole page.
 */
class Empty extends LitElement {
  static properties = {icon: {}, heading: {}, page: {type: Boolean}};

  static styles = [
    base,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        justify-items: center;
        align-content: center;
        gap: var(--cl-s2);
        min-height: 220px;
        padding: var(--cl-s6) var(--cl-s4);
        text-align: center;
      }
      .sign {
        display: grid;
        place-items: center;
        width: 44px;
        height: 44px;
        margin-bottom: var(--cl-s1);
        border: 1px solid var(--cl-border);
        border-radius: 12px;
        color: var(--cl-muted);
        box-shadow: var(--cl-shadow-small);
        --cl-icon-size: 20px;
      }
      .text {
        max-width: 44ch;
        color: var(--cl-muted);
      }
      .action {
        display: flex;
        flex-wrap: wrap;
        justify-content: center;
        gap: var(--cl-s2);
        margin-top: var(--cl-s2);
      }
    `,
  ];

  constructor() {
    super();
    this.icon = 'inbox';
    this.heading = '';
    this.page = false;
  }

  render() {
    return html`
      <div class="sign"><cl-icon name=${this.icon}></cl-icon></div>
      ${this.page ? html`<h1>${this.heading}</h1>` : html`<h2>${this.heading}</h2>`}
      <div class="text"><slot></slot></div>
      <div class="action"><slot name="action"></slot></div>
    `;
  }
}

customElements.define('cl-empty', Empty);
