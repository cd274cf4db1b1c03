import {html, nothing} from '@clientele/ui';
import {AdminScreen} from './admin-screen.js';
import {allOf, secretDialog, table} from './parts.js';
import {common} from './styles.js';
import {removeDialog, replayDialog, webhookDialog} from './webhook-dialogs.js';
import {deliveryList} from './deliveries.js';

const ROOT = '/api/v1/webhooks';

/** The outside systems that are told what happens, and what is on its way to them. */
export default class WebhooksPage extends AdminScreen {
  static properties = {webhooks: {state: true}, deliveries: {state: true}};

  static styles = [common];

  constructor() {
    super();
    /** @type {import('./shapes.js').Webhook[]} */
    this.webhooks = [];
    /** @type {import('./shapes.js').Delivery[]} */
    this.deliveries = [];
  }

  async fetch() {
    this.deliveries = this.path ? await allOf(this, `${ROOT}/${this.path}/deliveries`) : [];
    this.webhooks = await allOf(this, ROOT);
  }

  /** The webhook that the address names. */
  get chosen() {
    return this.webhooks.find((each) => each.id === this.path);
  }

  /** @returns {import('lit').TemplateResult} */
  render() {
    const one = this.chosen;
    return html`
      <cl-page .heading=${one ? this.t('deliveries.title') : this.t('webhooks.title')} .back=${this.path ? '/app/admin/webhooks' : ''}>
        ${one
          ? html`<button slot="actions" @click=${() => this.ask('replay', {webhook: one})}><cl-icon name="repeat"></cl-icon>${this.t('replay')}</button>`
          : html`<button slot="actions" class="primary" @click=${() => this.ask('edit')}><cl-icon name="plus"></cl-icon>${this.t('webhook.new')}</button>`}
        ${this.shownWhenLoaded(one ? deliveryList(this, one) : this.list())}
      </cl-page>
      ${this.dialog()}
    `;
  }

  /** @returns {unknown} */
  dialog() {
    const asked = this.asked;
    switch (asked?.kind) {
      case 'edit':
        return webhookDialog(this, asked.webhook);
      case 'secret':
        return secretDialog(this, this.t('webhook.added'), asked.secret);
      case 'replay':
        return replayDialog(this, asked.webhook);
      case 'remove':
        return removeDialog(this, asked.webhook);
      default:
        return nothing;
    }
  }

  list() {
    if (this.webhooks.length === 0) {
      return html`
        <cl-empty icon="send" heading=${this.t('webhooks.none')}>
          ${this.t('webhooks.none.text')}
          <button slot="action" class="primary" @click=${() => this.ask('edit')}>${this.t('webhook.new')}</button>
        </cl-empty>
      `;
    }
    return table(
      this.t('webhooks.title'),
      [
        {label: this.t('address'), cell: (each) => html`<a href="/app/admin/webhooks/${each.id}">${each.url}</a>`},
        {label: this.t('types'), cell: (each) => (each.types.length ? html`<span>${each.types.join(', ')}</span>` : this.t('types.all'))},
        {label: this.t('state'), cell: (each) => this.state(each)},
        {label: '', cell: (each) => this.choices(each), buttons: true},
      ],
      this.webhooks,
    );
  }

  /** @param {import('./shapes.js').Webhook} webhook */
  state({enabled, disabledBecause}) {
    return html`<span>
      <cl-pill tone=${enabled ? 'good' : disabledBecause ? 'bad' : 'neutral'}>${this.t(enabled ? 'enabled' : 'disabled')}</cl-pill>
      ${disabledBecause ? html`<span class="small">${disabledBecause}</span>` : nothing}
    </span>`;
  }

  /** @param {import('./shapes.js').Webhook} webhook */
  choices(webhook) {
    const items = [
      {label: this.t('replay'), icon: 'repeat', disabled: !webhook.enabled, action: () => this.ask('replay', {webhook})},
      {label: this.t('remove'), icon: 'x', danger: true, action: () => this.ask('remove', {webhook})},
    ];
    return html`
      <button aria-label=${`${this.t('edit')} ${webhook.url}`} @click=${() => this.ask('edit', {webhook})}>${this.t('edit')}</button>
      <cl-menu .label=${`${this.t('more')} ${webhook.url}`} .items=${items}></cl-menu>
    `;
  }
}
