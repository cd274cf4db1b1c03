import {LitElement, css, html, nothing} from 'lit';
import {Speaking, word} from './language.js';
import {base} from './styles.js';

/** `<cl-progress value="40" max="100" label="Importing">`: how far something is; without `value`, that it is under way. */
class Progress extends LitElement {
  static properties = {value: {type: Number}, max: {type: Number}, label: {}};

  static styles = [
    base,
    css`
      :host {
        display: block;
      }
      .track {
        height: 6px;
        border-radius: 3px;
        background: var(--cl-neutral-fill);
        overflow: hidden;
      }
      .bar {
        height: 100%;
        border-radius: 3px;
        background: var(--cl-accent);
        transform-origin: 0 50%;
        transition: transform var(--cl-calm);
      }
      .unknown {
        width: 30%;
        animation: pass 1.2s ease-in-out infinite;
      }
      @keyframes pass {
        from {
          transform: translateX(-100%);
        }
        to {
          transform: translateX(340%);
        }
      }
      .label {
        display: flex;
        justify-content: space-between;
        margin-bottom: 4px;
        color: var(--cl-muted);
        font-size: var(--cl-font-small);
      }
      @media (prefers-reduced-motion: reduce) {
        .unknown {
          width: 100%;
          opacity: 0.5;
          animation: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.value = /** @type {number | undefined} */ (undefined);
    this.max = 100;
    this.label = '';
    new Speaking(this);
  }

  /** The width is set on the element: a style in the markup is against the page's policy. */
  updated() {
    const bar = /** @type {HTMLElement} */ (this.renderRoot.querySelector('.bar'));
    bar.style.transform = this.value === undefined ? '' : `scaleX(${this.share})`;
  }

  get share() {
    return this.max > 0 ? Math.min(1, Math.max(0, (this.value ?? 0) / this.max)) : 0;
  }

  render() {
    const known = this.value !== undefined;
    return html`
      ${this.label ? html`<div class="label" aria-hidden="true"><span>${this.label}</span>${known ? html`<span>${Math.round(this.share * 100)}%</span>` : nothing}</div>` : nothing}
      <div
        class="track"
        role="progressbar"
        aria-label=${this.label || word('loading')}
        aria-valuemin="0"
        aria-valuemax=${this.max}
        aria-valuenow=${this.value ?? nothing}
      >
        <div class="bar ${known ? '' : 'unknown'}"></div>
      </div>
    `;
  }
}

customElements.define('cl-progress', Progress);
