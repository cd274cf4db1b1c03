import {html, nothing} from '@clientele/ui';

const KINDS = ['customers', 'purchases', 'interactions', 'relations'];

/** The first step: which file, and what is in it. @param {any} screen */
export function fileStep(screen) {
  const t = (key, values) => screen.t(key, values);
  const over = (is) => (event) => {
    event.preventDefault();
    screen.over = is;
    screen.requestUpdate();
  };
  const dropped = (event) => {
    over(false)(event);
    const [file] = event.dataTransfer.files;
    if (file) {
      screen.upload(file);
    }
  };
  return html`
    <label class="field">${t('import.kind')}
      <select @change=${(event) => (screen.kind = event.target.value)}>${KINDS.map((kind) => html`<option value=${kind} ?selected=${kind === screen.kind}>${t(`import.kind.${kind}`)}</option>`)}</select></label>
    <label class="drop ${screen.over ? 'over' : ''}" @dragover=${over(true)} @dragleave=${over(false)} @drop=${dropped}>
      <cl-icon name="upload"></cl-icon><strong>${t('import.drop')}</strong><span class="muted">${t('import.drop.text')}</span>
      <input type="file" accept=".csv,.txt,.tsv,text/csv,text/plain" ?disabled=${screen.busy} @change=${(event) => event.target.files[0] && screen.upload(event.target.files[0])} />
    </label>
    ${screen.busy ? html`<cl-progress label=${t('import.reading')}></cl-progress>` : nothing}
    ${screen.recent.length ? recent(screen, t) : nothing}`;
}

function recent(screen, t) {
  const {locale} = screen.context;
  const number = (value) => new Intl.NumberFormat(locale).format(value);
  const when = (at) => new Intl.DateTimeFormat(locale, {dateStyle: 'medium', timeStyle: 'short'}).format(new Date(at));
  return html`<section><h2>${t('import.recent')}</h2><div class="scrolled"><table>
    <thead><tr><th scope="col">${t('import.name')}</th><th scope="col">${t('import.when')}</th><th scope="col">${t('import.state')}</th><th scope="col" class="number">${t('import.added')}</th><th scope="col" class="number">${t('import.updated')}</th><th scope="col" class="number">${t('import.failed')}</th></tr></thead>
    <tbody>${screen.recent.map((job) => html`<tr>
      <td><button class="quiet" @click=${() => screen.open(job.id)}>${job.name}</button></td><td>${when(job.createdAt)}</td>
      <td>${t(`import.state.${job.state}`)}</td><td class="number">${number(job.added)}</td><td class="number">${number(job.updated)}</td><td class="number">${number(job.failed)}</td></tr>`)}</tbody>
  </table></div></section>`;
}
