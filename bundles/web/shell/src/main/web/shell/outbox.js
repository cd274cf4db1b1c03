import {Problem} from '@clientele/ui';
import {newKey} from './api.js';

/** @typedef {import('./outbox-store.js').Waiting} Waiting */
/** @typedef {import('./api.js').Answer} Answer */

/**
 * @typedef {object} Around
 * @property {{id: string}} session
 * @property {{of: (owner: string) => Promise<Waiting[]>, put: (item: Waiting) => Promise<void>, remove: (key: string) => Promise<void>}} store
 * @property {(item: Waiting) => Promise<Answer>} send at once, while whoever wrote it is there
 * @property {(item: Waiting) => Promise<Answer>} deliver later, by itself
 * @property {() => Promise<string>} whoIsThere the user whom the server would take a request for; '' if it cannot be asked
 * @property {(work: () => Promise<void>) => Promise<void>} alone does it unless another window is at it
 * @property {(work: () => void) => void} soon does it in a while; of several only the last
 */

/** What was never decided: nothing answered, or nothing that had read it. */
const UNDECIDED = [0, 401, 408, 425, 429, 500, 502, 503, 504];
/** Of these nobody can say more than that the server could not be reached. */
const UNREACHED = [0, 502, 504];

/**
 * Sends what people write; what cannot be sent waits in this browser and is sent later, once, and by nobody but who wrote it. What the server does
 * not take then stays, with the reason. Tells of each change by `change`, and of what was sent or refused later by `sent` and `refused`.
 */
export class Outbox extends EventTarget {
  /** @param {Around} around */
  constructor(around) {
    super();
    this.around = around;
    /** What the user of the moment has in it. @type {Waiting[]} */
    this.items = [];
    /** @type {Promise<void> | undefined} */
    this.sending = undefined;
  }

  /** Reads again what waits; another window may have written or sent some. */
  async refresh() {
    this.items = await this.around.store.of(this.around.session.id);
    this.dispatchEvent(new Event('change'));
  }

  /**
   * Sends it now, or keeps it for later. What the server refuses now is thrown: whoever wrote it is still there to mend it.
   *
   * @param {string} path @param {{body: unknown, title: string, text: string}} what
   * @returns {Promise<{sent: boolean, answer?: Answer}>}
   */
  async post(path, {body, title, text}) {
    const item = {key: newKey(), owner: this.around.session.id, path, body, title, text, page: location.pathname, at: Date.now()};
    try {
      return {sent: true, answer: await this.around.send(item)};
    } catch (problem) {
      if (!(problem instanceof Problem) || !UNREACHED.includes(problem.status)) {
        throw problem;
      }
      await this.around.store.put(item);
      await this.refresh();
      return {sent: false};
    }
  }

  /** Sends what waits, one after the other. */
  flush() {
    this.sending ??= this.#flush().finally(() => (this.sending = undefined));
    return this.sending;
  }

  async #flush() {
    let isStuck = false;
    await this.around.alone(async () => {
      for (const item of await this.around.store.of(this.around.session.id)) {
        if (!item.refusal && !(await this.#deliver(item))) {
          isStuck = true;
          break;
        }
      }
    });
    await this.refresh();
    if (isStuck) {
      // The connection may be there already, and nothing else will tell that the server answers again.
      this.around.soon(() => void this.flush());
    }
  }

  /** Whether to go on with the next. @param {Waiting} item */
  async #deliver(item) {
    // Somebody else may have signed in, in another window.
    if ((await this.around.whoIsThere()) !== item.owner) {
      return false;
    }
    try {
      await this.around.deliver(item);
    } catch (problem) {
      return this.#refused(item, problem);
    }
    await this.around.store.remove(item.key);
    this.dispatchEvent(new CustomEvent('sent', {detail: item}));
    return true;
  }

  /** @param {Waiting} item @param {unknown} problem */
  async #refused(item, problem) {
    if (!(problem instanceof Problem) || UNDECIDED.includes(problem.status)) {
      return false;
    }
    const refusal = {status: problem.status, text: problem.errors[0]?.detail ?? problem.message};
    await this.around.store.put({...item, refusal});
    this.dispatchEvent(new CustomEvent('refused', {detail: item}));
    return true;
  }

  /** Tries again what was refused. It is another attempt, and so has another key. @param {Waiting} item */
  async retry(item) {
    const {refusal: _, ...again} = item;
    await this.around.store.put({...again, key: newKey()});
    await this.around.store.remove(item.key);
    await this.flush();
  }

  /** Throws it away. @param {Waiting} item */
  async discard(item) {
    await this.around.store.remove(item.key);
    await this.refresh();
  }
}
