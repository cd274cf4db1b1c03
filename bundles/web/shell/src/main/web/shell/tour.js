import {LitElement, css, html, nothing} from 'lit';
import {Speaking, base} from '@clientele/ui';
import {t} from './texts.js';

/** What is shown one after the other, and where it is: the first of these that can be seen. */
const STOPS = [
  {text: 'search', places: ['.side .find', '.top button']},
  {text: 'pages', places: ['.side .groups', '.bottom']},
  {text: 'live', places: ['.side .live', '.top .name']},
  {text: 'page', places: ['main']},
  {text: 'user', places: ['.side cl-menu.user', '.bottom button']},
];
const GAP = 12;
const EDGE = 12;

/** Shows somebody who is new around: a few stops, left at any time with Escape. */
export class Tour extends LitElement {
  static properties = {at: {state: true}};

  static styles = [
    base,
    css`
      dialog {
        position: fixed;
        inset: 0;
        width: 100vw;
        max-width: none;
        height: 100dvh;
        max-height: none;
        margin: 0;
        padding: 0;
        border: 0;
        background: none;
        overflow: hidden;
      }
      dialog::backdrop {
        background: none;
      }
      .ring {
        position: fixed;
        border: 2px solid var(--cl-accent);
        border-radius: var(--cl-radius-large);
        box-shadow: 0 0 0 200vmax var(--cl-backdrop);
        pointer-events: none;
      }
      .card {
        position: fixed;
        width: min(340px, calc(100vw - 24px));
        padding: var(--cl-s4) var(--cl-s5);
        border: 1px solid var(--cl-border);
        border-radius: 12px;
        background: var(--cl-raised);
        color: var(--cl-text);
        box-shadow: var(--cl-shadow-large);
      }
      .card p {
        margin: var(--cl-s2) 0 var(--cl-s4);
        color: var(--cl-muted);
      }
      .line {
        display: flex;
        align-items: center;
        gap: var(--cl-s2);
      }
      .line span {
        flex: 1;
        color: var(--cl-muted);
        font-size: var(--cl-font-small);
      }
    `,
  ];

  constructor() {
    super();
    this.at = -1;
    this.place = () => this.lay();
    new Speaking(this);
  }

  start() {
    this.at = 0;
    addEventListener('resize', this.place);
  }

  end() {
    this.at = -1;
    removeEventListener('resize', this.place);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.end();
  }

  /** @param {number} by */
  step(by) {
    const next = this.at + by;
    if (next >= STOPS.length) {
      this.end();
    } else {
      this.at = Math.max(0, next);
    }
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
    if (step) {
      event.preventDefault();
      this.step(step);
    }
  }

  updated() {
    const dialog = /** @type {HTMLDialogElement | null} */ (this.renderRoot.querySelector('dialog'));
    if (dialog && !dialog.open) {
      dialog.showModal();
    }
    this.lay();
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('.primary'))?.focus();
  }

  /** Puts the ring around the place, and the card beside or below it, inside the window. */
  lay() {
    const ring = /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('.ring'));
    const card = /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('.card'));
    if (!ring || !card) {
      return;
    }
    const box = placeOf(STOPS[this.at].places);
    put(ring, {left: box.left - 4, top: box.top - 4, width: box.width + 8, height: box.height + 8});
    const beside = box.right + GAP + card.offsetWidth < innerWidth;
    const left = beside ? box.right + GAP : box.left;
    const top = beside ? box.top : box.bottom + GAP;
    put(card, {
      left: within(left, innerWidth - card.offsetWidth),
      top: within(top + card.offsetHeight > innerHeight ? box.top - card.offsetHeight - GAP : top, innerHeight - card.offsetHeight),
    });
  }

  render() {
    if (this.at < 0) {
      return nothing;
    }
    const {text} = STOPS[this.at];
    const last = this.at === STOPS.length - 1;
    return html`
      <dialog aria-labelledby="title" aria-describedby="text" @close=${this.end} @keydown=${this.key}>
        <div class="ring"></div>
        <div class="card">
          <h2 id="title">${t(`tour.${text}`)}</h2>
          <p id="text">${t(`tour.${text}.text`)}</p>
          <div class="line">
            <span>${t('tour.step', {n: this.at + 1, all: STOPS.length})}</span>
            ${last ? nothing : html`<button class="quiet" @click=${this.end}>${t('tour.skip')}</button>`}
            ${this.at ? html`<button @click=${() => this.step(-1)}>${t('tour.back')}</button>` : nothing}
            <button class="primary" @click=${() => this.step(1)}>${t(last ? 'tour.end' : 'tour.next')}</button>
          </div>
        </div>
      </dialog>
    `;
  }
}

/** @param {string[]} places @returns {DOMRect} */
function placeOf(places) {
  const found = places
    .map((place) => document.querySelector(`cl-app ${place}`))
    .find((element) => element?.checkVisibility({visibilityProperty: true}));
  return found?.getBoundingClientRect() ?? new DOMRect(innerWidth / 2, innerHeight / 3);
}

/** @param {HTMLElement} element @param {Record<string, number>} box */
function put(element, box) {
  Object.entries(box).forEach(([side, value]) => element.style.setProperty(side, `${value}px`));
}

/** @param {number} value @param {number} most */
function within(value, most) {
  return Math.max(EDGE, Math.min(value, most - EDGE));
}

customElements.define('cl-tour', Tour);
