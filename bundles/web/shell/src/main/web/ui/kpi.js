import {LitElement, css, html, nothing} from 'lit';
import {Speaking, word} from './language.js';
import {base} from './styles.js';

/** `<cl-kpi label="Customers" value="1,204" delta="+3%" tone="good" note="last 30 days">`: one figure and how it moved. */
class Kpi extends LitElement {
  static properties = {label: {}, value: {}, delta: {}, tone: {}, note: {}};

  static styles = [
    base,
    css`
      :host {
        display: block;
        padding: var(--cl-s3) var(--cl-s4);
        border: 1px solid var(--cl-border);
        border-radius: var(--cl-radius-large);
        background: var(--cl-raised);
      }
      .label {
        color: var(--cl-muted);
        font-size: var(--cl-font-small);
      }
      .value {
        font-size: var(--cl-font-large);
        font-variant-numeric: tabular-nums;
        font-weight: 650;
        line-height: 28px;
        letter-spacing: -0.01em;
      }
      .foot {
        display: flex;
        align-items: center;
        gap: 6px;
        min-height: 20px;
        color: var(--cl-muted);
        font-size: var(--cl-font-small);
      }
    `,
  ];

  constructor() {
    super();
    this.label = '';
    this.value = '';
    this.delta = '';
    this.tone = '';
    this.note = '';
    new Speaking(this);
  }

  render() {
    const falls = /^[-−–]/.test(this.delta);
    const icon = falls ? 'trending-down' : 'trending-up';
    const tone = this.tone || (falls ? 'bad' : 'good');
    const spoken = this.delta ? word(falls ? 'delta.down' : 'delta.up', {value: this.delta.replace(/^[-−–+]/, '')}) : '';
    return html`
      <div class="label">${this.label}</div>
      <div class="value">${this.value}</div>
      ${this.delta || this.note
        ? html`<div class="foot">
            ${this.delta
              ? html`<cl-pill tone=${tone} icon=${icon}><span aria-hidden="true">${this.delta}</span></cl-pill><span class="hidden-text">${spoken}</span>`
              : nothing}
            ${this.note}
          </div>`
        : nothing}
    `;
  }
}

customElements.define('cl-kpi', Kpi);
