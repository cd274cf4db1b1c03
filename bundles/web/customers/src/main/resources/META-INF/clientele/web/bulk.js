/** @typedef {import('./shapes.js').Changed} Changed */

/**
 * Changes of many customers at once, each of which can be taken back. They carry no idempotency key, which would make one transaction of them;
 * sent twice they change nothing the second time.
 */
export class Bulk {
  /** @param {import('@clientele/ui').Context} context @param {() => void} done */
  constructor(context, done) {
    this.context = context;
    this.done = done;
  }

  /** @param {import('./shapes.js').Whom} whom @param {{set?: Record<string, string | null>, addTags?: string[], removeTags?: string[]}} change */
  async run(whom, change) {
    const {context} = this;
    try {
      const answer = await context.api.post('/api/v1/customer-changes', {body: {...whom, change}, idempotencyKey: null});
      const changed = /** @type {Changed} */ (answer.body);
      context.notify({
        kind: changed.failed.length ? 'info' : 'good',
        text: this.#told('bulk.changed', changed),
        undo: changed.changed ? () => this.#undo(changed) : undefined,
      });
    } catch (problem) {
      context.notify({kind: 'bad', text: /** @type {Error} */ (problem).message});
    }
    this.done();
  }

  /** @param {Changed} answer */
  async #undo(answer) {
    const {body} = await this.context.api.post('/api/v1/customer-changes/undo', {body: {undo: answer.undo}, idempotencyKey: null});
    this.context.notify({kind: body.failed.length ? 'info' : 'good', text: this.#told('bulk.undone', body)});
    this.done();
  }

  /** @param {string} key @param {Changed} answer */
  #told(key, {changed, failed}) {
    const text = this.context.t(key, {n: changed});
    return failed.length ? `${text} ${this.context.t('bulk.failed', {n: failed.length, reason: failed[0].reason})}` : text;
  }
}
