import {html, nothing, numberFormat} from '@clientele/ui';

/** @typedef {import('./imports.js').default} Imports */
/** @typedef {import('./shapes.js').Job} Job */

/** The last step: how far the run is, and what came of it. @param {Imports} screen @param {Job} job */
export function resultStep(screen, job) {
  /** @type {import('@clientele/ui').Say} */
  const t = (key, values) => screen.t(key, values);
  const running = job.state === 'running';
  return html`
    <section class="card">
      <h2 role="status">${running ? t(job.dryRun ? 'import.trying' : 'import.running') : t(`import.ended.${job.state}`)}</h2>
      ${running ? html`<cl-progress value=${job.readBytes} max=${Math.max(1, job.bytes)} label=${t('import.rows', {n: job.rows})}></cl-progress>` : nothing}
      ${counts(job, screen)} ${job.fault ? html`<p class="fault" role="alert">${job.fault}</p>` : nothing} ${errorTable(job, screen)}
    </section>
    ${running
      ? nothing
      : html`<div class="actions">
          ${['failed', 'interrupted'].includes(job.state) ? html`<button @click=${() => screen.run(job.dryRun)}>${t('import.goOn')}</button>` : nothing}
          <button @click=${() => screen.again()}>${t('import.another')}</button>
          <a class="button primary" href="/app/customers">${t('import.show')}</a>
        </div>`}`;
}

/** What the rows came to. @param {Job} job @param {Imports} screen */
export function counts(job, screen) {
  const number = (/** @type {number} */ value) => numberFormat(screen.context.locale).format(value);
  const always = /** @type {const} */ (['rows', 'added', 'updated', 'unchanged', 'failed']);
  const shown = job.customersAdded ? /** @type {const} */ ([...always, 'customersAdded']) : always;
  return html`<div class="kpis">${shown.map((name) => html`<cl-kpi label=${screen.t(name === 'rows' ? 'import.done' : `import.${name}`)} value=${number(job[name])}></cl-kpi>`)}</div>`;
}

/** The rows that failed, as far as they are shown, and a file of all of them. @param {Job} job @param {Imports} screen */
export function errorTable(job, screen) {
  /** @type {import('@clientele/ui').Say} */
  const t = (key, values) => screen.t(key, values);
  if (!job.failed) {
    return nothing;
  }
  return html`<h3>${t('import.errors', {n: job.failed})}</h3>
    <table class="stacked">
      <thead><tr><th scope="col" class="number">${t('import.line')}</th><th scope="col">${t('import.column')}</th><th scope="col">${t('import.reason')}</th></tr></thead>
      <tbody>${job.errors.map((error) => html`<tr><td class="number" data-label=${t('import.line')}>${error.line}</td><td data-label=${t('import.column')}>${error.column}</td><td data-label=${t('import.reason')}>${error.reason}</td></tr>`)}</tbody>
    </table>
    <a class="button" href="/api/v1/imports/${job.id}/errors" download><cl-icon name="download"></cl-icon>${t('import.errors.file')}</a>`;
}
