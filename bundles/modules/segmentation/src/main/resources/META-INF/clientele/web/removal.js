import {html, nothing} from '@clientele/ui';

/** Asks before something goes for good, removes it, and leads back to where all of its kind stand. */
export class Removal {
  /** @param {import('@clientele/ui').Screen} host @param {{texts: string, page: string}} kind what its texts begin with, and where all of them stand */
  constructor(host, {texts, page}) {
    this.host = host;
    this.texts = texts;
    this.page = page;
    this.asked = /** @type {{name: string, version: number, path: string} | undefined} */ (undefined);
    this.problem = /** @type {any} */ (undefined);
  }

  /** @param {{name: string, version: number}} thing @param {string} path */
  ask({name, version}, path) {
    this.asked = {name, version, path};
    this.problem = undefined;
    this.host.requestUpdate();
  }

  #close() {
    this.asked = undefined;
    this.host.requestUpdate();
  }

  /** @param {{name: string, version: number, path: string}} asked */
  async #remove({name, version, path}) {
    const {context} = this.host;
    try {
      await context.api.del(path, {ifMatch: `"${version}"`});
      this.asked = undefined;
      context.notify({kind: 'good', text: this.host.t(`${this.texts}.removed`, {name})});
      context.navigate(this.page);
    } catch (problem) {
      this.problem = /** @type {any} */ (problem).status === 412 ? {message: this.host.t('conflict')} : problem;
    }
    this.host.requestUpdate();
  }

  render() {
    const t = (/** @type {string} */ key, /** @type {Record<string, unknown>} */ values = {}) => this.host.t(key, values);
    const {asked, problem, texts} = this;
    return html`<cl-dialog heading=${asked ? t(`${texts}.remove.title`, {name: asked.name}) : ''} .open=${Boolean(asked)} @close=${() => this.asked && this.#close()}>
      <p>${t(`${texts}.remove.text`)}</p>
      ${problem ? html`<p class="fault" role="alert">${problem.message}</p>` : nothing}
      <button slot="actions" @click=${() => this.#close()}>${t('cancel')}</button>
      <button slot="actions" class="danger" @click=${() => this.asked && this.#remove(this.asked)}>${t(`${texts}.remove`)}</button>
    </cl-dialog>`;
  }
}
