import {Problem, Screen, html} from '@clientele/ui';
import {NARROW} from './list-page.js';
import {ListView} from './list-view.js';
import {NewCustomer} from './new-customer.js';
import {People} from './people.js';
import {styles} from './styles.js';

/**
 * What is shown: each part may begin, hear of events, and have keys that work where nothing is typed.
 *
 * @typedef {object} Part
 * @property {() => unknown} render
 * @property {(query: URLSearchParams) => Promise<void>} [begin]
 * @property {(event: import('@clientele/ui').Happened) => void} [happened]
 * @property {Record<string, () => unknown>} [keys]
 */

/** The page of customers: the list, one of them, or the form for a new one, as the address has it. */
export default class Customers extends Screen {
  static styles = styles;

  constructor() {
    super();
    this.content = /** @type {Part | undefined} */ (undefined);
    this.shown = /** @type {string | undefined} */ (undefined);
    this.people = /** @type {People | undefined} */ (undefined);
    /** The list that was shown last, and in which entry of the browser's history. @type {{list: ListView, at: unknown} | undefined} */
    this.kept = undefined;
  }

  whenShown() {
    this.people = new People(this.context, () => this.requestUpdate());
    this.listen('', (event) => this.#happened(event));
    const key = (/** @type {KeyboardEvent} */ event) => this.#key(event);
    addEventListener('keydown', key);
    const turned = () => this.requestUpdate();
    NARROW.addEventListener('change', turned);
    this.endings.push(() => removeEventListener('keydown', key), () => NARROW.removeEventListener('change', turned));
  }

  /** What is shown hears of it, and so does a list that somebody may come back to. @param {import('@clientele/ui').Happened} event */
  #happened(event) {
    this.content?.happened?.(event);
    if (this.kept && this.kept.list !== this.content) {
      this.kept.list.missed(event);
    }
  }

  /** What a key does where nothing is typed and no dialog is open. @param {KeyboardEvent} event */
  #key(event) {
    const typing = event.composedPath().some((each) => each instanceof Element && each.matches('input:not([type=checkbox]), textarea, select, dialog, [role=menu]'));
    const action = this.content?.keys?.[event.key];
    if (action && !typing && !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      action();
    }
  }

  /** @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    const {people} = this;
    if (!people) {
      return;
    }
    const view = this.query.get('view') ?? 'all';
    if (this.path !== this.shown) {
      this.shown = this.path;
      this.#turn(people);
    } else if (changed.has('query') && this.content instanceof ListView && this.content.isReady && view !== this.content.view) {
      this.content.show(view, this.query);
    }
    if (changed.has('query') && this.content instanceof ListView) {
      this.kept = {list: this.content, at: entry()};
    }
  }

  /** Shows what the address says; the way back to a list leads to it as it was left. @param {People} people */
  #turn(people) {
    const {kept, path} = this;
    if (path === '' && kept?.list.isReady && kept.at === entry()) {
      this.content = kept.list;
    } else if (path === '') {
      this.#show(new ListView(this, people));
    } else if (path === 'new') {
      this.#show(new NewCustomer(this, people));
    } else {
      this.#show(undefined);
      this.#open(path, people);
    }
  }

  /** @param {Part | undefined} part */
  #show(part) {
    this.content = part;
    Promise.resolve(part?.begin?.(this.query)).catch((problem) => this.context.notify({kind: 'bad', text: problem.message}));
  }

  /** One customer, whose page is a file of its own: the list is there sooner without it. @param {string} path @param {People} people */
  async #open(path, people) {
    try {
      /** @type {typeof import('./customer-view.js')} */
      const {CustomerView} = await import(new URL('./customer-view.js', import.meta.url).href);
      if (this.shown === path) {
        this.#show(new CustomerView(this, people, path));
      }
    } catch {
      const problem = new Problem({status: 0, type: 'offline', title: ''});
      const again = () => {
        this.#show(undefined);
        this.#open(path, people);
      };
      this.#show({render: () => html`<cl-error .problem=${problem} @retry=${again}></cl-error>`});
    }
    this.requestUpdate();
  }

  render() {
    return this.content?.render() ?? html`<cl-skeleton rows="10"></cl-skeleton>`;
  }
}

/** The entry of the browser's history that is shown, by the name that the shell gave it. */
function entry() {
  return history.state?.at;
}
