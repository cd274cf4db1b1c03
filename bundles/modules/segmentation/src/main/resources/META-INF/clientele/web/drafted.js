/** Something in the making: what is typed is kept until it is saved, and what is wrong with it comes back to its fields. */
export class Drafted {
  /**
   * @param {import('@clientele/ui').Screen} host
   * @param {{page: string, thing?: {id: string, version: number}, sent: (draft: any) => object}} of `thing` is the one to change; `sent` makes a draft what is sent
   */
  constructor(host, {page, thing, sent}) {
    this.host = host;
    this.page = page;
    this.thing = thing;
    this.sent = sent;
    this.draft = /** @type {any} */ ({});
    this.problem = /** @type {any} */ (undefined);
    this.busy = false;
  }

  get #key() {
    return `${this.page}:${this.thing?.id ?? 'new'}`;
  }

  /** Begins with what was typed before, if it was about the thing as it still is. @param {any} fresh */
  begin(fresh) {
    const kept = this.host.context.drafts.get(this.#key);
    this.draft = kept && kept.version === this.thing?.version ? kept : structuredClone(fresh);
    this.host.requestUpdate();
  }

  /** @param {any} draft */
  change(draft) {
    this.draft = draft;
    this.host.context.drafts.set(this.#key, draft);
    this.host.requestUpdate();
  }

  async save() {
    const {context} = this.host;
    const {thing, page} = this;
    const body = this.sent(this.draft);
    this.busy = true;
    this.problem = undefined;
    this.host.requestUpdate();
    try {
      const path = `/api/v1/${page}`;
      const answer = thing ? await context.api.put(`${path}/${thing.id}`, {body, ifMatch: `"${this.draft.version}"`}) : await context.api.post(path, {body});
      context.drafts.clear(this.#key);
      context.navigate(`${page}/${answer.body.id}`);
    } catch (problem) {
      this.problem = /** @type {any} */ (problem).status === 412 ? {detail: this.host.t('conflict')} : problem;
    }
    this.busy = false;
    this.host.requestUpdate();
  }
}
