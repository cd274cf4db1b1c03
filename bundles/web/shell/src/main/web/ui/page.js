import {LitElement, css, html, nothing} from 'lit';
import {Speaking, word} from './language.js';
import {base} from './styles.js';

/**
 * `<cl-page heading="Customers" note="1,204">`: title bar and body. Slots: `actions` at the right of the title, `beside` next to it, `bar` below it, and
 * the body. `flush` leaves out the body's padding, `back` (an address) shows a way back, `reading` lets keys scroll a body in which nothing has the focus.
 */
class Page extends LitElement {
  static properties = {heading: {}, note: {}, back: {}, flush: {type: Boolean, reflect: true}, reading: {type: Boolean}};

  static styles = [
    base,
    css`
      :host {
        display: flex;
        flex-direction: column;
        height: 100%;
        min-height: 0;
        background: var(--cl-background);
      }
      header {
        display: flex;
        align-items: center;
        gap: var(--cl-s2);
        min-height: var(--cl-bar);
        padding: 6px var(--cl-s5);
        border-bottom: 1px solid var(--cl-border);
      }
      .title {
        display: flex;
        align-items: center;
        gap: var(--cl-s2);
        min-width: 0;
      }
      h1 {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .note {
        /* So much before the heading that not even a part of a pixel is left for that, which would cut its last letters off. */
        flex-shrink: 10000;
        overflow: hidden;
        color: var(--cl-muted);
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .space {
        flex: 1;
      }
      .actions {
        display: flex;
        gap: var(--cl-s2);
      }
      .body {
        flex: 1;
        min-height: 0;
        padding: var(--cl-s5);
        overflow: auto;
      }
      :host([flush]) .body {
        padding: 0;
        overflow: hidden;
      }
      :host([flush]) header {
        padding-inline: var(--cl-s4);
      }
      @media (max-width: 720px) {
        header,
        .body {
          padding-inline: var(--cl-s4);
        }
        /* Nobody can point at what is cut off: names are whole, and what else is known stands below. */
        .title {
          flex: 1 1 0;
          flex-direction: column;
          align-items: flex-start;
          gap: 1px;
        }
        h1 {
          max-width: 100%;
          overflow-wrap: break-word;
          white-space: normal;
        }
        .note {
          max-width: 100%;
          flex-shrink: 0;
          font-size: var(--cl-font-small);
          line-height: 18px;
          white-space: normal;
        }
        .space {
          display: none;
        }
      }
      @media print {
        :host {
          display: block;
          height: auto;
        }
        header,
        :host([flush]) header {
          padding-inline: 0;
        }
        .actions {
          display: none;
        }
        .body,
        :host([flush]) .body {
          padding-inline: 0;
          overflow: visible;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.heading = '';
    this.note = '';
    this.back = '';
    this.flush = false;
    this.reading = false;
    new Speaking(this);
  }

  /** Takes the browser's own way back where it leads to that page, which is shown as it was left. @param {MouseEvent} event */
  goBack(event) {
    const plain = !event.button && !event.metaKey && !event.ctrlKey && !event.shiftKey;
    if (plain && history.state?.from && history.state.from === this.back) {
      event.preventDefault();
      history.back();
    }
  }

  render() {
    return html`
      <header>
        ${this.back
          ? html`<a class="button quiet" href=${this.back} aria-label=${word('back')} @click=${this.goBack}><cl-icon name="arrow-left"></cl-icon></a>`
          : nothing}
        <div class="title">
          <h1 title=${this.heading}>${this.heading}</h1>
          ${this.note ? html`<span class="note">${this.note}</span>` : nothing}
          <slot name="beside"></slot>
        </div>
        <span class="space"></span>
        <div class="actions"><slot name="actions"></slot></div>
      </header>
      <slot name="bar"></slot>
      <div class="body" tabindex=${this.reading ? 0 : nothing}><slot></slot></div>
    `;
  }
}

customElements.define('cl-page', Page);
