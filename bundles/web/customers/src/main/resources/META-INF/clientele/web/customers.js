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
  }

  whenShown() {
    this.people = new People(this.context, () => this.requestUpdate());
    this.listen('', (event) => this.content?.happened?.(event));
    const key = (/** @type {KeyboardEvent} */ event) => this.#key(event);
    addEventListener('keydown', key);
    const turned = () => this.requestUpdate();
    NARROW.addEventListener('change', turned);
    this.endings.push(() => removeEventListener('keydown', key), () => NARROW.removeEventListener('change', turned));
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
      this.#show(this.path === '' ? new ListView(this, people) : this.path === 'new' ? new NewCustomer(this, people) : undefined);
      if (!this.content) {
        this.#open(this.path, people);
      }
    } else if (changed.has('query') && this.content instanceof ListView && this.content.isReady && view !== this.content.view) {
      this.content.show(view, this.query);
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
