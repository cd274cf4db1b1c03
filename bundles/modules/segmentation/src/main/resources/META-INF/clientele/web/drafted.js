/** Something in the making: what is typed is kept until it is saved, and what is wrong with it comes back to its fields. */
export class Drafted {
  /**
   * @param {import('@clientele/ui').Screen} host
   * @param {{page: string, thing?: {id: string, version: number}, path?: string, sent: (draft: any) => object, saved?: (answer: any) => void}} of
   *   `thing` is the one to change, at `path`; `sent` makes a draft what is sent; once it is `saved`, its page is shown unless told
   */
  constructor(host, {page, thing, path, sent, saved}) {
    this.host = host;
    this.page = page;
    this.thing = thing;
    this.path = path ?? (thing ? `/api/v1/${page}/${thing.id}` : `/api/v1/${page}`);
    this.sent = sent;
    this.saved = saved ?? ((/** @type {any} */ answer) => host.context.navigate(`${page}/${answer.id}`));
    this.draft = /** @type {any} */ ({});
    this.problem = /** @type {any} */ (undefined);
    this.busy = false;
  }

  get #key() {
    return `${this.page}:${this.thing?.id ?? 'new'}`;
  }

  /** Begins with what was typed before, if it was about the thing as it still is. @param {any} fresh */
  begin(fresh) {
    if (!this.resume()) {
      this.draft = structuredClone(fresh);
    }
    this.host.requestUpdate();
  }

  /** Takes up what was typed before about the thing as it still is, and tells whether there was such. */
  resume() {
    const kept = this.host.context.drafts.get(this.#key);
    const fits = Boolean(kept) && kept.version === this.thing?.version;
    this.draft = fits ? kept : this.draft;
    return fits;
  }

  /** Lets go what was typed. */
  forget() {
    this.host.context.drafts.clear(this.#key);
    this.problem = undefined;
  }

  /** @param {any} draft */
  change(draft) {
    this.draft = draft;
    this.host.context.drafts.set(this.#key, draft);
    this.host.requestUpdate();
  }

  async save() {
    const {context} = this.host;
    const {thing, path} = this;
    const body = this.sent(this.draft);
    this.busy = true;
    this.problem = undefined;
    this.host.requestUpdate();
    try {
      const answer = thing ? await context.api.put(path, {body, ifMatch: `"${this.draft.version}"`}) : await context.api.post(path, {body});
      context.drafts.clear(this.#key);
      this.saved(answer.body);
    } catch (problem) {
      this.problem = /** @type {any} */ (problem).status === 412 ? {detail: this.host.t('conflict')} : problem;
    }
    this.busy = false;
    this.host.requestUpdate();
  }
}
