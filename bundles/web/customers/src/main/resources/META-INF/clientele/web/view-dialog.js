import {html, nothing, told} from '@clientele/ui';
import {columnChooser} from './column-chooser.js';

/** @typedef {import('./shapes.js').View} View */
/** @typedef {import('./shapes.js').Whom} Whom */
/** @typedef {Pick<View, 'name' | 'shared'>} Named */
/** @typedef {{add?: string[], remove?: string[]}} Tags */
/**
 * Which of them is open, and what stands in it.
 *
 * @typedef {{kind: 'view', value: Named} | {kind: 'edit', view: View, value: Named} | {kind: 'columns'} | {kind: 'tags', value: Tags, whom: Whom}} Open
 */

const HEADINGS = {view: 'view.save', edit: 'view.rename', columns: 'list.columns', tags: 'bulk.tags'};

/** The dialogs around a list: saving it as a view, its columns, tags for those that are chosen. */
export class ViewDialog {
  /** @param {import('./list-view.js').ListView} list @param {() => void} changed */
  constructor(list, changed) {
    this.list = list;
    this.changed = changed;
    this.shown = /** @type {Open | undefined} */ (undefined);
    this.problem = /** @type {import('@clientele/ui').Refusal | undefined} */ (undefined);
  }

  /** @param {Open | undefined} shown */
  #show(shown) {
    this.shown = shown;
    this.problem = undefined;
    this.changed();
  }

  /** Asks under which name to save what is shown. */
  open() {
    this.#show({kind: 'view', value: {name: '', shared: 'nobody'}});
  }

  /** Asks for another name of a view, and who shall see it. @param {View} view */
  edit(view) {
    this.#show({kind: 'edit', view, value: {name: view.name, shared: view.shared}});
  }

  chooseColumns() {
    this.#show({kind: 'columns'});
  }

  /** @param {() => Whom} whom */
  tags(whom) {
    this.#show({kind: 'tags', value: {}, whom: whom()});
  }

  /** @param {View} view */
  async overwrite(view) {
    const {filter, sort, columns} = this.list;
    await this.#tried(() => this.list.views.replace({...view, filter, sort, columns}));
    this.changed();
  }

  /** @param {View} view */
  async remove(view) {
    const {views, context, host} = this.list;
    const {name, shared, filter, sort, columns} = view;
    if (await this.#tried(() => views.remove(view))) {
      this.list.show('all');
      context.notify({
        text: host.t('view.removed', {name}),
        undo: async () => this.list.show(await views.add({name, shared, filter, sort, columns})),
      });
    }
  }

  /** Whether it was done. @param {() => Promise<void>} work */
  async #tried(work) {
    try {
      await work();
      return true;
    } catch (problem) {
      this.list.context.notify({kind: 'bad', text: /** @type {Error} */ (problem).message});
      return false;
    }
  }

  /** @param {() => Promise<void>} work */
  async #save(work) {
    try {
      await work();
      this.#show(undefined);
    } catch (problem) {
      this.problem = /** @type {import('@clientele/ui').Refusal} */ (problem);
      this.changed();
    }
  }

  /** @param {Named} value */
  async #add(value) {
    const {filter, sort, columns, views} = this.list;
    this.list.show(await views.add({...value, filter, sort, columns}));
  }

  /** @param {Whom} whom @param {Tags} tags */
  async #tag(whom, {add, remove}) {
    this.#show(undefined);
    await this.list.bulk.run(whom, {addTags: add ?? [], removeTags: remove ?? []});
  }

  render() {
    const {shown} = this;
    /** @type {import('@clientele/ui').Say} */
    const t = (key) => this.list.host.t(key);
    return html`<cl-dialog heading=${shown ? t(HEADINGS[shown.kind]) : ''} .open=${Boolean(shown)} @close=${() => shown && this.#show(undefined)}>
      ${shown ? this.#content(shown, t) : nothing}
    </cl-dialog>`;
  }

  /** @param {Open} shown @param {import('@clientele/ui').Say} t */
  #content(shown, t) {
    switch (shown.kind) {
      case 'view':
        return this.#named(shown.value, t, (value) => this.#add(value));
      case 'edit':
        return this.#named(shown.value, t, (value) => this.list.views.replace({...shown.view, ...value}));
      case 'tags':
        return this.#form(
          shown.value,
          [
            {pointer: '/add', label: t('bulk.tags.add'), kind: 'tags', hint: t('tags.hint')},
            {pointer: '/remove', label: t('bulk.tags.remove'), kind: 'tags', hint: t('tags.hint')},
          ],
          (value) => this.#tag(shown.whom, value),
        );
      default:
        return columnChooser(this.list, t);
    }
  }

  /** The form with a view's name, and who sees it. @param {Named} value @param {import('@clientele/ui').Say} t @param {(value: Named) => Promise<void>} write */
  #named(value, t, write) {
    const whom = this.list.context.can('customers:write') ? ['nobody', 'team', 'all'] : ['nobody'];
    const shared = whom.map((each) => ({value: each, label: t(`view.shared.${each}`)}));
    return this.#form(
      value,
      [
        {pointer: '/name', label: t('view.name'), required: true, width: 'wide'},
        {pointer: '/shared', label: t('view.shared'), kind: 'select', required: true, width: 'wide', options: shared},
      ],
      (written) => this.#save(() => write(written)),
    );
  }

  /** @template T @param {T} value @param {import('@clientele/ui').Field[]} fields @param {(value: T) => void} submitted */
  #form(value, fields, submitted) {
    return html`<cl-form .fields=${fields} .value=${value} .problem=${this.problem} cancellable
      @cl-submit=${told((/** @type {{value: T}} */ form) => submitted(form.value))} @cl-cancel=${() => this.#show(undefined)}></cl-form>`;
  }
}
