import {Screen, html} from '@clientele/ui';
import {Catalogue} from './catalogue.js';
import {styles} from './styles.js';

/**
 * What stands on a page at the moment.
 *
 * @typedef {object} Part
 * @property {string} key what it is about
 * @property {() => Promise<unknown> | void} [begin]
 * @property {(rest: string) => void} [go] shows what the address says of it
 * @property {(event: any) => void} [happened]
 * @property {() => unknown} render
 */

/** A page that shows a list, one of its things or a new one, as the address has it. */
export class PartedPage extends Screen {
  static styles = styles;

  constructor() {
    super();
    this.content = /** @type {Part | undefined} */ (undefined);
    this.shown = /** @type {string | undefined} */ (undefined);
    this.catalogue = new Catalogue(this);
  }

  whenShown() {
    this.#tried(this.catalogue.load());
    this.listen('', (event) => this.content?.happened?.(event));
    this.listen('segmentation', (event) => this.#segmentsChanged(event.type));
  }

  /** @param {string} type */
  #segmentsChanged(type) {
    if (type === 'reset' || /Segment(Added|Changed|Removed)$/.test(type)) {
      this.#tried(this.catalogue.load());
    }
  }

  /** @param {Promise<unknown>} work */
  #tried(work) {
    work.catch((problem) => this.context.notify({kind: 'bad', text: problem.message}));
  }

  /** @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    super.willUpdate(changed);
    if (!this.context || this.shown === this.path) {
      return;
    }
    this.shown = this.path;
    const [key, ...rest] = this.path.split('/');
    if (this.content?.key !== key) {
      this.content = this.partOf(key);
      this.#tried(Promise.resolve(this.content.begin?.()));
    }
    this.content.go?.(rest.join('/'));
  }

  /** What stands at the first step of the address; to be overridden. @param {string} key @returns {Part} */
  partOf(key) {
    throw new Error(`nothing stands at ${key}`);
  }

  render() {
    return this.content?.render() ?? html`<cl-skeleton rows="10"></cl-skeleton>`;
  }
}
