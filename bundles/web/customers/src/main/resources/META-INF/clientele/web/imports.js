import {Screen, html, nothing} from '@clientele/ui';
import {checkStep} from './import-check.js';
import {fileStep} from './import-file.js';
import {resultStep} from './import-result.js';
import {stackedStyles} from './stacked-styles.js';
import {styles} from './styles.js';

/** @typedef {import('./shapes.js').Job} Job */
/** @typedef {import('@clientele/ui').Refusal} Refusal */

const STEPS = ['file', 'check', 'result'];

/** What is wrong and where; that it is in the file goes without saying. @param {Refusal} problem */
function faults(problem) {
  const said = problem.errors?.map(({pointer, detail}) => (pointer === 'body' ? detail : `${pointer} ${detail}`));
  return said?.join('; ') || problem.message;
}

/** The way of a file into the registry: choose it, look at how it is understood, try it, and run it. */
export default class Imports extends Screen {
  static styles = [styles, stackedStyles];

  constructor() {
    super();
    this.kind = 'customers';
    this.job = /** @type {Job | undefined} */ (undefined);
    this.recent = /** @type {Job[]} */ ([]);
    this.problem = /** @type {Refusal | undefined} */ (undefined);
    this.busy = false;
    this.over = false;
    this.stream = /** @type {EventSource | undefined} */ (undefined);
  }

  whenShown() {
    if (this.path) {
      this.#tried(() => this.open(this.path));
    } else {
      this.#tried(() => this.#recall());
    }
  }

  async #recall() {
    const {body} = await this.context.api.get('/api/v1/imports');
    this.recent = /** @type {{items: Job[]}} */ (body).items;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stream?.close();
  }

  /** Shows an import where it stands. @param {string} id */
  async open(id) {
    const {body} = await this.context.api.get(`/api/v1/imports/${id}`);
    const job = /** @type {Job} */ (body);
    this.take(job);
    if (job.state === 'running') {
      this.#follow(job.id);
    }
  }

  /** @param {Job} job */
  take(job) {
    this.job = job;
    this.problem = undefined;
    this.requestUpdate();
  }

  get #path() {
    return `/api/v1/imports/${this.job?.id}`;
  }

  /** @returns {'file' | 'check' | 'result'} */
  get step() {
    if (!this.job) {
      return 'file';
    }
    return this.job.state === 'uploaded' || (this.job.dryRun && this.job.state !== 'running') ? 'check' : 'result';
  }

  /** Takes a file and shows how it was understood. @param {File} file */
  upload(file) {
    return this.#tried(async () => {
      if (!file.size) {
        throw new Error(this.t('import.blank', {name: file.name}));
      }
      const query = {kind: this.kind, name: file.name};
      this.take((await this.context.api.post('/api/v1/imports', {query, body: file, contentType: 'application/octet-stream'})).body);
    });
  }

  /** Sets something right. @param {Record<string, unknown>} edit */
  set(edit) {
    return this.#tried(async () => this.take((await this.context.api.put(`${this.#path}/mapping`, {body: edit})).body));
  }

  /** Runs the import, or only tells what it would do. @param {boolean} dryRun */
  run(dryRun) {
    return this.#tried(async () => {
      const {body} = await this.context.api.post(`${this.#path}/run`, {body: {dryRun}});
      const job = /** @type {Job} */ (body);
      this.take(job);
      this.#follow(job.id);
    });
  }

  /** Begins with another file; what has not run is forgotten. */
  again() {
    this.stream?.close();
    const {job} = this;
    this.job = undefined;
    this.#tried(async () => {
      if (job?.state === 'uploaded') {
        await this.context.api.del(`/api/v1/imports/${job.id}`);
      }
      await this.#recall();
    });
  }

  /** Hears how far the run is until it ends. @param {string} id */
  #follow(id) {
    this.stream?.close();
    const stream = new EventSource(`/api/v1/imports/${id}/events`);
    this.stream = stream;
    stream.addEventListener('progress', (message) => {
      const job = /** @type {Job} */ (JSON.parse(message.data));
      this.take(job);
      if (job.state !== 'running') {
        stream.close();
        // The stream speaks the browser's language, which need not be the one that was chosen here.
        this.#tried(async () => this.take((await this.context.api.get(`/api/v1/imports/${id}`)).body));
      }
    });
    stream.addEventListener('error', () => {
      if (stream.readyState === EventSource.CLOSED) {
        this.#tried(async () => this.take((await this.context.api.get(`/api/v1/imports/${id}`)).body));
      }
    });
  }

  /** @param {() => Promise<unknown>} work */
  async #tried(work) {
    this.busy = true;
    this.requestUpdate();
    try {
      await work();
      this.problem = undefined;
    } catch (problem) {
      this.problem = /** @type {Refusal} */ (problem);
    }
    this.busy = false;
    this.requestUpdate();
  }

  render() {
    const {step, job} = this;
    return html`<cl-page heading=${this.t('import.title')} note=${this.job?.name ?? ''}>
      <div class="form-width">
        <ol class="steps">${STEPS.map((each, i) => html`<li aria-current=${each === step ? 'step' : nothing}>${i + 1}. ${this.t(`import.step.${each}`)}</li>${i < 2 ? html`<li aria-hidden="true">›</li>` : nothing}`)}</ol>
        ${this.problem ? html`<div class="fault" role="alert">${faults(this.problem)}</div>` : nothing}
        ${!job ? fileStep(this) : step === 'check' ? checkStep(this, job) : resultStep(this, job)}
      </div>
    </cl-page>`;
  }
}
