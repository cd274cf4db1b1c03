import {LitElement, html} from 'lit';
import {Problem, Speaking} from '@clientele/ui';
import {mount} from './mounting.js';
import {inLanguage, t} from './texts.js';

/** @typedef {import('./screens.js').Contribution} Contribution */
/** @typedef {import('./context.js').Shared} Shared */
/** @typedef {import('../ui/screen.js').Screen} Screen */

/** An update is a stop and a start: a module that is away for less is not missed. */
const GRACE_MILLIS = 600;
/** No update takes as long: a module that is away for more was stopped or uninstalled. */
const LONGEST_UPDATE_MILLIS = 20_000;

/** Shows one contribution, follows its module's updates, and keeps its place while the module is away. */
export class Outlet extends LitElement {
  static properties = {
    shared: {attribute: false},
    contribution: {attribute: false},
    path: {},
    query: {attribute: false},
    customer: {attribute: false},
    state: {state: true},
  };

  constructor() {
    super();
    this.shared = /** @type {Shared} */ (/** @type {unknown} */ (undefined));
    this.contribution = /** @type {Contribution | undefined} */ (undefined);
    this.path = '';
    this.query = new URLSearchParams();
    /** @type {Record<string, any> | undefined} */
    this.customer = undefined;
    this.state = /** @type {'loading' | 'shown' | 'away' | 'failed'} */ ('loading');
    /** @type {Screen | undefined} */
    this.screen = undefined;
    /** Which generation of what is shown, or on its way. */
    this.mounted = '';
    this.shownKey = '';
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.grace = undefined;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.giveUp = undefined;
    /** Whether it has been away for longer than an update takes. */
    this.gone = false;
    /** @type {unknown} */
    this.failure = undefined;
    this.changed = () => this.follow();
    new Speaking(this);
  }

  /** No shadow: the page's title and landmarks belong to the document. */
  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.shared?.screens.addEventListener('change', this.changed);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.shared?.screens.removeEventListener('change', this.changed);
    clearTimeout(this.grace);
    clearTimeout(this.giveUp);
  }

  /** @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    if (changed.has('shared')) {
      this.shared.screens.addEventListener('change', this.changed);
    }
    if (changed.has('contribution')) {
      this.follow();
    }
    if (this.screen && this.shownKey === keyOf(this.contribution)) {
      this.hand(this.screen);
    }
  }

  /** The contribution as it is now, or nothing while its module is away. */
  get present() {
    return this.shared.screens.all.find((each) => keyOf(each) === keyOf(this.contribution));
  }

  follow() {
    const present = this.present;
    if (!present) {
      this.grace ??= setTimeout(() => this.leave(), GRACE_MILLIS);
      return;
    }
    clearTimeout(this.grace);
    clearTimeout(this.giveUp);
    this.grace = undefined;
    this.gone = false;
    const identity = `${keyOf(present)} ${present.bundle.generation}`;
    if (identity !== this.mounted) {
      this.show(present, identity);
    } else if (this.state === 'away' && this.screen) {
      this.state = 'shown';
    }
  }

  leave() {
    this.grace = undefined;
    if (!this.present) {
      this.screen = undefined;
      this.mounted = '';
      this.state = 'away';
      this.giveUp = setTimeout(() => {
        this.gone = true;
        this.requestUpdate();
      }, LONGEST_UPDATE_MILLIS);
      this.requestUpdate();
    }
  }

  /** @param {Contribution} contribution @param {string} identity */
  async show(contribution, identity) {
    this.mounted = identity;
    try {
      const screen = await mount(this.shared, contribution);
      if (this.mounted === identity) {
        screen.context.away = (away) => this.pause(away);
        this.hand(screen);
        this.screen = screen;
        this.shownKey = keyOf(contribution);
        this.state = 'shown';
      }
    } catch (failure) {
      console.error(failure);
      if (this.mounted === identity) {
        this.screen = undefined;
        this.mounted = '';
        this.failure = failure;
        this.state = 'failed';
      }
    }
    this.requestUpdate();
  }

  /** @param {Screen} screen */
  hand(screen) {
    screen.path = this.path;
    screen.query = this.query;
    screen.customer = this.customer;
  }

  /** The server says that the module is away, though its screens are still here. @param {boolean} away */
  pause(away) {
    this.toggleAttribute('paused', away);
  }

  render() {
    if (this.state === 'shown') {
      return this.screen;
    }
    if (this.state === 'loading') {
      return html`<cl-skeleton class="waiting" rows="8"></cl-skeleton>`;
    }
    const title = inLanguage(this.contribution?.title);
    return this.state === 'away'
      ? html`<cl-empty ?page=${this.classList.contains('page')} icon="unplug" heading=${this.gone ? t('gone.title', {title}) : title}>${t(this.gone ? 'gone.text' : 'away')}</cl-empty>`
      : html`<div class="waiting"><cl-error .problem=${this.problem} @retry=${this.follow}></cl-error></div>`;
  }

  get problem() {
    return this.failure instanceof Problem ? this.failure : new Problem({status: 500, title: t('failed')});
  }
}

/** @param {Contribution | undefined} contribution */
function keyOf(contribution) {
  return contribution ? `${contribution.bundle.bundle} ${contribution.kind} ${contribution.name}` : '';
}

customElements.define('cl-outlet', Outlet);
