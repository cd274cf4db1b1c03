import {Screen, html, nothing} from '@clientele/ui';
import {checkStep} from './import-check.js';
import {fileStep} from './import-file.js';
import {resultStep} from './import-result.js';
import {styles} from './styles.js';

const STEPS = ['file', 'check', 'result'];

/** The way of a file into the registry: choose it, look at how it is understood, try it, and run it. */
export default class Imports extends Screen {
  static styles = styles;

  constructor() {
    super();
    this.kind = 'customers';
    this.job = undefined;
    this.recent = [];
    /** @type {any} */
    this.problem = undefined;
    this.busy = false;
    this.over = false;
    this.stream = undefined;
  }

  whenShown() {
    if (this.path) {
      this.#tried(() => this.open(this.path));
    } else {
      this.#tried(async () => (this.recent = (await this.context.api.get('/api/v1/imports')).body.items));
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stream?.close();
  }

  /** Shows an import where it stands. */
  async open(id) {
    this.take((await this.context.api.get(`/api/v1/imports/${id}`)).body);
    if (this.job.state === 'running') {
      this.#follow();
    }
  }

  take(job) {
    this.job = job;
    this.problem = undefined;
    this.requestUpdate();
  }

  get step() {
    if (!this.job) {
      return 'file';
    }
    return this.job.state === 'uploaded' || (this.job.dryRun && this.job.state !== 'running') ? 'check' : 'result';
  }

  /** Takes a file and shows how it was understood. */
  upload(file) {
    return this.#tried(async () => {
      const query = {kind: this.kind, name: file.name};
      this.take((await this.context.api.post('/api/v1/imports', {query, body: file, contentType: 'application/octet-stream'})).body);
    });
  }

  /** Sets something right. */
  set(edit) {
    return this.#tried(async () => this.take((await this.context.api.put(`/api/v1/imports/${this.job.id}/mapping`, {body: edit})).body));
  }

  /** Runs the import, or only tells what it would do. */
  run(dryRun) {
    return this.#tried(async () => {
      this.take((await this.context.api.post(`/api/v1/imports/${this.job.id}/run`, {body: {dryRun}})).body);
      this.#follow();
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
      this.recent = (await this.context.api.get('/api/v1/imports')).body.items;
    });
  }

  /** Hears how far the run is until it ends. */
  #follow() {
    this.stream?.close();
    const {id} = this.job;
    const stream = new EventSource(`/api/v1/imports/${id}/events`);
    this.stream = stream;
    stream.addEventListener('progress', (message) => {
      this.take(JSON.parse(message.data));
      if (this.job.state !== 'running') {
        stream.close();
      }
    });
    stream.addEventListener('error', () => {
      if (stream.readyState === EventSource.CLOSED) {
        this.#tried(async () => this.take((await this.context.api.get(`/api/v1/imports/${id}`)).body));
      }
    });
  }

  async #tried(work) {
    this.busy = true;
    this.requestUpdate();
    try {
      await work();
      this.problem = undefined;
    } catch (problem) {
      this.problem = problem;
    }
    this.busy = false;
    this.requestUpdate();
  }

  render() {
    const {step} = this;
    const parts = {file: fileStep, check: checkStep, result: resultStep};
    return html`<cl-page heading=${this.t('import.title')} note=${this.job?.name ?? ''}>
      <div class="form-width">
        <ol class="steps">${STEPS.map((each, i) => html`<li aria-current=${each === step ? 'step' : nothing}>${i + 1}. ${this.t(`import.step.${each}`)}</li>${i < 2 ? html`<li aria-hidden="true">›</li>` : nothing}`)}</ol>
        ${this.problem ? html`<div class="fault" role="alert">${this.problem.errors?.map((error) => `${error.pointer} ${error.detail}`).join('; ') || this.problem.message}</div>` : nothing}
        ${parts[step](this)}
      </div>
    </cl-page>`;
  }
}
