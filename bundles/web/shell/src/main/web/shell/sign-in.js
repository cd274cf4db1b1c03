import {LitElement, css, html, nothing} from 'lit';
import {Speaking, base} from '@clientele/ui';
import {sign} from './brand.js';
import {preferences} from './preferences.js';
import {t} from './texts.js';

/** @typedef {import('./session.js').Session} Session */

/** Asks for login and password. Sends `done` when a session has begun. */
export class SignIn extends LitElement {
  static properties = {session: {attribute: false}, again: {type: Boolean}, fault: {state: true}, busy: {state: true}};

  static styles = [
    base,
    css`
      :host {
        display: grid;
        place-items: center;
        min-height: 100dvh;
        padding: var(--cl-s4);
        background: var(--cl-surface);
      }
      :host([again]) {
        min-height: 0;
        padding: 0;
        background: none;
      }
      .panel {
        width: min(360px, 100%);
      }
      .brand {
        display: flex;
        align-items: center;
        gap: 10px;
        margin-bottom: var(--cl-s5);
        font-size: 17px;
        font-weight: 650;
      }
      .brand img {
        width: 30px;
        height: 30px;
      }
      form {
        display: grid;
        gap: var(--cl-s4);
        padding: var(--cl-s5);
        border: 1px solid var(--cl-border);
        border-radius: var(--cl-radius-large);
        background: var(--cl-raised);
        box-shadow: var(--cl-shadow);
      }
      :host([again]) form {
        padding: 0;
        border: 0;
        box-shadow: none;
      }
      input {
        width: 100%;
      }
      .fault {
        padding: 6px 10px;
        border-radius: var(--cl-radius);
        background: var(--cl-bad-fill);
        color: var(--cl-bad-text);
      }
      .languages {
        display: flex;
        justify-content: center;
        gap: var(--cl-s1);
        margin-top: var(--cl-s4);
      }
    `,
  ];

  constructor() {
    super();
    this.session = /** @type {Session} */ (/** @type {unknown} */ (undefined));
    this.again = false;
    this.fault = '';
    this.busy = false;
    new Speaking(this);
  }

  firstUpdated() {
    /** @type {HTMLElement} */ (this.renderRoot.querySelector('input'))?.focus();
  }

  /** @param {SubmitEvent} event */
  async submit(event) {
    event.preventDefault();
    const given = new FormData(/** @type {HTMLFormElement} */ (event.target));
    this.busy = true;
    try {
      const refused = await this.session.begin(String(given.get('login')), String(given.get('password')));
      this.fault = refused ? faultOf(refused) : '';
      if (!refused) {
        this.dispatchEvent(new CustomEvent('done'));
      }
    } catch {
      this.fault = t('signIn.offline');
    } finally {
      this.busy = false;
    }
  }

  render() {
    const form = html`
      <form @submit=${this.submit}>
        ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
        <div class="field">
          <label for="login">${t('signIn.login')}</label>
          <input id="login" name="login" autocomplete="username" autocapitalize="off" spellcheck="false" required />
        </div>
        <div class="field">
          <label for="password">${t('signIn.password')}</label>
          <input id="password" name="password" type="password" autocomplete="current-password" required />
        </div>
        <button class="primary" ?disabled=${this.busy}>${t('signIn.do')}</button>
      </form>
    `;
    return this.again
      ? form
      : html`
          <main class="panel">
            <h1 class="brand"><img src=${sign} alt="" />Clientele</h1>
            ${form}
            <div class="languages">
              <button class="quiet small" lang="en" @click=${() => preferences.speak('en')}>English</button>
              <button class="quiet small" lang="zh-CN" @click=${() => preferences.speak('zh')}>中文</button>
            </div>
          </main>
        `;
  }
}

/** @param {{status: number, retryAfter: number}} refused */
function faultOf({status, retryAfter}) {
  if (status === 429) {
    return t('signIn.throttled', {seconds: retryAfter});
  }
  return t(status === 401 ? 'signIn.wrong' : 'signIn.offline');
}

customElements.define('cl-sign-in', SignIn);
