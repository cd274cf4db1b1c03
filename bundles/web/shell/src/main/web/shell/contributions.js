import {LitElement, css, html, repeat} from '@clientele/ui';
import {inLanguage} from './texts.js';

/** @typedef {import('./context.js').Context} Context */

/**
 * `<cl-contributions kind="card" place="customer" .context=${this.context} .customer=${customer}>`: everything that modules contribute to a place,
 * each in a card with its title. Comes and goes with the modules.
 */
class Contributions extends LitElement {
  static properties = {kind: {}, place: {}, context: {attribute: false}, customer: {attribute: false}};

  static styles = css`
    :host {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 320px), 1fr));
      gap: var(--cl-s4);
      align-items: start;
    }
    section {
      min-width: 0;
      border: 1px solid var(--cl-border);
      border-radius: var(--cl-radius-large);
      background: var(--cl-raised);
      overflow: hidden;
    }
    h2 {
      display: flex;
      align-items: center;
      gap: var(--cl-s2);
      margin: 0;
      padding: var(--cl-s3) var(--cl-s4) 0;
      font: 600 var(--cl-font-size) / var(--cl-line) var(--cl-font);
      color: var(--cl-text);
    }
    h2 cl-icon {
      color: var(--cl-muted);
    }
    cl-outlet {
      display: block;
      padding: var(--cl-s2) var(--cl-s4) var(--cl-s4);
    }
  `;

  constructor() {
    super();
    this.kind = 'card';
    this.place = '';
    this.context = /** @type {Context} */ (/** @type {unknown} */ (undefined));
    /** @type {Record<string, any> | undefined} */
    this.customer = undefined;
    this.changed = () => this.requestUpdate();
    this.end = () => {};
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.context) {
      this.watch();
    }
  }

  /** @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    if (changed.has('context') && this.context) {
      this.watch();
    }
  }

  watch() {
    this.end();
    const offs = [this.context.onLanguage(this.changed), this.context.onScreens(this.changed)];
    this.end = () => offs.forEach((off) => off());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.end();
    this.end = () => {};
  }

  render() {
    const shown = this.context?.contributions(this.kind, this.place) ?? [];
    return html`${repeat(
      shown,
      (each) => `${each.bundle.bundle} ${each.name}`,
      (each) => html`
        <section>
          <h2><cl-icon name=${each.icon ?? 'puzzle'}></cl-icon>${inLanguage(each.title)}</h2>
          <cl-outlet .shared=${this.context.shared} .contribution=${each} .customer=${this.customer}></cl-outlet>
        </section>
      `,
    )}`;
  }
}

customElements.define('cl-contributions', Contributions);
