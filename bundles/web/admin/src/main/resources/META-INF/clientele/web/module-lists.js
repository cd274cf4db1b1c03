import {html, nothing} from '@clientele/ui';
import {moment, table} from './parts.js';

/** @typedef {import('./modules.js').default} ModulesPage */

const TONES = {running: 'good', stopped: 'warn', quarantined: 'bad', hung: 'bad', uninstalled: 'neutral'};
const OUTCOMES = {running: 'info', done: 'good', rolled_back: 'warn', failed: 'bad'};

/** @param {ModulesPage} page @param {keyof typeof TONES} state */
export function state(page, state) {
  return html`<cl-pill tone=${TONES[state]}>${page.t(`state.${state}`)}</cl-pill>`;
}

/** @param {ModulesPage} page */
export function installedModules(page) {
  const {installed, available} = page.catalogue;
  if (installed.length === 0) {
    const offered = available.length > 0;
    return html`
      <cl-empty icon="package" heading=${page.t('modules.none')}>
        ${page.t(offered ? 'modules.none.offered' : 'modules.none.text', {n: available.length})}
        ${offered
          ? html`<a slot="action" class="button primary" href="/app/admin/modules/available">${page.t('modules.look')}</a>`
          : html`<button slot="action" class="primary" @click=${page.choose.bind(page)}>${page.t('modules.upload')}</button>`}
      </cl-empty>
    `;
  }
  return table(
    page.t('modules.installed'),
    [
      {label: page.t('name'), cell: (each) => html`<a href="/app/admin/modules/installed/${each.name}">${each.name}</a>`},
      {label: page.t('version'), cell: (each) => each.version},
      {label: page.t('state'), cell: (each) => html`<span>${state(page, each.state)} ${leaks(page, each)}</span>`},
      {label: page.t('changed'), cell: (each) => moment(page, each.changedAt)},
      {label: page.t('paths'), cell: (each) => String(each.paths.length), number: true},
      {label: '', cell: (each) => newer(page, each), buttons: true},
    ],
    installed,
  );
}

/** @param {ModulesPage} page @param {import('./shapes.js').Module} module */
function leaks(page, module) {
  return module.leaked.length ? html`<cl-pill tone="warn" icon="triangle-alert">${page.t('leaked')}</cl-pill>` : nothing;
}

/** What an update or another installation could take. @param {ModulesPage} page @param {import('./shapes.js').Module} module */
export function newer(page, module) {
  const fit = page.catalogue.available.filter((each) => each.name === module.name && each.sha256 !== module.sha256);
  const archive = fit.find((each) => later(each.version, module.version));
  return archive && module.state !== 'uninstalled'
    ? html`<button aria-label=${page.t('update.to', archive)} @click=${() => page.proposeArchive(archive)}>${page.t('to', archive)}</button>`
    : nothing;
}

/** @param {string} one @param {string} other */
function later(one, other) {
  return one.localeCompare(other, 'en', {numeric: true}) > 0;
}

/** @param {ModulesPage} page */
export function availableModules(page) {
  const {available, installed} = page.catalogue;
  if (available.length === 0) {
    return html`<cl-empty icon="archive" heading=${page.t('available.none')}>${page.t('available.none.text')}</cl-empty>`;
  }
  const kind = (/** @type {import('./shapes.js').Available} */ each) =>
    installed.some((one) => one.name === each.name && one.state !== 'uninstalled') ? 'update' : 'install';
  return table(
    page.t('modules.available'),
    [
      {label: page.t('name'), cell: (each) => each.name},
      {label: page.t('version'), cell: (each) => each.version},
      {label: page.t('signer'), cell: (each) => each.signer ?? html`<cl-pill tone="warn">${page.t('unsigned')}</cl-pill>`},
      {label: page.t('source'), cell: (each) => (each.source === 'uploaded' ? page.t('source.uploaded') : html`<code>${each.source}</code>`)},
      {
        label: '',
        cell: (each) => html`
          <button aria-label=${`${page.t(kind(each))} ${each.name} ${each.version}`} @click=${() => page.proposeArchive(each)}>
            ${page.t(kind(each))}
          </button>
        `,
        buttons: true,
      },
    ],
    available,
  );
}

/** @param {ModulesPage} page */
export function journal(page) {
  return page.changes.length
    ? changes(page, page.changes)
    : html`<cl-empty icon="history" heading=${page.t('changes.none')}>${page.t('changes.none.text')}</cl-empty>`;
}

/** @param {ModulesPage} page @param {import('./shapes.js').Change[]} some */
export function changes(page, some) {
  return table(
    page.t('modules.changes'),
    [
      {label: page.t('what'), cell: (each) => page.t(`did.${each.kind}`, each)},
      {label: page.t('version'), cell: (each) => [each.from, each.to].filter(Boolean).join(' → ')},
      {
        label: page.t('outcome'),
        cell: (each) => html`<cl-pill tone=${OUTCOMES[each.outcome]}>${page.t(`outcome.${each.outcome}`)}</cl-pill>`,
      },
      {label: page.t('detail'), cell: (each) => each.detail ?? nothing},
      {label: page.t('away'), cell: (each) => page.t('millis', {n: each.awayMillis}), number: true},
      {label: page.t('by'), cell: (each) => each.by},
      {label: page.t('when'), cell: (each) => moment(page, each.at)},
    ],
    some,
  );
}
