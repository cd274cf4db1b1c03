import {LitElement, html, nothing} from 'lit';
import {Speaking} from '@clientele/ui';
import {sign} from './brand.js';
import {bottomBar, sidebar} from './navigation.js';
import {inLanguage, t} from './texts.js';
import {userMenu} from './user-menu.js';
import './contributions.js';
import './outbox-panel.js';
import './outlet.js';
import './palette.js';
import './toasts.js';
import './tour.js';

/** @typedef {import('./context.js').Shared} Shared */

const ROOT = '/app/';

/** The frame around all pages. It has no shadow, so that landmarks and the way to skip them are the document's. */
export class App extends LitElement {
  static properties = {shared: {attribute: false}, drawer: {state: true}, live: {state: true}};

  constructor() {
    super();
    this.shared = /** @type {Shared} */ (/** @type {unknown} */ (undefined));
    this.drawer = false;
    this.live = true;
    /** @type {import('./screens.js').Contribution | undefined} */
    this.current = undefined;
    this.changed = () => this.requestUpdate();
    new Speaking(this);
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.shared.screens.addEventListener('change', this.changed);
    addEventListener('popstate', this.turned);
    addEventListener('keydown', this.key);
    this.addEventListener('click', this.follow);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.shared.screens.removeEventListener('change', this.changed);
    removeEventListener('popstate', this.turned);
    removeEventListener('keydown', this.key);
  }

  /** @param {KeyboardEvent} event */
  key = (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      this.palette.show();
    }
  };

  get palette() {
    return /** @type {import('./palette.js').Palette} */ (this.querySelector('cl-palette'));
  }

  /** Goes to a page. Its entry in the browser's history has a name of its own, and knows where the way there began. @param {string} path */
  navigate(path) {
    const state = {at: Math.random().toString(36).slice(2), from: location.pathname};
    history.pushState(state, '', ROOT + path.replace(/^\//, ''));
    this.drawer = false;
    this.requestUpdate();
    this.updateComplete.then(() => this.toMain());
  }

  /** Somebody went back or forth: the cursor is lost where it stood on what is gone once the page is drawn. */
  turned = async () => {
    this.requestUpdate();
    await this.updateComplete;
    requestAnimationFrame(() => document.activeElement === document.body && this.toMain());
  };

  toMain() {
    /** @type {HTMLElement | null} */ (this.querySelector('main'))?.focus({preventScroll: true});
  }

  /** Follows links inside the product without loading the page anew, also those within screens. @param {MouseEvent} event */
  follow = (event) => {
    const link = /** @type {HTMLAnchorElement | undefined} */ (event.composedPath().find((each) => each instanceof HTMLAnchorElement));
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.defaultPrevented;
    if (link && plain && !link.target && !link.download && link.origin === location.origin && link.pathname.startsWith(ROOT)) {
      event.preventDefault();
      this.navigate(link.pathname.slice(ROOT.length) + link.search);
    }
  };

  /** The page at the address; one whose module went keeps its place. */
  locate() {
    const address = decodeURIComponent(location.pathname.slice(ROOT.length)).replace(/\/$/, '');
    const found = this.shared.screens.at(address);
    if (found) {
      this.current = found.page;
      return found.rest;
    }
    const path = this.current?.path;
    if (path === undefined || !(address === path || address.startsWith(`${path}/`))) {
      this.current = undefined;
    }
    return address.slice((path ?? '').length).replace(/^\//, '');
  }

  render() {
    const {screens, session} = this.shared;
    const rest = this.locate();
    const pages = screens.of('page').filter((page) => session.can(page.permission));
    const title = inLanguage(this.current?.title);
    document.title = title ? `${title} · Clientele` : 'Clientele';
    return html`
      <a class="skip" href="#main" @click=${this.skip}>${t('skip')}</a>
      <header class="top">
        <img src=${sign} alt="" /><span class="name">Clientele</span>
        <button class="quiet icon" aria-label=${t('search')} @click=${() => this.palette.show()}><cl-icon name="search"></cl-icon></button>
      </header>
      <nav class="side ${this.drawer ? 'open' : ''}" aria-label=${t('navigation')}>
        <div class="brand">
          <img src=${sign} alt="" /><span class="name">Clientele</span>
          <span class="live ${this.live ? 'on' : ''}" role="img" aria-label=${t(this.live ? 'live' : 'notLive')} title=${t(this.live ? 'live' : 'notLive')}></span>
        </div>
        <button class="find" @click=${() => this.palette.show()}>
          <cl-icon name="search"></cl-icon><span>${t('search')}</span><kbd>Ctrl K</kbd>
        </button>
        <div class="groups">${sidebar(pages, this.current)}</div>
        ${screens.outdated ? this.newer() : nothing}
        <cl-outbox .outbox=${this.shared.outbox}></cl-outbox>
        <div class="foot">${userMenu(this)}</div>
      </nav>
      ${this.drawer ? html`<div class="veil" @click=${() => (this.drawer = false)}></div>` : nothing}
      <main id="main" tabindex="-1">${this.page(rest)}</main>
      <nav class="bottom" aria-label=${t('quick')}>${bottomBar(pages, this.current, () => (this.drawer = !this.drawer))}</nav>
      <cl-palette .shared=${this.shared}></cl-palette>
      <cl-toasts></cl-toasts>
      <cl-tour></cl-tour>
    `;
  }

  /** @param {string} rest */
  page(rest) {
    const {current, shared} = this;
    if (!current) {
      return shared.screens.known
        ? html`<cl-empty page icon="map-pin" heading=${t('nothing.title')}>${t('nothing.text')}<a slot="action" class="button" href="/app/">${t('nothing.home')}</a></cl-empty>`
        : html`<cl-skeleton class="waiting" rows="8"></cl-skeleton>`;
    }
    if (!shared.session.can(current.permission)) {
      return html`<cl-empty page icon="lock" heading=${t('forbidden.title')}>${t('forbidden.text')}</cl-empty>`;
    }
    return html`<cl-outlet
      class="page"
      .shared=${shared}
      .contribution=${current}
      .path=${rest}
      .query=${new URLSearchParams(location.search)}
    ></cl-outlet>`;
  }

  newer() {
    return html`<button class="newer" @click=${() => location.reload()}><cl-icon name="refresh-cw"></cl-icon>${t('newer')}</button>`;
  }

  /** @param {Event} event */
  skip(event) {
    event.preventDefault();
    /** @type {HTMLElement} */ (this.querySelector('main')).focus();
  }
}

customElements.define('cl-app', App);
