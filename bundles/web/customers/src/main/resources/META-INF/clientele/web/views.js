import {USUAL} from './columns.js';

/** @typedef {import('./shapes.js').View} View */
/** @typedef {Omit<View, 'id' | 'version' | 'owner'>} NewView */

const ALL = 'all';
const MINE = 'mine';

/** The tabs above the list: everything, one's own, and what was saved. */
export class Views {
  /** @param {import('@clientele/ui').Context} context @param {() => void} changed */
  constructor(context, changed) {
    this.context = context;
    this.changed = changed;
    this.saved = /** @type {View[]} */ ([]);
  }

  async load() {
    const answer = await this.context.api.get('/api/v1/views', {query: {limit: 200}});
    const {items} = /** @type {import('@clientele/ui').Page<View>} */ (answer.body);
    this.saved = items;
    this.changed();
  }

  get tabs() {
    const t = (/** @type {string} */ key) => this.context.t(key);
    return [
      {key: ALL, label: t('view.all')},
      {key: MINE, label: t('view.mine')},
      ...this.saved.map((view) => ({key: view.id, label: view.name, icon: this.isOwn(view) ? undefined : 'users'})),
    ];
  }

  /** What a tab shows. @param {string} key @returns {import('./shapes.js').Shown & {id: string}} */
  content(key) {
    const view = this.saved.find((each) => each.id === key);
    if (view) {
      return {...view, columns: view.columns.length ? view.columns : USUAL};
    }
    const filter = key === MINE ? `owner==${this.context.session.id}` : '';
    return {id: key === MINE ? MINE : ALL, filter, sort: 'name', columns: USUAL};
  }

  /** @param {View | undefined} view @returns {view is View} */
  isOwn(view) {
    return view?.owner === this.context.session.id;
  }

  /** Saves a new view and tells its id. @param {NewView} view @returns {Promise<string>} */
  async add(view) {
    const {body} = await this.context.api.post('/api/v1/views', {body: view});
    await this.load();
    return body.id;
  }

  /** Writes over a saved view. @param {View} view */
  async replace(view) {
    await this.context.api.put(`/api/v1/views/${view.id}`, {body: view, ifMatch: `"${view.version}"`});
    await this.load();
  }

  /** @param {View} view */
  async remove(view) {
    await this.context.api.del(`/api/v1/views/${view.id}`, {ifMatch: `"${view.version}"`});
    await this.load();
  }
}
