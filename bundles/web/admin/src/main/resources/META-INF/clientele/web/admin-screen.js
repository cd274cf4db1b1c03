import {Problem, Screen, html, nothing} from '@clientele/ui';

/** @typedef {import('./shapes.js').Asked} Asked */

/** A page of the administration: it loads, fails and is tried again alike everywhere, and asks one question at a time. */
export class AdminScreen extends Screen {
  /** @type {Record<string, {state: boolean}>} */
  static properties = {
    loaded: {state: true},
    problem: {state: true},
    asked: {state: true},
    busy: {state: true},
    refusal: {state: true},
  };

  constructor() {
    super();
    this.loaded = false;
    /** Why there is nothing to show. @type {Problem | Error | undefined} */
    this.problem = undefined;
    /** The dialog that is open. @type {Asked | undefined} */
    this.asked = undefined;
    this.busy = false;
    /** Why what the dialog asked for was not done. @type {Problem | Error | undefined} */
    this.refusal = undefined;
    this.shownPath = '';
  }

  whenShown() {
    this.shownPath = this.path;
    this.load();
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('path') && this.path !== this.shownPath) {
      this.shownPath = this.path;
      this.load();
    }
  }

  /** Asks the server for what the page shows. */
  async fetch() {}

  async load() {
    try {
      await this.fetch();
      this.problem = undefined;
      this.loaded = true;
    } catch (failure) {
      this.problem = /** @type {Error} */ (failure);
    }
  }

  /** Loads again and again for as long as the page is shown; a failure in between leaves the page as it is. @param {number} millis */
  keepLoading(millis) {
    const timer = setInterval(() => document.hidden || this.fetch().catch(() => undefined), millis);
    this.endings.push(() => clearInterval(timer));
  }

  /**
   * Opens a dialog.
   *
   * @template {Asked['kind']} K
   * @param {K} kind @param {Omit<Extract<Asked, {kind: K}>, 'kind'>} [values]
   */
  ask(kind, values) {
    this.refusal = undefined;
    this.asked = /** @type {Asked} */ (/** @type {unknown} */ ({kind, ...values}));
  }

  answered() {
    this.asked = undefined;
    this.refusal = undefined;
  }

  /** Does what a dialog asked for; what was refused is shown in it. @param {() => Promise<unknown>} work */
  async act(work) {
    this.busy = true;
    this.refusal = undefined;
    try {
      await work();
      return true;
    } catch (failure) {
      this.refusal = /** @type {Error} */ (failure);
      return false;
    } finally {
      this.busy = false;
    }
  }

  /** Does something outside of a dialog, and says what came of it. @param {string} text @param {() => Promise<unknown>} work */
  async perform(text, work) {
    try {
      await work();
      this.context.notify({kind: 'good', text});
    } catch (failure) {
      this.context.notify({kind: 'bad', text: /** @type {Error} */ (failure).message});
    }
    await this.load();
  }

  /** What is wrong with a field that was sent. @param {string} pointer */
  wrong(pointer) {
    return this.refusal instanceof Problem ? this.refusal.at(pointer) : undefined;
  }

  /** @param {unknown} content */
  shownWhenLoaded(content) {
    if (this.problem) {
      return html`<cl-error .problem=${this.problem} @retry=${() => this.load()}></cl-error>`;
    }
    return this.loaded ? content : html`<cl-skeleton rows="8"></cl-skeleton>`;
  }

  /** What was refused, where no field is to blame. */
  refused() {
    const failure = this.refusal;
    return failure && !(failure instanceof Problem && failure.errors.length)
      ? html`<p class="refusal" role="alert"><cl-icon name="triangle-alert"></cl-icon>${failure.message}</p>`
      : nothing;
  }
}
