import {LitElement, css, html} from 'lit';
import {Speaking, word} from './language.js';
import {base} from './styles.js';

/** `<cl-skeleton rows="8">`: where rows will be in a moment. `kind="card"` for cards. */
class Skeleton extends LitElement {
  static properties = {rows: {type: Number}, kind: {reflect: true}};

  static styles = [
    base,
    css`
      :host {
        display: block;
      }
      .line {
        display: flex;
        align-items: center;
        height: var(--cl-row);
        border-bottom: 1px solid var(--cl-border);
      }
      :host([kind='card']) .line {
        border: 0;
        height: 26px;
      }
      .line::before {
        content: '';
        width: 60%;
        height: 10px;
        border-radius: 5px;
        background: var(--cl-neutral-fill);
        animation: breathe 1.4s ease-in-out infinite;
      }
      .line:nth-child(3n)::before {
        width: 42%;
      }
      .line:nth-child(3n + 1)::before {
        width: 74%;
      }
      @keyframes breathe {
        50% {
          opacity: 0.45;
        }
      }
      @media (prefers-reduced-motion: reduce) {
        .line::before {
          animation: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.rows = 6;
    this.kind = '';
    new Speaking(this);
  }

  render() {
    return html`
      <div role="status"><span class="hidden-text">${word('loading')}</span></div>
      <div aria-hidden="true">${Array.from({length: this.rows}, () => html`<div class="line"></div>`)}</div>
    `;
  }
}

customElements.define('cl-skeleton', Skeleton);
