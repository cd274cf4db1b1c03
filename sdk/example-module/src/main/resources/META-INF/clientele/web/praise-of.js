import {Screen, css, html, nothing, typed} from '@clientele/ui';

/** @typedef {{id: string, words: string, saidAt: string}} Praise as the API answers it */

/** The praise of one customer, newest first, with a line to note more. What is typed is kept until it is sent. */
export class PraiseOf extends Screen {
  /** @type {import('lit').PropertyDeclarations} */
  static properties = {items: {state: true}, problem: {state: true}};

  /** @type {import('lit').CSSResultGroup} */
  static styles = css`
    form {
      display: flex;
      gap: var(--cl-s2);
      margin-bottom: var(--cl-s3);
    }
    input {
      flex: 1;
      min-width: 0;
    }
    ul {
      padding: 0;
      list-style: none;
    }
    li {
      padding: 6px 0;
      border-top: 1px solid var(--cl-border);
      overflow-wrap: anywhere;
    }
    time {
      color: var(--cl-muted);
      font-size: var(--cl-font-small);
    }
  `;

  constructor() {
    super();
    this.items = /** @type {Praise[] | undefined} */ (undefined);
    /** @type {unknown} */
    this.problem = undefined;
  }

  /** The id of the customer. @returns {string} */
  get who() {
    return this.customer?.id ?? '';
  }

  whenShown() {
    this.load();
    this.listen('praise', (event) => {
      if (event.type === 'reset' || event.customer === this.who) {
        this.load();
      }
    });
  }

  async load() {
    if (!this.who) {
      return;
    }
    try {
      const {body} = await this.context.api.get('/api/v1/praises', {query: {customer: this.who, limit: 20}});
      this.items = body.items;
      this.problem = undefined;
    } catch (problem) {
      this.problem = problem;
    }
  }

  /** @param {SubmitEvent} event */
  async add(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    try {
      await this.context.api.post('/api/v1/praises', {body: {customer: this.who, words: new FormData(form).get('words')}});
      this.context.drafts.clear(this.who);
      form.reset();
      await this.load();
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    return this.praise();
  }

  praise() {
    const {drafts} = this.context;
    return html`
      ${this.context.can('praise:write')
        ? html`<form @submit=${this.add}>
            <input
              name="words"
              required
              maxlength="500"
              aria-label=${this.t('praise.words')}
              placeholder=${this.t('praise.words')}
              value=${drafts.get(this.who) ?? ''}
              @input=${typed((words) => drafts.set(this.who, words))}
            />
            <button>${this.t('praise.add')}</button>
          </form>`
        : nothing}
      ${this.problem ? html`<cl-error .problem=${this.problem} @retry=${this.load}></cl-error>` : nothing}
      ${this.items ? this.list(this.items) : html`<cl-skeleton rows="3"></cl-skeleton>`}
    `;
  }

  /** @param {Praise[]} items */
  list(items) {
    const when = new Intl.DateTimeFormat(this.context.locale, {dateStyle: 'medium'});
    return items.length === 0
      ? html`<p class="muted">${this.t('praise.empty')}</p>`
      : html`<ul>
          ${items.map((item) => html`<li>${item.words} <time datetime=${item.saidAt}>${when.format(new Date(item.saidAt))}</time></li>`)}
        </ul>`;
  }
}
