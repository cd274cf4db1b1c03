import {Problem, Screen, css, html, nothing} from '@clientele/ui';

const NOON = 12;
const EVENING = 18;

/** Where the day begins: what modules have to say today. */
export default class Home extends Screen {
  static properties = {count: {state: true}};

  static styles = css`
    :host {
      display: block;
      height: 100%;
    }
    .figures {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(180px, 1fr));
      gap: var(--cl-s4);
      margin-bottom: var(--cl-s4);
    }
  `;

  constructor() {
    super();
    this.count = /** @type {number | undefined} */ (undefined);
  }

  whenShown() {
    this.load();
    this.endings.push(this.context.onScreens(() => this.requestUpdate()));
    this.listen('registry', (event) => {
      if (event.type === 'reset' || event.type.endsWith('CustomerAdded')) {
        this.load();
      }
    });
  }

  async load() {
    if (!this.context.can('customers:read')) {
      return;
    }
    try {
      const {body} = await this.context.api.get('/api/v1/customers', {query: {limit: 1, total: true, fields: 'id'}});
      this.count = body.total;
    } catch (problem) {
      // The day begins without the figure: what was last known of it stays, and the next event asks again.
      if (!(problem instanceof Problem)) {
        throw problem;
      }
    }
  }

  /** What to do first where nothing is yet. */
  first() {
    const actions = this.context.contributions('action', 'first-run');
    return html`<cl-empty icon="sparkles" heading=${this.t('home.first.title')}>
      ${this.t('home.first.text')}
      ${this.context.can('customers:import')
        ? html`<a slot="action" class="button primary" href="/app/imports"><cl-icon name="upload"></cl-icon>${this.t('home.first.import')}</a>`
        : nothing}
      ${actions.map(
        (each) => html`<button slot="action" @click=${() => this.context.run(each)}>
          <cl-icon name=${each.icon ?? 'zap'}></cl-icon>${each.title[this.context.preferences.locale] ?? each.title.en}
        </button>`,
      )}
      <button slot="action" @click=${() => this.context.tour()}><cl-icon name="map-pin"></cl-icon>${this.t('home.first.tour')}</button>
    </cl-empty>`;
  }

  quiet() {
    return html`<cl-empty icon="sparkles" heading=${this.t('home.empty.title')}>
      ${this.t('home.empty.text')}<a slot="action" class="button" href="/app/customers">${this.t('home.empty.customers')}</a>
    </cl-empty>`;
  }

  render() {
    const hour = new Date().getHours();
    const time = hour < NOON ? 'morning' : hour < EVENING ? 'afternoon' : 'evening';
    const name = this.context.session.user?.name ?? '';
    const empty = this.context.contributions('widget', 'home').length === 0;
    return html`
      <cl-page heading=${this.t(`home.${time}`, {name})}>
        <div class="figures">
          ${this.count === undefined
            ? nothing
            : html`<cl-kpi label=${this.t('home.customers')} value=${this.count.toLocaleString(this.context.locale)}></cl-kpi>`}
        </div>
        <cl-contributions kind="widget" place="home" .context=${this.context}></cl-contributions>
        ${this.count === 0 ? this.first() : empty ? this.quiet() : nothing}
      </cl-page>
    `;
  }
}
