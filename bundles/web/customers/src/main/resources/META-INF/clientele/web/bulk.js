/**
 * Changes of many customers at once, each of which can be taken back. They carry no idempotency key, which would make one transaction of them;
 * sent twice they change nothing the second time.
 */
export class Bulk {
  /** @param {any} context @param {() => void} done */
  constructor(context, done) {
    this.context = context;
    this.done = done;
  }

  /** @param {{ids?: string[], filter?: string}} whom @param {{set?: object, addTags?: string[], removeTags?: string[]}} change */
  async run(whom, change) {
    const {context} = this;
    try {
      const {body} = await context.api.post('/api/v1/customer-changes', {body: {...whom, change}, idempotencyKey: null});
      context.notify({
        kind: body.failed.length ? 'info' : 'good',
        text: this.#told('bulk.changed', body),
        undo: body.changed ? () => this.#undo(body) : undefined,
      });
    } catch (problem) {
      context.notify({kind: 'bad', text: /** @type {Error} */ (problem).message});
    }
    this.done();
  }

  async #undo(answer) {
    const {body} = await this.context.api.post('/api/v1/customer-changes/undo', {body: {undo: answer.undo}, idempotencyKey: null});
    this.context.notify({kind: body.failed.length ? 'info' : 'good', text: this.#told('bulk.undone', body)});
    this.done();
  }

  #told(key, {changed, failed}) {
    const text = this.context.t(key, {n: changed});
    return failed.length ? `${text} ${this.context.t('bulk.failed', {n: failed.length, reason: failed[0].reason})}` : text;
  }
}
