import {LitElement, css, html, nothing} from 'lit';
import {Speaking, base, repeat, word} from '@clientele/ui';
import {t} from './texts.js';

/** @typedef {import('./context.js').Notice} Notice */

const SHOWN_MILLIS = 6000;
const WITH_UNDO_MILLIS = 12000;
const MOST = 4;

/** Short messages at the bottom, each for a few seconds; one that can be undone stays longer, and none goes while somebody is on it. */
export class Toasts extends LitElement {
  static properties = {notices: {state: true}};

  static styles = [
    base,
    css`
      :host {
        position: fixed;
        inset: auto 0 20px;
        z-index: 30;
        display: grid;
        justify-items: center;
        gap: var(--cl-s2);
        padding: 0 var(--cl-s3);
        pointer-events: none;
      }
      .toast {
        display: flex;
        align-items: center;
        gap: var(--cl-s3);
        max-width: min(560px, 100%);
        min-height: 40px;
        padding: 4px 6px 4px 14px;
        border: 1px solid var(--cl-border);
        border-radius: 8px;
        background: var(--cl-raised);
        box-shadow: var(--cl-shadow-large);
        pointer-events: auto;
        animation: rise var(--cl-calm);
      }
      .good > cl-icon {
        color: var(--cl-good-text);
      }
      .bad > cl-icon {
        color: var(--cl-bad-text);
      }
      .undo {
        color: var(--cl-accent);
      }
      @keyframes rise {
        from {
          opacity: 0;
          transform: translateY(8px);
        }
      }
      @media (max-width: 720px) {
        :host {
          bottom: calc(64px + env(safe-area-inset-bottom));
        }
      }
    `,
  ];

  constructor() {
    super();
    this.notices = /** @type {Notice[]} */ ([]);
    /** @type {Map<Notice, ReturnType<typeof setTimeout>>} */
    this.timers = new Map();
    new Speaking(this);
  }

  /** @param {Notice} notice */
  show(notice) {
    this.notices = [...this.notices.slice(1 - MOST), notice];
    this.resume(notice);
  }

  /** @param {Notice} notice */
  resume(notice) {
    this.hold(notice);
    this.timers.set(notice, setTimeout(() => this.drop(notice), notice.undo ? WITH_UNDO_MILLIS : SHOWN_MILLIS));
  }

  /** @param {Notice} notice */
  hold(notice) {
    clearTimeout(this.timers.get(notice));
    this.timers.delete(notice);
  }

  /** @param {Notice} notice */
  drop(notice) {
    this.hold(notice);
    this.notices = this.notices.filter((each) => each !== notice);
  }

  /** @param {Notice} notice */
  async undo(notice) {
    this.drop(notice);
    try {
      await notice.undo?.();
      this.show({kind: 'good', text: t('undone')});
    } catch (failure) {
      this.show({kind: 'bad', text: /** @type {Error} */ (failure).message, undo: notice.undo});
    }
  }

  render() {
    const icons = {good: 'circle-check', bad: 'triangle-alert', info: 'info'};
    return html`<div role="status" aria-live="polite" class="stack">
      ${repeat(
        this.notices,
        (notice) => notice,
        (notice) => html`
          <div
            class="toast ${notice.kind ?? 'info'}"
            @pointerenter=${() => this.hold(notice)}
            @pointerleave=${() => this.resume(notice)}
            @focusin=${() => this.hold(notice)}
            @focusout=${() => this.resume(notice)}
          >
            <cl-icon name=${icons[notice.kind ?? 'info']}></cl-icon><span>${notice.text}</span>
            ${notice.undo ? html`<button class="quiet undo" @click=${() => this.undo(notice)}>${t('undo')}</button>` : nothing}
            <button class="quiet icon" aria-label=${word('close')} @click=${() => this.drop(notice)}><cl-icon name="x"></cl-icon></button>
          </div>
        `,
      )}
    </div>`;
  }
}

customElements.define('cl-toasts', Toasts);
