import {html, nothing, ticked, typed} from '@clientele/ui';
import {counts, errorTable} from './import-result.js';

/** @typedef {import('./imports.js').default} Imports */
/** @typedef {import('./shapes.js').Job} Job */
/** @typedef {import('@clientele/ui').Say} Say */

const FIELDS = {
  customers: ['name', 'company', 'givenName', 'familyName', 'kind', 'status', 'owner', 'team', 'identifier', 'identifiers', 'email', 'emailLabel', 'phone', 'phoneLabel', 'web', 'webLabel', 'street', 'city', 'region', 'postalCode', 'country', 'addressLabel', 'tags', 'language', 'timeZone', 'moreContactPoints', 'contactOrder', 'id'],
  purchases: ['customer', 'customerId', 'purchasedOn', 'product', 'quantity', 'amount', 'currency', 'cost', 'margin', 'externalId', 'returned'],
  interactions: ['customer', 'customerId', 'kind', 'direction', 'channel', 'occurredAt', 'people', 'outcome', 'text'],
  relations: ['customer', 'customerId', 'kind', 'to', 'toId'],
};
const ENCODINGS = ['UTF-8', 'GB18030', 'windows-1252', 'UTF-16LE', 'UTF-16BE'];
const DELIMITERS = [',', ';', '\t', '|', ' '];
const SAMPLES = 3;

/** The second step: how the file was understood, which can be set right, and what a trial said. @param {Imports} screen @param {Job} job */
export function checkStep(screen, job) {
  /** @type {Say} */
  const t = (key, values) => screen.t(key, values);
  return html`
    ${job.notes.length ? html`<ul class="notes">${job.notes.map((note) => html`<li>${note}</li>`)}</ul>` : nothing}
    <section class="card"><h2>${t('import.understood')}</h2><div class="settings">${settings(screen, job, t)}</div></section>
    <section class="card"><h2>${t('import.columns')}</h2>${mapping(screen, job, t)}</section>
    ${job.dryRun && job.state !== 'uploaded' ? html`<section class="card"><h2>${t('import.trial')}</h2>${counts(job, screen)}${errorTable(job, screen)}</section>` : nothing}
    ${job.fault ? html`<p class="fault" role="alert">${job.fault}</p>` : nothing}
    <div class="actions">
      <button class="quiet" @click=${() => screen.again()}>${t('import.other')}</button>
      <button ?disabled=${screen.busy} @click=${() => screen.run(true)}>${t('import.try')}</button>
      <button class="primary" ?disabled=${screen.busy} @click=${() => screen.run(false)}>${t('import.run')}</button>
    </div>`;
}

/** @param {Imports} screen @param {Job} job @param {Say} t */
function settings(screen, job, t) {
  /** @param {'encoding' | 'delimiter' | 'decimal' | 'dateFormat'} name @param {string[]} values @param {(value: string) => string} [label] */
  const choose = (name, values, label = (value) => value) => html`<label class="field">${t(`import.${name}`)}
    <select @change=${typed((value) => screen.set({[name]: value}))}>
      ${[...new Set([job[name], ...values])].filter((value) => value !== undefined).map((value) => html`<option value=${value} ?selected=${value === job[name]}>${label(value)}</option>`)}
    </select></label>`;
  /** @param {'source' | 'currency'} name @param {string} hint */
  const type = (name, hint) => html`<label class="field">${t(`import.${name}`)}<input .value=${job[name] ?? ''} placeholder=${hint} @change=${typed((value) => screen.set({[name]: value}))} /></label>`;
  /** @param {'header' | 'createMissing'} name @param {boolean} value */
  const tick = (name, value) => html`<label class="row"><input type="checkbox" .checked=${value} @change=${ticked((is) => screen.set({[name]: is}))} />${t(`import.${name}`)}</label>`;
  const {kind} = job;
  return html`
    ${choose('encoding', ENCODINGS)} ${choose('delimiter', DELIMITERS, (value) => t(`delimiter.${value === '\t' ? 'tab' : value === ' ' ? 'blank' : value}`))}
    ${type('source', 'erp')} ${kind === 'purchases' ? html`${type('currency', 'CNY')} ${choose('decimal', ['.', ','])}` : nothing}
    ${kind === 'relations' ? nothing : choose('dateFormat', ['M/d/yyyy', 'd/M/yyyy'])}
    ${tick('header', job.hasHeader)} ${kind === 'purchases' || kind === 'interactions' ? tick('createMissing', job.createMissing) : nothing}`;
}

/** @param {Imports} screen @param {Job} job @param {Say} t */
function mapping(screen, job, t) {
  const fields = FIELDS[job.kind];
  const set = (/** @type {string} */ column, /** @type {string} */ field) => {
    const next = {...job.mapping};
    delete next[column];
    return screen.set({mapping: field ? {...next, [column]: field} : next});
  };
  const label = (/** @type {string} */ field) => (field.includes(':') ? `${t(`column.${field.split(':')[0]}`)} (${field.split(':')[1]})` : t(`column.${field}`));
  return html`<table class="mapping stacked">
    <thead><tr><th scope="col">${t('import.column')}</th><th scope="col">${t('import.means')}</th><th scope="col">${t('import.sample')}</th></tr></thead>
    <tbody>${job.header.map((column, i) => {
      const chosen = job.mapping[column] ?? '';
      const options = [...new Set([...(chosen ? [chosen] : []), ...fields])];
      return html`<tr><th scope="row">${column}</th>
        <td><select aria-label=${t('import.means.of', {column})} @change=${typed((field) => set(column, field))}>
          <option value="" ?selected=${!chosen}>${t('import.skip')}</option>
          ${options.map((field) => html`<option value=${field} ?selected=${field === chosen}>${label(field)}</option>`)}</select></td>
        <td class="muted" data-label=${t('import.sample')}>${job.sample.slice(0, SAMPLES).map((row) => row[i]).filter(Boolean).join(' · ')}</td></tr>`;
    })}</tbody></table>`;
}
