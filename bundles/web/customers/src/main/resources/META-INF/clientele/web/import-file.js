import {dateFormat, html, nothing, numberFormat, typed} from '@clientele/ui';

/** @typedef {import('./imports.js').default} Imports */
/** @typedef {import('@clientele/ui').Say} Say */

const KINDS = ['customers', 'purchases', 'interactions', 'relations'];

/** The first step: which file, and what is in it. @param {Imports} screen */
export function fileStep(screen) {
  /** @type {Say} */
  const t = (key, values) => screen.t(key, values);
  const over = (/** @type {boolean} */ is) => (/** @type {Event} */ event) => {
    event.preventDefault();
    screen.over = is;
    screen.requestUpdate();
  };
  const dropped = (/** @type {DragEvent} */ event) => {
    over(false)(event);
    const file = event.dataTransfer?.files[0];
    if (file) {
      screen.upload(file);
    }
  };
  const chosen = (/** @type {Event} */ event) => {
    const file = /** @type {HTMLInputElement} */ (event.target).files?.[0];
    if (file) {
      screen.upload(file);
    }
  };
  return html`
    <label class="field">${t('import.kind')}
      <select @change=${typed((kind) => (screen.kind = kind))}>${KINDS.map((kind) => html`<option value=${kind} ?selected=${kind === screen.kind}>${t(`import.kind.${kind}`)}</option>`)}</select></label>
    <label class="drop ${screen.over ? 'over' : ''}" @dragover=${over(true)} @dragleave=${over(false)} @drop=${dropped}>
      <cl-icon name="upload"></cl-icon><strong>${t('import.drop')}</strong><span class="muted">${t('import.drop.text')}</span>
      <input type="file" accept=".csv,.txt,.tsv,text/csv,text/plain" ?disabled=${screen.busy} @change=${chosen} />
    </label>
    ${screen.busy ? html`<cl-progress label=${t('import.reading')}></cl-progress>` : nothing}
    ${screen.recent.length ? recent(screen, t) : nothing}`;
}

/** @param {Imports} screen @param {Say} t */
function recent(screen, t) {
  const {locale} = screen.context;
  const number = (/** @type {number} */ value) => numberFormat(locale).format(value);
  const when = (/** @type {string} */ at) => dateFormat(locale, {dateStyle: 'medium', timeStyle: 'short'}).format(new Date(at));
  return html`<section><h2>${t('import.recent')}</h2><table class="stacked">
    <thead><tr><th scope="col">${t('import.name')}</th><th scope="col">${t('import.when')}</th><th scope="col">${t('import.state')}</th><th scope="col" class="number">${t('import.added')}</th><th scope="col" class="number">${t('import.updated')}</th><th scope="col" class="number">${t('import.failed')}</th></tr></thead>
    <tbody>${screen.recent.map((job) => html`<tr>
      <td><button class="quiet" @click=${() => screen.open(job.id)}>${job.name}</button></td><td data-label=${t('import.when')}>${when(job.createdAt)}</td>
      <td data-label=${t('import.state')}>${t(`import.state.${job.state}`)}</td>
      ${/** @type {const} */ (['added', 'updated', 'failed']).map((name) => html`<td class="number" data-label=${t(`import.${name}`)}>${number(job[name])}</td>`)}</tr>`)}</tbody>
  </table></section>`;
}
