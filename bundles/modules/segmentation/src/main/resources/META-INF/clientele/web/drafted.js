import {overtaken} from './conflict.js';

/** Something in the making: what is typed is kept until it is saved, and what is wrong with it comes back to its fields. */
export class Drafted {
  /**
   * @param {import('@clientele/ui').Screen} host
   * @param {{page: string, thing?: {id: string, version: number}, path?: string, draftOf?: (thing: any) => any, sent: (draft: any) => object, saved?: (answer: any) => void}} of
   *   `thing` is the one to change, at `path`; `draftOf` makes it a draft, and `sent` a draft what is sent; once it is `saved`, its page is shown unless told
   */
  constructor(host, {page, thing, path, draftOf, sent, saved}) {
    this.host = host;
    this.page = page;
    this.thing = thing;
    this.path = path ?? (thing ? `/api/v1/${page}/${thing.id}` : `/api/v1/${page}`);
    this.draftOf = draftOf ?? ((/** @type {any} */ each) => structuredClone(each));
    this.sent = sent;
    this.saved = saved ?? ((/** @type {any} */ answer) => host.context.navigate(`${page}/${answer.id}`));
    this.draft = /** @type {any} */ ({});
    /** What the draft began with. */
    this.before = /** @type {any} */ ({});
    this.problem = /** @type {any} */ (undefined);
    this.busy = false;
  }

  get #key() {
    return `${this.page}:${this.thing?.id ?? 'new'}`;
  }

  /** Begins with what was typed before, if there was such; otherwise with what is `fresh`, or the thing as it is. @param {any} [fresh] */
  begin(fresh = this.draftOf(this.thing)) {
    if (!this.resume()) {
      this.draft = structuredClone(fresh);
      this.before = structuredClone(fresh);
    }
    this.host.requestUpdate();
  }

  /** Takes up what was typed before, and tells whether there was such. If somebody else changed the thing since, it stands on top of that. */
  resume() {
    const kept = this.host.context.drafts.get(this.#key);
    if (!kept?.draft) {
      return false;
    }
    this.draft = kept.draft;
    this.before = kept.before;
    if (this.draft.version !== this.thing?.version) {
      this.#overtaken();
    }
    return true;
  }

  #overtaken() {
    const now = this.draftOf(this.thing);
    const {draft, problem} = overtaken({typed: this.draft, before: this.before, now}, (key, values) => this.host.t(key, values));
    this.problem = problem;
    this.before = now;
    this.change(draft);
  }

  /** Somebody else was quicker: what they saved is read, and what was typed stands on top of it. @param {any} conflict */
  async #read(conflict) {
    try {
      this.thing = {...(await this.host.context.api.get(this.path)).body, id: this.thing?.id};
      this.#overtaken();
    } catch {
      this.problem = conflict;
    }
  }

  /** Lets go what was typed. */
  forget() {
    this.host.context.drafts.clear(this.#key);
    this.problem = undefined;
  }

  /** @param {any} draft */
  change(draft) {
    this.draft = draft;
    this.host.context.drafts.set(this.#key, {draft, before: this.before});
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
      this.problem = problem;
      if (/** @type {any} */ (problem).status === 412) {
        await this.#read(problem);
      }
    }
    this.busy = false;
    this.host.requestUpdate();
  }
}
