import {html, nothing} from '@clientele/ui';
import {AdminScreen} from './admin-screen.js';
import {allOf, field, formDialog, moment, secretDialog, table} from './parts.js';
import {common} from './styles.js';

const ROOT = '/api/v1/tokens';
const DAY_MILLIS = 86_400_000;
const DAYS = [30, 90, 365];

/** The caller's own API tokens: a secret is shown once, and a token can be revoked at any time. */
export default class TokensPage extends AdminScreen {
  static properties = {tokens: {state: true}};

  static styles = [common];

  constructor() {
    super();
    /** @type {import('./shapes.js').Token[]} */
    this.tokens = [];
  }

  async fetch() {
    this.tokens = await allOf(this, ROOT);
  }

  /** @returns {import('lit').TemplateResult} */
  render() {
    return html`
      <cl-page .heading=${this.t('tokens.title')}>
        <button slot="actions" class="primary" @click=${() => this.ask('new')}><cl-icon name="plus"></cl-icon>${this.t('token.new')}</button>
        ${this.shownWhenLoaded(this.list())}
      </cl-page>
      ${this.dialog()}
    `;
  }

  list() {
    if (this.tokens.length === 0) {
      return html`
        <cl-empty icon="lock" heading=${this.t('tokens.none')}>
          ${this.t('tokens.none.text')}
          <button slot="action" class="primary" @click=${() => this.ask('new')}>${this.t('token.new')}</button>
        </cl-empty>
      `;
    }
    return table(
      this.t('tokens.title'),
      [
        {label: this.t('name'), cell: (each) => each.name},
        {label: this.t('created'), cell: (each) => moment(this, each.createdAt)},
        {label: this.t('expires'), cell: (each) => this.expiry(each)},
        {label: this.t('used'), cell: (each) => (each.usedAt ? moment(this, each.usedAt) : this.t('never'))},
        {
          label: '',
          cell: (each) => html`
            <button class="danger" aria-label=${`${this.t('revoke')} ${each.name}`} @click=${() => this.ask('revoke', {token: each})}>
              ${this.t('revoke')}
            </button>
          `,
          buttons: true,
        },
      ],
      this.tokens,
    );
  }

  /** @param {import('./shapes.js').Token} token */
  expiry({expiresAt}) {
    if (!expiresAt) {
      return this.t('never');
    }
    return new Date(expiresAt) < new Date() ? html`<cl-pill tone="warn">${this.t('expired')}</cl-pill>` : moment(this, expiresAt);
  }

  /** @returns {unknown} */
  dialog() {
    switch (this.asked?.kind) {
      case 'new':
        return this.makeDialog();
      case 'secret':
        return secretDialog(this, this.t('token.made', {name: this.asked.name}), this.asked.secret);
      case 'revoke':
        return this.revokeDialog(this.asked.token);
      default:
        return nothing;
    }
  }

  makeDialog() {
    const days = html`
      <select name="days">
        ${DAYS.map((n) => html`<option value=${n} ?selected=${n === DAYS[1]}>${this.t('days', {n})}</option>`)}
        <option value="">${this.t('never')}</option>
      </select>
    `;
    return formDialog(this, {
      heading: this.t('token.new'),
      button: this.t('token.make'),
      body: html`
        ${field(this.t('name'), html`<input name="name" required maxlength="200" autocomplete="off" />`, this.wrong('/name'), this.t('token.hint'))}
        ${field(this.t('expires'), days, this.wrong('/expiresAt'))}
      `,
      send: (form) => this.make(form),
    });
  }

  /** @param {FormData} form */
  async make(form) {
    const days = Number(form.get('days'));
    const expiresAt = days ? new Date(Date.now() + days * DAY_MILLIS).toISOString() : null;
    await this.act(async () => {
      const {body} = await this.context.api.post(ROOT, {body: {name: form.get('name'), expiresAt}});
      this.ask('secret', {name: body.name, secret: body.token});
    });
    this.load();
  }

  /** @param {import('./shapes.js').Token} token */
  revokeDialog({id, name}) {
    return formDialog(this, {
      heading: this.t('token.revoke', {name}),
      button: this.t('revoke'),
      danger: true,
      body: html`<p>${this.t('token.revoke.text')}</p>`,
      send: async () => {
        if (await this.act(() => this.context.api.del(`${ROOT}/${id}`))) {
          this.answered();
          this.context.notify({kind: 'good', text: this.t('token.revoked', {name})});
          this.load();
        }
      },
    });
  }
}
