import {html, nothing} from '@clientele/ui';
import {counts, errorTable} from './import-result.js';

const FIELDS = {
  customers: ['name', 'company', 'givenName', 'familyName', 'kind', 'status', 'owner', 'team', 'identifier', 'identifiers', 'email', 'emailLabel', 'phone', 'phoneLabel', 'web', 'webLabel', 'street', 'city', 'region', 'postalCode', 'country', 'addressLabel', 'tags', 'language', 'timeZone', 'moreContactPoints', 'contactOrder', 'id'],
  purchases: ['customer', 'customerId', 'purchasedOn', 'product', 'quantity', 'amount', 'currency', 'cost', 'margin', 'externalId', 'returned'],
  interactions: ['customer', 'customerId', 'kind', 'direction', 'channel', 'occurredAt', 'people', 'outcome', 'text'],
  relations: ['customer', 'customerId', 'kind', 'to', 'toId'],
};
const ENCODINGS = ['UTF-8', 'GB18030', 'windows-1252', 'UTF-16LE', 'UTF-16BE'];
const DELIMITERS = [',', ';', '\t', '|', ' '];
const SAMPLES = 3;

/** The second step: how the file was understood, which can be set right, and what a trial said. @param {any} screen */
export function checkStep(screen) {
  const {job} = screen;
  const t = (key, values) => screen.t(key, values);
  return html`
    ${job.notes?.length ? html`<ul class="notes">${job.notes.map((note) => html`<li>${note}</li>`)}</ul>` : nothing}
    <section class="card"><h2>${t('import.understood')}</h2><div class="settings">${settings(screen, t)}</div></section>
    <section class="card"><h2>${t('import.columns')}</h2><div class="scrolled">${mapping(screen, t)}</div></section>
    ${job.dryRun && job.state !== 'uploaded' ? html`<section class="card"><h2>${t('import.trial')}</h2>${counts(job, screen)}${errorTable(job, screen)}</section>` : nothing}
    ${job.fault ? html`<p class="fault" role="alert">${job.fault}</p>` : nothing}
    <div class="actions">
      <button class="quiet" @click=${() => screen.again()}>${t('import.other')}</button>
      <button ?disabled=${screen.busy} @click=${() => screen.run(true)}>${t('import.try')}</button>
      <button class="primary" ?disabled=${screen.busy} @click=${() => screen.run(false)}>${t('import.run')}</button>
    </div>`;
}

function settings(screen, t) {
  const {job} = screen;
  const choose = (name, values, label = (value) => value) => html`<label class="field">${t(`import.${name}`)}
    <select @change=${(event) => screen.set({[name]: event.target.value})}>
      ${[...new Set([job[name], ...values])].filter((value) => value !== undefined).map((value) => html`<option value=${value} ?selected=${value === job[name]}>${label(value)}</option>`)}
    </select></label>`;
  const type = (name, hint) => html`<label class="field">${t(`import.${name}`)}<input .value=${job[name] ?? ''} placeholder=${hint} @change=${(event) => screen.set({[name]: event.target.value})} /></label>`;
  const tick = (name, value, set) => html`<label class="row"><input type="checkbox" .checked=${value} @change=${(event) => screen.set({[set]: event.target.checked})} />${t(`import.${name}`)}</label>`;
  const {kind} = job;
  return html`
    ${choose('encoding', ENCODINGS)} ${choose('delimiter', DELIMITERS, (value) => t(`delimiter.${value === '\t' ? 'tab' : value === ' ' ? 'blank' : value}`))}
    ${type('source', 'erp')} ${kind === 'purchases' ? html`${type('currency', 'CNY')} ${choose('decimal', ['.', ','])}` : nothing}
    ${kind === 'relations' ? nothing : choose('dateFormat', ['M/d/yyyy', 'd/M/yyyy'])}
    ${tick('header', job.hasHeader, 'header')} ${kind === 'purchases' || kind === 'interactions' ? tick('createMissing', job.createMissing, 'createMissing') : nothing}`;
}

function mapping(screen, t) {
  const {job} = screen;
  const fields = FIELDS[job.kind] ?? [];
  const set = (column, field) => {
    const next = {...job.mapping};
    delete next[column];
    return screen.set({mapping: field ? {...next, [column]: field} : next});
  };
  const label = (field) => (field.includes(':') ? `${t(`column.${field.split(':')[0]}`)} (${field.split(':')[1]})` : t(`column.${field}`));
  return html`<table class="mapping">
    <thead><tr><th scope="col">${t('import.column')}</th><th scope="col">${t('import.means')}</th><th scope="col">${t('import.sample')}</th></tr></thead>
    <tbody>${job.header.map((column, i) => {
      const chosen = job.mapping[column] ?? '';
      const options = [...new Set([...(chosen ? [chosen] : []), ...fields])];
      return html`<tr><th scope="row">${column}</th>
        <td><select aria-label=${t('import.means.of', {column})} @change=${(event) => set(column, event.target.value)}>
          <option value="" ?selected=${!chosen}>${t('import.skip')}</option>
          ${options.map((field) => html`<option value=${field} ?selected=${field === chosen}>${label(field)}</option>`)}</select></td>
        <td class="muted">${(job.sample ?? []).slice(0, SAMPLES).map((row) => row[i]).filter(Boolean).join(' · ')}</td></tr>`;
    })}</tbody></table>`;
}
