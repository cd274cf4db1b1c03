import {LitElement, css, html, svg} from 'lit';
import {ICONS} from './icons.js';

/** `<cl-icon name="users">`: an outline as large as the text's line, in its colour. It is decoration: say in words what it means. */
class Icon extends LitElement {
  static properties = {name: {}};

  static styles = css`
    :host {
      display: inline-flex;
      flex: none;
      width: var(--cl-icon-size, 16px);
      height: var(--cl-icon-size, 16px);
    }
    svg {
      width: 100%;
      height: 100%;
      fill: none;
      stroke: currentColor;
      stroke-width: 1.75;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
  `;

  constructor() {
    super();
    this.name = '';
  }

  render() {
    const outline = ICONS[this.name] ?? ICONS.puzzle;
    return html`<svg viewBox="0 0 24 24" aria-hidden="true">${svg`<path d=${outline} />`}</svg>`;
  }
}

customElements.define('cl-icon', Icon);
