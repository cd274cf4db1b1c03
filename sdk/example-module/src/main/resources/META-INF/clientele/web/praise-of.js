import {Screen, css, html, nothing} from '@clientele/ui';

/** The praise of one customer, newest first, with a line to note more. What is typed is kept until it is sent. */
export class PraiseOf extends Screen {
  static properties = {items: {state: true}, problem: {state: true}};

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

  /** The id of the customer. */
  get who() {
    return this.customer?.id;
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
      Object.assign(this, {items: body.items, problem: undefined});
    } catch (problem) {
      this.problem = problem;
    }
  }

  async add(event) {
    event.preventDefault();
    try {
      await this.context.api.post('/api/v1/praises', {body: {customer: this.who, words: new FormData(event.target).get('words')}});
      this.context.drafts.clear(this.who);
      event.target.reset();
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
              maxlength="2000"
              aria-label=${this.t('praise.words')}
              placeholder=${this.t('praise.words')}
              value=${drafts.get(this.who) ?? ''}
              @input=${(event) => drafts.set(this.who, event.target.value)}
            />
            <button>${this.t('praise.add')}</button>
          </form>`
        : nothing}
      ${this.problem ? html`<cl-error .problem=${this.problem} @retry=${this.load}></cl-error>` : nothing}
      ${this.items ? this.list() : html`<cl-skeleton rows="3"></cl-skeleton>`}
    `;
  }

  list() {
    const when = new Intl.DateTimeFormat(this.context.locale, {dateStyle: 'medium'});
    return this.items.length === 0
      ? html`<p class="muted">${this.t('praise.empty')}</p>`
      : html`<ul>
          ${this.items.map((item) => html`<li>${item.words} <time datetime=${item.saidAt}>${when.format(new Date(item.saidAt))}</time></li>`)}
        </ul>`;
  }
}
