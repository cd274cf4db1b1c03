import {LitElement, css, html, nothing} from 'lit';
import {Speaking, word} from './language.js';
import {Problem} from './problem.js';
import {base} from './styles.js';

/** `<cl-error .problem=${problem} @retry=${…}>`: what went wrong, in words, with the reference for whoever can help. */
class Failure extends LitElement {
  static properties = {problem: {attribute: false}};

  static styles = [
    base,
    css`
      :host {
        display: block;
      }
      div {
        display: grid;
        grid-template-columns: auto 1fr auto;
        gap: 2px var(--cl-s3);
        align-items: center;
        padding: var(--cl-s3) var(--cl-s4);
        border-radius: var(--cl-radius);
        background: var(--cl-bad-fill);
        color: var(--cl-bad-text);
      }
      p {
        overflow-wrap: anywhere;
      }
      .trace {
        grid-column: 2;
        font-size: var(--cl-font-small);
      }
    `,
  ];

  constructor() {
    super();
    this.problem = /** @type {Problem | Error | undefined} */ (undefined);
    new Speaking(this);
  }

  retry() {
    this.dispatchEvent(new CustomEvent('retry'));
  }

  render() {
    const problem = this.problem;
    if (!problem) {
      return nothing;
    }
    const known = problem instanceof Problem ? problem : undefined;
    return html`
      <div role="alert">
        <cl-icon name="triangle-alert"></cl-icon>
        <p>${known?.status === 0 ? word('error.offline') : known ? known.message : word('error.title')}</p>
        <button @click=${this.retry}>${word('retry')}</button>
        ${known?.traceId ? html`<span class="trace">${word('error.trace', {id: known.traceId})}</span>` : nothing}
      </div>
    `;
  }
}

customElements.define('cl-error', Failure);
