import {LitElement} from 'lit';
import {base} from './styles.js';

/** @typedef {import('../shell/context.js').Context} Context */

/**
 * What pages, cards, settings and widgets extend. The shell gives it its tag and its properties, and draws it again when the language changes.
 */
export class Screen extends LitElement {
  /** @type {import('lit').PropertyDeclarations} */
  static properties = {
    context: {attribute: false},
    path: {},
    query: {attribute: false},
    customer: {attribute: false},
  };

  /** @param {import('lit').CSSResultGroup} [styles] */
  static finalizeStyles(styles) {
    return super.finalizeStyles([base, styles ?? []]);
  }

  constructor() {
    super();
    /** Set by the shell before anything else. */
    this.context = /** @type {Context} */ (/** @type {unknown} */ (undefined));
    /** What follows the page's own path. */
    this.path = '';
    this.query = new URLSearchParams();
    /** For cards: the customer as the API answers it. @type {Record<string, any> | undefined} */
    this.customer = undefined;
    /** @type {(() => void)[]} */
    this.endings = [];
  }

  connectedCallback() {
    this.adoptFields();
    super.connectedCallback();
    if (this.context) {
      this.endings.push(this.context.onLanguage(() => this.requestUpdate()));
    }
    this.whenShown();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.endings.splice(0).forEach((end) => end());
  }

  /** For what is to begin when the screen is shown; {@link listen} ends by itself when it goes. */
  whenShown() {}

  /** Hears of events from now until the screen goes. @param {string} type @param {(event: import('../shell/events.js').Happened) => void} handler */
  listen(type, handler) {
    this.endings.push(this.context.events.on(type, handler));
  }

  /** A text of the bundle. @param {string} key @param {Record<string, unknown>} [values] */
  t(key, values) {
    return this.context.t(key, values);
  }

  /** Fields of a class hide the accessors of its properties, which would then change without being drawn. */
  adoptFields() {
    const properties = /** @type {typeof LitElement} */ (this.constructor).elementProperties;
    const self = /** @type {Record<PropertyKey, unknown>} */ (/** @type {unknown} */ (this));
    for (const name of properties.keys()) {
      if (Object.hasOwn(self, name)) {
        const value = self[name];
        delete self[name];
        self[name] = value;
      }
    }
  }
}
