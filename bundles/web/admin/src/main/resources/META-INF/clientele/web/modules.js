import {html, nothing} from '@clientele/ui';
import {AdminScreen} from './admin-screen.js';
import {changeDialog, propose} from './module-change.js';
import {availableModules, installedModules, journal} from './module-lists.js';
import {moduleDetail} from './module-detail.js';
import {moduleStyles} from './module-styles.js';
import {common} from './styles.js';

const ROOT = '/api/v1/modules';
const PAGE = 'admin/modules';
const EVERY_MILLIS = 5000;
/** Until the server has told. @type {import('./shapes.js').Catalogue} */
const EMPTY = {developmentMode: false, installed: [], available: [], drift: []};

/** What is installed, what could be, what was changed; and the way from one to the other. */
export default class ModulesPage extends AdminScreen {
  static properties = {catalogue: {state: true}, changes: {state: true}, health: {state: true}, feeds: {state: true}};

  static styles = [common, moduleStyles];

  constructor() {
    super();
    this.catalogue = EMPTY;
    /** @type {import('./shapes.js').Change[]} */
    this.changes = [];
    /** @type {import('./shapes.js').Health | undefined} */
    this.health = undefined;
    /** How far each module has read what happened. @type {import('./shapes.js').Feed[]} */
    this.feeds = [];
  }

  whenShown() {
    super.whenShown();
    this.keepLoading(EVERY_MILLIS);
  }

  async fetch() {
    const {api} = this.context;
    const [catalogue, changes, health, feeds] = await Promise.all([
      api.get(ROOT),
      api.get(`${ROOT}/changes`),
      this.wellness(),
      this.context.can('feeds:admin') ? api.get('/api/v1/feeds') : undefined,
    ]);
    this.catalogue = catalogue.body;
    this.changes = changes.body.items;
    this.health = health;
    this.feeds = feeds?.body.items ?? [];
  }

  /** Answered with 503 where something is wrong, which is no reason to show nothing else. */
  async wellness() {
    const answer = await fetch('/health', {headers: {Accept: 'application/json'}}).catch(() => undefined);
    return answer?.json();
  }

  /** @returns {'installed' | 'available' | 'changes'} */
  get view() {
    return this.path === 'available' || this.path === 'changes' ? this.path : 'installed';
  }

  /** The module that the address names. */
  get chosen() {
    const [place, name] = this.path.split('/');
    return place === 'installed' && name ? this.catalogue.installed.find((each) => each.name === name) : undefined;
  }

  choose() {
    /** @type {HTMLInputElement} */ (this.renderRoot.querySelector('#archive')).click();
  }

  /** Keeps the archive, and proposes what can be done with it. @param {Event} event */
  async upload(event) {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const file = input.files?.[0];
    input.value = '';
    if (file) {
      this.busy = true;
      try {
        const {body} = await this.context.api.post(`${ROOT}/archives`, {body: file, contentType: 'application/java-archive'});
        await this.load();
        await this.proposeArchive(body);
      } catch (failure) {
        this.context.notify({kind: 'bad', text: /** @type {Error} */ (failure).message});
      } finally {
        this.busy = false;
      }
    }
  }

  /** @param {{name: string, sha256: string}} archive */
  proposeArchive({name, sha256}) {
    const there = this.catalogue.installed.some((each) => each.name === name && each.state !== 'uninstalled');
    return propose(this, {name, kind: there ? 'update' : 'install', sha256});
  }

  /** @param {string} kind @param {string} name */
  propose(kind, name) {
    return propose(this, {kind, name});
  }

  /** @returns {import('lit').TemplateResult} */
  render() {
    const one = this.chosen;
    return html`
      <cl-page .heading=${one ? one.name : this.t('modules.title')} .back=${one ? `/app/${PAGE}` : ''}>
        <button slot="actions" class="primary" ?disabled=${this.busy} @click=${this.choose}>
          <cl-icon name="upload"></cl-icon>${this.t('modules.upload')}
        </button>
        <input id="archive" type="file" accept=".jar" hidden aria-label=${this.t('modules.upload')} @change=${this.upload} />
        ${this.shownWhenLoaded(one ? moduleDetail(this, one) : this.lists())}
      </cl-page>
      ${this.asked ? changeDialog(this) : nothing}
    `;
  }

  lists() {
    const {installed, available} = this.catalogue;
    const tabs = [
      {key: 'installed', label: this.t('modules.installed'), count: installed.length},
      {key: 'available', label: this.t('modules.available'), count: available.length},
      {key: 'changes', label: this.t('modules.changes'), count: this.changes.length},
    ];
    const select = (/** @type {CustomEvent} */ event) =>
      this.context.navigate(event.detail === 'installed' ? PAGE : `${PAGE}/${event.detail}`);
    return html`
      <div class="body">
        ${this.warnings()}
        <cl-tabs .label=${this.t('modules.title')} .tabs=${tabs} .selected=${this.view} @select=${select}></cl-tabs>
        ${{installed: installedModules, available: availableModules, changes: journal}[this.view](this)}
      </div>
    `;
  }

  warnings() {
    const {developmentMode, drift} = this.catalogue;
    return html`
      ${developmentMode
        ? html`<p class="banner"><cl-icon name="triangle-alert"></cl-icon><span>${this.t('modules.development')}</span></p>`
        : nothing}
      ${drift.map(
        (each) =>
          html`<p class="banner"><cl-icon name="wrench"></cl-icon><span>${this.t('modules.drift', each)}</span></p>`,
      )}
      ${drift.length
        ? html`<div><button @click=${this.repair}><cl-icon name="wrench"></cl-icon>${this.t('modules.repair')}</button></div>`
        : nothing}
    `;
  }

  repair() {
    return this.perform(this.t('modules.repaired'), () => this.context.api.post(`${ROOT}/drift/repair`));
  }
}
