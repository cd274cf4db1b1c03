import {html, nothing, remembered} from '@clientele/ui';
import {fileOf} from './files.js';
import {asked, exported, memberColumns, usualFacts} from './member-columns.js';
import {told} from './handlers.js';
import {PutIn} from './put-in.js';

/** @param {any} row */
const pageOf = (row) => `/app/customers/${row.id}`;
/** @param {any} row */
const nameOf = (row) => row.name;

/** Who is in a segment. */
export class MembersTab {
  /** @param {import('./segment-view.js').SegmentView} view */
  constructor(view) {
    this.view = view;
    this.filter = view.host.query.get('filter') ?? '';
    this.sort = view.host.query.get('sort') ?? 'name';
    this.facts = /** @type {string[]} */ ([]);
    this.load = /** @type {((page: any) => Promise<any>) | undefined} */ (undefined);
    this.state = /** @type {any} */ ({state: 'empty', count: 0});
    this.selected = new Set();
    this.choosing = false;
    this.putIn = new PutIn(this);
  }

  get context() {
    return this.view.context;
  }

  #made = remembered((/** @type {string[]} */ facts, /** @type {unknown[]} */ ..._shown) => memberColumns(this.view.catalogue, facts));

  /** The same ones, until something else is to be shown. */
  get #columns() {
    const {catalogue, context} = this.view;
    return this.#made(this.facts, catalogue.facts, catalogue.users, catalogue.groups, context.locale);
  }

  get list() {
    return /** @type {any} */ (this.view.host.renderRoot.querySelector('cl-list'));
  }

  begin() {
    this.facts = this.context.drafts.get(`columns:${this.view.key}`) ?? usualFacts(this.view.segment?.facts ?? []);
    this.again();
  }

  freshen() {
    this.again();
  }

  again() {
    const {filter, sort} = this;
    this.selected = new Set();
    this.load = async (/** @type {any} */ {cursor, limit, signal}) => {
      const {body} = await this.context.api.get(`${this.view.path}/members`, {query: {filter, sort, cursor, limit, total: cursor ? undefined : true}, signal});
      const known = await this.#known(body.items, signal);
      return {...body, items: body.items.map((/** @type {any} */ each) => ({...known.get(each.id), ...each}))};
    };
    this.remember();
    this.view.host.requestUpdate();
  }

  /** What is known of members besides that they are some. @param {{id: string}[]} members @param {AbortSignal} [signal] @returns {Promise<Map<string, any>>} */
  async #known(members, signal) {
    const query = {filter: `id=in=(${members.map(({id}) => id).join(',')})`, facts: asked(this.facts) || undefined, limit: members.length};
    const known = members.length ? (await this.context.api.get('/api/v1/customers', {query, signal})).body.items : [];
    return new Map(known.map((/** @type {any} */ each) => [each.id, each]));
  }

  /** Has the address say what is shown, so that the way back leads to it. */
  remember() {
    const {host, key, tab} = this.view;
    if (host.isConnected && tab === 'members' && location.pathname.split('/').includes(key)) {
      const query = new URLSearchParams({...(this.filter && {filter: this.filter}), ...(this.sort !== 'name' && {sort: this.sort})});
      history.replaceState(history.state, '', `${location.pathname}${query.size ? `?${query}` : ''}`);
    }
  }

  /** What the list shows, by which it is known again as long as the members are the same. */
  get #memory() {
    const {segment, path} = this.view;
    return [path, this.filter, this.sort, this.facts.join(), segment?.version, segment?.size, segment?.computedAt].join(' ');
  }

  /** @param {any} state */
  #told(state) {
    this.state = state;
    this.view.host.requestUpdate();
    if (state.kept) {
      this.#refresh().catch((problem) => this.context.notify({kind: 'bad', text: problem.message}));
    }
  }

  /** Somebody came back to the rows that were read before, perhaps from one that has changed: those in sight are read again. */
  async #refresh() {
    const seen = this.list?.seen ?? [];
    const known = await this.#known(seen);
    seen.forEach((/** @type {any} */ row) => this.list?.patch({...row, ...known.get(row.id)}));
  }

  /** @param {string} name @param {boolean} shown */
  #choose(name, shown) {
    this.facts = shown ? [...this.facts, name] : this.facts.filter((each) => each !== name);
    this.context.drafts.set(`columns:${this.view.key}`, this.facts);
    this.again();
  }

  /** Puts those that are chosen out of a list; each can be put in again. */
  async #putOut() {
    const {host, path} = this.view;
    const ids = [...this.selected];
    try {
      for (const id of ids) {
        await this.context.api.del(`${path}/members/${id}`);
      }
      const undo = () => this.context.api.post(`${path}/members`, {body: {customers: ids}});
      this.context.notify({kind: 'good', text: host.t('members.out', {n: ids.length}), undo});
    } catch (problem) {
      this.context.notify({kind: 'bad', text: /** @type {Error} */ (problem).message});
    }
    this.again();
  }

  /** All members with the facts that are shown, as a file. */
  get #file() {
    return fileOf(`${this.view.path}/export`, {facts: exported(this.facts, this.view.catalogue)});
  }

  get #isList() {
    return this.view.segment?.kind === 'list' && this.context.can('segmentation:write');
  }

  render() {
    const {host, catalogue} = this.view;
    const t = (/** @type {string} */ key, /** @type {Record<string, unknown>} */ values = {}) => host.t(key, values);
    const none = this.state.state === 'ready' && !this.state.count;
    return html`<div class="filters">
        <cl-filter .facts=${catalogue.conditionFacts} .value=${this.filter} .suggest=${catalogue.suggest} .show=${catalogue.said} .problem=${this.#problem}
          @cl-change=${told(({value}) => { this.filter = value; this.again(); })}></cl-filter>
        ${this.state.total !== undefined && this.filter ? html`<span class="muted small" role="status">${t('members.found', {n: this.state.total})}</span>` : nothing}
        <button class="quiet" @click=${() => { this.choosing = true; host.requestUpdate(); }}><cl-icon name="columns-3"></cl-icon><span class="wide">${t('members.columns')}</span></button>
        ${this.context.can('customers:export') ? html`<a class="button quiet" href=${this.#file} download title=${t('members.export.text')}><cl-icon name="download"></cl-icon><span class="wide">${t('members.export')}</span></a>` : nothing}
        ${this.#isList ? html`<button @click=${() => this.putIn.open()}><cl-icon name="user-plus"></cl-icon>${t('members.in')}</button>` : nothing}
      </div>
      ${this.state.state === 'failed' && !this.state.count && !this.#problem ? html`<cl-error .problem=${this.state.problem} @retry=${() => this.again()}></cl-error>` : nothing}
      <cl-list ?selectable=${this.#isList} name=${t('segment.tab.members')} memory=${this.#memory} ?hidden=${none} .columns=${this.#columns} .load=${this.load} .sort=${this.sort}
        .selected=${this.selected} .href=${pageOf} .label=${nameOf}
        @cl-open=${told(({row}) => this.context.navigate(`customers/${row.id}`))} @cl-sort=${told(({sort}) => { this.sort = sort; this.again(); })}
        @cl-select=${told(({selected}) => { this.selected = selected; host.requestUpdate(); })}
        @cl-state=${told((state) => this.#told(state))}></cl-list>
      ${none ? this.#none(t) : nothing}
      ${this.selected.size ? html`<div class="bulk" role="toolbar" aria-label=${t('members.chosen.title')}><strong role="status">${t('members.chosen', {n: this.selected.size})}</strong>
        <button class="quiet" @click=${() => this.#putOut()}><cl-icon name="minus"></cl-icon>${t('members.putOut')}</button></div>` : nothing}
      ${this.#chooser(t)} ${this.putIn.render()}`;
  }

  get #problem() {
    const {state, problem} = this.state;
    const wrong = problem?.errors?.some((/** @type {any} */ error) => ['filter', '/filter', 'sort'].includes(error.pointer));
    return state === 'failed' && wrong ? problem : undefined;
  }

  /** @param {(key: string) => string} t */
  #none(t) {
    if (this.filter) {
      return html`<cl-empty icon="search" heading=${t('members.none')}>${t('members.none.text')}
        <button slot="action" @click=${() => { this.filter = ''; this.again(); }}>${t('members.none.clear')}</button></cl-empty>`;
    }
    return this.view.segment?.kind === 'list'
      ? html`<cl-empty icon="list" heading=${t('members.empty.list')}>${t('members.empty.list.text')}
          ${this.#isList ? html`<button slot="action" class="primary" @click=${() => this.putIn.open()}>${t('members.in')}</button>` : nothing}</cl-empty>`
      : html`<cl-empty icon="users" heading=${t('members.empty')}>${t('members.empty.text')}
          <a slot="action" class="button" href="/app/segments/${this.view.key}/rule">${t('segment.tab.rule')}</a></cl-empty>`;
  }

  /** @param {(key: string) => string} t */
  #chooser(t) {
    const {host, catalogue} = this.view;
    const facts = catalogue.conditionFacts.filter((fact) => fact.name !== 'name');
    return html`<cl-dialog heading=${t('members.columns')} .open=${this.choosing} @close=${() => { this.choosing = false; host.requestUpdate(); }}>
      ${this.choosing ? html`<fieldset class="columns"><legend class="hidden-text">${t('members.columns')}</legend>
        ${facts.map((fact) => html`<label class="row"><input type="checkbox" .checked=${this.facts.includes(fact.name)}
          @change=${(/** @type {Event} */ event) => this.#choose(fact.name, /** @type {HTMLInputElement} */ (event.target).checked)} />
          ${catalogue.label(fact.name)} <span class="muted small">${fact.name}</span></label>`)}</fieldset>` : nothing}
    </cl-dialog>`;
  }
}
