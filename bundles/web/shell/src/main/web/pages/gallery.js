import {ICONS, Problem, Screen, css, html} from '@clientele/ui';
import {richer, richerStyles} from './gallery-richer.js';

const TONES = ['neutral', 'accent', 'good', 'warn', 'bad', 'info'];

/** All that screens are made of, as it is now. */
export default class Gallery extends Screen {
  static properties = {asking: {state: true}, tab: {state: true}};

  static styles = [
    richerStyles,
    css`
      .all {
        display: grid;
        gap: var(--cl-s6);
        max-width: 960px;
      }
      section {
        display: grid;
        gap: var(--cl-s3);
      }
      .row {
        flex-wrap: wrap;
      }
      .figures {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(180px, 1fr));
        gap: var(--cl-s3);
      }
      .icons {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(148px, 1fr));
        gap: 2px var(--cl-s3);
        padding: 0;
        list-style: none;
      }
      .icons li {
        display: flex;
        align-items: center;
        gap: var(--cl-s2);
        min-height: 26px;
        font-size: var(--cl-font-small);
      }
    `,
  ];

  constructor() {
    super();
    this.asking = false;
    this.tab = 'one';
  }

  render() {
    return html`
      <cl-page heading=${this.t('gallery.title')} note=${this.t('gallery.note')}>
        <button slot="actions" class="primary" @click=${() => (this.asking = true)}>${this.t('gallery.dialog')}</button>
        <div class="all">${this.states()} ${this.fields()} ${this.figures()} ${this.tabs()} ${richer((key) => this.t(key), this.context.locale)} ${this.icons()}</div>
        <cl-dialog heading=${this.t('gallery.dialog')} .open=${this.asking} @close=${() => (this.asking = false)}>
          <p>${this.t('gallery.dialog.text')}</p>
          <button slot="actions" class="primary" @click=${() => (this.asking = false)}>OK</button>
        </cl-dialog>
      </cl-page>
    `;
  }

  states() {
    return html`<section>
      <h2>${this.t('gallery.states')}</h2>
      <div class="row">${TONES.map((tone) => html`<cl-pill tone=${tone}>${tone}</cl-pill>`)}<cl-pill tone="accent" removable>address.city==上海</cl-pill></div>
      <div class="row">
        ${['Ada Lovelace', '王小明', 'Grace Hopper', 'Überseekontor'].map((name) => html`<cl-avatar name=${name}></cl-avatar>${name}`)}
        <cl-avatar name="Northwind" kind="organization" size="large"></cl-avatar>
      </div>
      <cl-progress value="62" label="CSV"></cl-progress>
      <cl-error .problem=${new Problem({status: 409, detail: this.t('gallery.toast.text'), traceId: '5f1c'})}></cl-error>
      <cl-skeleton rows="3"></cl-skeleton>
      <cl-empty icon="sparkles" heading=${this.t('gallery.empty')}>${this.t('gallery.empty.how')}</cl-empty>
    </section>`;
  }

  fields() {
    const undo = async () => {};
    const show = () => this.context.notify({kind: 'good', text: this.t('gallery.toast.text'), undo});
    return html`<section>
      <h2>${this.t('gallery.fields')}</h2>
      <div class="row">
        <button class="primary" @click=${show}>${this.t('gallery.toast')}</button>
        <button><cl-icon name="filter"></cl-icon>filter</button>
        <button class="quiet">quiet</button>
        <button class="danger">danger</button>
        <button disabled>disabled</button>
        <button class="icon" aria-label="plus"><cl-icon name="plus"></cl-icon></button>
        <kbd>Ctrl K</kbd>
      </div>
      <div class="row">
        <input aria-label="text" placeholder="text" /><select aria-label="select"><option>select</option></select>
        <label class="row"><input type="checkbox" checked />check</label>
      </div>
    </section>`;
  }

  figures() {
    return html`<section>
      <h2>${this.t('gallery.figures')}</h2>
      <div class="figures">
        <cl-kpi label="A" value="1,204" delta="+3.1%" note="30 d"></cl-kpi>
        <cl-kpi label="B" value="¥ 86,000" delta="−1.4%"></cl-kpi>
        <cl-kpi label="C" value="12"></cl-kpi>
      </div>
    </section>`;
  }

  tabs() {
    const tabs = [
      {key: 'one', label: 'One', count: 1204},
      {key: 'two', label: 'Two', icon: 'star'},
      {key: 'three', label: 'Three'},
    ];
    const items = [{label: 'Open', icon: 'external-link'}, {label: 'Chosen', checked: true}, {line: true}, {label: 'Remove', icon: 'trash-2', danger: true}];
    return html`<section>
      <h2>${this.t('gallery.tabs')}</h2>
      <cl-tabs label="Tabs" .tabs=${tabs} selected=${this.tab} @select=${(/** @type {CustomEvent} */ event) => (this.tab = event.detail)}></cl-tabs>
      <div><cl-menu .items=${items}></cl-menu></div>
    </section>`;
  }

  icons() {
    return html`<section>
      <h2>${this.t('gallery.icons')}</h2>
      <ul class="icons">
        ${Object.keys(ICONS).map((name) => html`<li><cl-icon name=${name}></cl-icon>${name}</li>`)}
      </ul>
    </section>`;
  }
}
