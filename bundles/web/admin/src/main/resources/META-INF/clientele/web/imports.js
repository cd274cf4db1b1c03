import {html} from '@clientele/ui';
import {AdminScreen} from './admin-screen.js';
import {moment, table} from './parts.js';
import {common} from './styles.js';

const EVERY_MILLIS = 5000;
const TONES = {uploaded: 'neutral', running: 'info', done: 'good', failed: 'bad', interrupted: 'warn'};

/** The files that were imported, and how far each is. */
export default class ImportsPage extends AdminScreen {
  static properties = {imports: {state: true}};

  static styles = [common];

  constructor() {
    super();
    /** @type {import('./shapes.js').Import[]} */
    this.imports = [];
  }

  whenShown() {
    super.whenShown();
    this.keepLoading(EVERY_MILLIS);
  }

  async fetch() {
    this.imports = (await this.context.api.get('/api/v1/imports')).body.items;
  }

  /** @returns {import('lit').TemplateResult} */
  render() {
    return html`<cl-page .heading=${this.t('imports.title')}>${this.shownWhenLoaded(this.list())}</cl-page>`;
  }

  list() {
    if (this.imports.length === 0) {
      return html`
        <cl-empty icon="upload" heading=${this.t('imports.none')}>
          ${this.t('imports.none.text')}
          <a slot="action" class="button primary" href="/app/imports">${this.t('imports.go')}</a>
        </cl-empty>
      `;
    }
    return table(
      this.t('imports.title'),
      [
        {label: this.t('file'), cell: (each) => html`<a href="/app/imports/${each.id}">${each.name}</a>`},
        {label: this.t('state'), cell: (each) => this.state(each)},
        {label: this.t('rows.done'), cell: (each) => this.count(each.rows), number: true},
        {label: this.t('rows.added'), cell: (each) => this.count(each.added), number: true},
        {label: this.t('rows.updated'), cell: (each) => this.count(each.updated), number: true},
        {label: this.t('rows.failed'), cell: (each) => this.failures(each), number: true},
        {label: this.t('when'), cell: (each) => moment(this, each.createdAt)},
      ],
      this.imports,
    );
  }

  /** @param {import('./shapes.js').Import} each */
  state({state, dryRun, fault, readBytes, bytes}) {
    const tone = TONES[/** @type {keyof typeof TONES} */ (state)] ?? 'neutral';
    const label = this.t(`import.${state}`);
    return html`<span>
      <cl-pill tone=${tone}>${dryRun ? this.t('import.dry', {state: label}) : label}</cl-pill>
      ${state === 'running' ? html`<cl-progress .value=${readBytes} .max=${bytes} .label=${label}></cl-progress>` : ''}
      ${fault ? html`<span class="fault">${fault}</span>` : ''}
    </span>`;
  }

  /** @param {import('./shapes.js').Import} each */
  failures({id, name, failed}) {
    return failed
      ? html`<a href="/api/v1/imports/${id}/errors" download aria-label=${this.t('import.errors', {n: failed, name})}>${this.count(failed)}</a>`
      : '0';
  }

  /** @param {number} n */
  count(n) {
    return n.toLocaleString(this.context.locale);
  }
}
