import {LitElement, css, html} from 'lit';
import {firstIn, focused} from './focus.js';
import {Speaking, word} from './language.js';
import {base} from './styles.js';

const FIELD = ':is(input:not([type=hidden]), select, textarea):not(:disabled)';

/**
 * `<cl-dialog heading="New customer" .open=${…} @close=${…}>`: a question that has to be answered before anything else. Slot `actions` holds its
 * buttons. `wide` makes room for tables. It begins in its first field, or on its primary button, and ends where one was before.
 */
class Dialog extends LitElement {
  static properties = {heading: {}, open: {type: Boolean, reflect: true}, wide: {type: Boolean, reflect: true}};

  static styles = [
    base,
    css`
      dialog {
        width: min(480px, calc(100vw - 32px));
        max-height: calc(100dvh - 64px);
        padding: 0;
        border: 1px solid var(--cl-border);
        border-radius: var(--cl-radius-large);
        background: var(--cl-raised);
        color: var(--cl-text);
        box-shadow: var(--cl-shadow-large);
      }
      dialog[open] {
        display: flex;
        flex-direction: column;
      }
      :host([wide]) dialog {
        width: min(880px, calc(100vw - 32px));
      }
      dialog::backdrop {
        background: var(--cl-backdrop);
      }
      header {
        display: flex;
        align-items: center;
        justify-content: space-between;
        padding: var(--cl-s3) var(--cl-s3) 0 var(--cl-s5);
      }
      .body {
        padding: var(--cl-s3) var(--cl-s5) var(--cl-s5);
        overflow: auto;
      }
      footer {
        display: flex;
        justify-content: flex-end;
        gap: var(--cl-s2);
        padding: var(--cl-s3) var(--cl-s5);
        border-top: 1px solid var(--cl-border);
        background: var(--cl-surface);
      }
      footer.empty {
        display: none;
      }
      @media (max-width: 720px) {
        dialog {
          width: 100vw !important;
          max-width: 100vw;
          margin: auto 0 0;
          border-radius: 14px 14px 0 0;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.heading = '';
    this.open = false;
    this.wide = false;
    /** What had the focus before. @type {HTMLElement | undefined} */
    this.opener = undefined;
    new Speaking(this);
  }

  get dialog() {
    return /** @type {HTMLDialogElement | null} */ (this.renderRoot.querySelector('dialog'));
  }

  show() {
    this.open = true;
  }

  close() {
    this.open = false;
  }

  updated() {
    const dialog = this.dialog;
    if (dialog && this.isConnected && this.open !== dialog.open) {
      if (this.open) {
        this.opener = focused();
        dialog.showModal();
        void this.enter();
      } else {
        dialog.close();
      }
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    queueMicrotask(() => this.isConnected || this.leave());
  }

  /** Begins where something is to be typed or decided, once that is drawn. */
  async enter() {
    await new Promise((drawn) => requestAnimationFrame(drawn));
    if (this.open && focused()?.matches('.close')) {
      const actions = [...this.querySelectorAll('[slot=actions]')];
      const primary = actions.find((each) => each.matches('.primary:not(:disabled)')) ?? actions.find((each) => each.matches(':not(.danger, :disabled)'));
      /** @type {HTMLElement | undefined} */ (firstIn(this, FIELD) ?? firstIn(this, '.primary:not(:disabled)') ?? primary)?.focus();
    }
  }

  /** Goes back to where one was, unless somebody is somewhere else by now. */
  leave() {
    const {opener} = this;
    this.opener = undefined;
    if (opener?.isConnected && !focused()) {
      opener.focus();
    }
  }

  closed() {
    this.open = false;
    this.leave();
    this.dispatchEvent(new CustomEvent('close'));
  }

  /** @param {Event} event */
  filled(event) {
    const slot = /** @type {HTMLSlotElement} */ (event.target);
    slot.parentElement?.classList.toggle('empty', slot.assignedNodes().length === 0);
  }

  render() {
    return html`
      <dialog aria-labelledby="heading" @close=${this.closed}>
        <header>
          <h2 id="heading">${this.heading}</h2>
          <button class="quiet icon close" aria-label=${word('close')} @click=${this.close}><cl-icon name="x"></cl-icon></button>
        </header>
        <div class="body"><slot></slot></div>
        <footer class="empty"><slot name="actions" @slotchange=${this.filled}></slot></footer>
      </dialog>
    `;
  }
}

customElements.define('cl-dialog', Dialog);
