import {html} from '@clientele/ui';

/** One answer of the server, and what stands in its place until it is there. */
export class Reading {
  /** @param {import('@clientele/ui').Screen} host @param {string} path */
  constructor(host, path) {
    this.host = host;
    this.path = path;
    this.found = /** @type {any} */ (undefined);
    this.problem = /** @type {any} */ (undefined);
  }

  async begin() {
    try {
      this.found = (await this.host.context.api.get(this.path)).body;
      this.problem = undefined;
    } catch (problem) {
      this.problem = problem;
    }
    this.host.requestUpdate();
  }

  /** @param {(found: any) => unknown} draw */
  shown(draw) {
    if (this.problem) {
      return html`<cl-error .problem=${this.problem} @retry=${() => this.begin()}></cl-error>`;
    }
    return this.found ? draw(this.found) : html`<cl-skeleton rows="6"></cl-skeleton>`;
  }
}

/**
 * What stands in the place of a thing: that it is on its way, that there is none, or what went wrong.
 *
 * @param {import('@clientele/ui').Screen} host @param {any} problem
 * @param {{icon: string, absent: string, page: string, title: string, again: () => void}} of `absent` and `title` are texts, `page` is where all of its kind stand
 */
export function instead(host, problem, {icon, absent, page, title, again}) {
  if (!problem) {
    return html`<cl-skeleton rows="8"></cl-skeleton>`;
  }
  return problem.status === 404
    ? html`<cl-empty icon=${icon} heading=${absent}>${host.t('segment.absent.text')}<a slot="action" class="button" href="/app/${page}">${title}</a></cl-empty>`
    : html`<cl-error .problem=${problem} @retry=${again}></cl-error>`;
}
