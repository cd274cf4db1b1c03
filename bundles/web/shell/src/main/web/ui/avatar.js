import {LitElement, css, html} from 'lit';

const TONES = 6;

/** `<cl-avatar name="王小明">`: the first sign of a name on a colour that stays the name's. `kind="organization"` is square. It is decoration. */
class Avatar extends LitElement {
  static properties = {name: {}, kind: {reflect: true}, size: {reflect: true}};

  static styles = css`
    :host {
      display: inline-grid;
      flex: none;
      place-items: center;
      width: 22px;
      height: 22px;
      border-radius: 50%;
      font-family: var(--cl-font);
      font-size: 11px;
      font-weight: 650;
      line-height: 1;
      user-select: none;
    }
    :host([size='large']) {
      width: 44px;
      height: 44px;
      font-size: 18px;
    }
    :host([kind='organization']),
    :host([kind='organisation']) {
      border-radius: 24%;
    }
    span {
      display: grid;
      place-items: center;
      width: 100%;
      height: 100%;
      border-radius: inherit;
    }
    .t0 {
      background: var(--cl-accent-fill);
      color: var(--cl-accent-text);
    }
    .t1 {
      background: var(--cl-good-fill);
      color: var(--cl-good-text);
    }
    .t2 {
      background: var(--cl-warn-fill);
      color: var(--cl-warn-text);
    }
    .t3 {
      background: var(--cl-bad-fill);
      color: var(--cl-bad-text);
    }
    .t4 {
      background: var(--cl-info-fill);
      color: var(--cl-info-text);
    }
    .t5 {
      background: var(--cl-neutral-fill);
      color: var(--cl-neutral-text);
    }
  `;

  constructor() {
    super();
    this.name = '';
    this.kind = '';
    this.size = '';
  }

  render() {
    const name = (this.name ?? '').trim();
    let sum = 0;
    for (const sign of name) {
      sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 9973;
    }
    return html`<span class="t${sum % TONES}" aria-hidden="true">${[...name][0]?.toUpperCase() ?? '·'}</span>`;
  }
}

customElements.define('cl-avatar', Avatar);
