import {html, nothing} from '@clientele/ui';
import {columnChooser} from './column-chooser.js';

/** The dialogs around a list: saving it as a view, its columns, tags for those that are chosen. */
export class ViewDialog {
  /** @param {any} list @param {() => void} changed */
  constructor(list, changed) {
    this.list = list;
    this.changed = changed;
    this.shown = undefined;
    this.problem = undefined;
  }

  #show(shown) {
    this.shown = shown;
    this.problem = undefined;
    this.changed();
  }

  /** Asks under which name to save what is shown. */
  open() {
    this.#show({kind: 'view', value: {name: '', shared: 'nobody'}});
  }

  /** Asks for another name of a view, and who shall see it. */
  edit(view) {
    this.#show({kind: 'edit', view, value: {name: view.name, shared: view.shared}});
  }

  chooseColumns() {
    this.#show({kind: 'columns'});
  }

  tags(whom) {
    this.#show({kind: 'tags', value: {}, whom: whom()});
  }

  async overwrite(view) {
    const {filter, sort, columns} = this.list;
    await this.#tried(() => this.list.views.replace({...view, filter, sort, columns}));
    this.changed();
  }

  async remove(view) {
    const {views, context, host} = this.list;
    await this.#tried(() => views.remove(view));
    this.list.show('all');
    context.notify({
      text: host.t('view.removed', {name: view.name}),
      undo: async () => this.list.show(await views.add({...view, id: undefined, version: undefined, owner: undefined})),
    });
  }

  async #tried(work) {
    try {
      return await work();
    } catch (problem) {
      this.problem = problem;
      this.list.context.notify({kind: 'bad', text: /** @type {Error} */ (problem).message});
      return undefined;
    }
  }

  async #save(value) {
    const {filter, sort, columns, views} = this.list;
    const {view} = this.shown;
    try {
      const id = view ? await views.replace({...view, ...value}) : await views.add({...value, filter, sort, columns});
      this.#show(undefined);
      if (!view) {
        this.list.show(id);
      }
    } catch (problem) {
      this.problem = problem;
      this.changed();
    }
  }

  async #tag({add, remove}) {
    const {whom} = this.shown;
    this.#show(undefined);
    await this.list.bulk.run(whom, {addTags: add ?? [], removeTags: remove ?? []});
  }

  render() {
    const {shown} = this;
    const t = (key) => this.list.host.t(key);
    const titles = {view: 'view.save', edit: 'view.rename', columns: 'list.columns', tags: 'bulk.tags'};
    return html`<cl-dialog heading=${shown ? t(titles[shown.kind]) : ''} .open=${Boolean(shown)} @close=${() => shown && this.#show(undefined)}>
      ${shown ? this.#content(shown, t) : nothing}
    </cl-dialog>`;
  }

  #content(shown, t) {
    switch (shown.kind) {
      case 'view':
      case 'edit':
        return this.#form(
          [
            {pointer: '/name', label: t('view.name'), required: true, width: 'wide'},
            {pointer: '/shared', label: t('view.shared'), kind: 'select', required: true, width: 'wide', options: ['nobody', 'team', 'all'].map((value) => ({value, label: t(`view.shared.${value}`)}))},
          ],
          (value) => this.#save(value),
        );
      case 'tags':
        return this.#form(
          [
            {pointer: '/add', label: t('bulk.tags.add'), kind: 'tags', hint: t('tags.hint')},
            {pointer: '/remove', label: t('bulk.tags.remove'), kind: 'tags', hint: t('tags.hint')},
          ],
          (value) => this.#tag(value),
        );
      default:
        return columnChooser(this.list, t);
    }
  }

  #form(fields, submitted) {
    return html`<cl-form .fields=${fields} .value=${this.shown.value} .problem=${this.problem} cancellable
      @cl-submit=${(event) => submitted(event.detail.value)} @cl-cancel=${() => this.#show(undefined)}></cl-form>`;
  }
}
