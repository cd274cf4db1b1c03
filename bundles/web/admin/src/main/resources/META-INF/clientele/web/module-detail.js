import {html, nothing} from '@clientele/ui';
import {inWords} from './codes.js';
import {changes, newer, state} from './module-lists.js';
import {feedTable} from './feed-table.js';
import {moment} from './parts.js';

/** @typedef {import('./modules.js').default} ModulesPage */

const ROOT = '/api/v1/modules';

/** One module: how it is, what it serves, what holds on to its past, and what can be done with it. @param {ModulesPage} page @param {import('./shapes.js').Module} module */
export function moduleDetail(page, module) {
  return html`
    <div class="body">
      <div class="row wrap">${actions(page, module)}</div>
      ${module.reason ? html`<p class="banner bad"><cl-icon name="triangle-alert"></cl-icon><span>${module.reason}</span></p>` : nothing}
      <section class="card">
        <dl class="facts">
          <dt>${page.t('state')}</dt>
          <dd>${state(page, module.state)}</dd>
          <dt>${page.t('version')}</dt>
          <dd>${module.version}</dd>
          <dt>${page.t('previous')}</dt>
          <dd>${module.previous ?? page.t('previous.none')}</dd>
          <dt>${page.t('bundle')}</dt>
          <dd><code>${module.symbolicName}</code></dd>
          <dt>${page.t('digest')}</dt>
          <dd><code>${module.sha256}</code></dd>
          <dt>${page.t('changed')}</dt>
          <dd>${moment(page, module.changedAt)}</dd>
          <dt>${page.t('paths')}</dt>
          <dd>${paths(page, module)}</dd>
          <dt>${page.t('health')}</dt>
          <dd>${health(page)}</dd>
        </dl>
      </section>
      ${feeds(page, module)} ${leaks(page, module)}
      <section class="stack">
        <h2>${page.t('modules.changes')}</h2>
        ${changes(
          page,
          page.changes.filter((each) => each.module === module.name),
        )}
      </section>
    </div>
  `;
}

/** Where the module answers: how much, and on demand each. @param {ModulesPage} page @param {import('./shapes.js').Module} module */
function paths(page, {paths: all}) {
  return all.length
    ? html`<details><summary>${page.t('paths.all', {n: all.length})}</summary>
        <ul class="plain">${all.map((/** @type {string} */ path) => html`<li><code>${path}</code></li>`)}</ul></details>`
    : page.t('paths.none');
}

/** @param {ModulesPage} page @param {import('./shapes.js').Module} module */
function actions(page, module) {
  /** @param {string} kind @param {string} icon */
  const offer = (kind, icon) => html`
    <button class=${kind === 'purge' || kind === 'uninstall' ? 'danger' : nothing} @click=${() => page.propose(kind, module.name)}>
      <cl-icon name=${icon}></cl-icon>${page.t(kind)}
    </button>
  `;
  const gone = module.state === 'uninstalled';
  return html`
    ${newer(page, module)} ${module.previous && !gone ? offer('rollback', 'rotate-ccw') : nothing}
    ${module.state === 'quarantined'
      ? html`<button @click=${() => release(page, module)}><cl-icon name="play"></cl-icon>${page.t('release')}</button>`
      : nothing}
    ${gone ? offer('purge', 'x') : offer('uninstall', 'power')}
  `;
}

/** @param {ModulesPage} page @param {import('./shapes.js').Module} module */
function release(page, module) {
  return page.perform(page.t('released', module), () => page.context.api.post(`${ROOT}/${module.name}/release`));
}

/** The check of all modules, as `/health` has it. @param {ModulesPage} page */
function health(page) {
  const check = page.health?.checks.find((each) => each.name === 'modules');
  return check
    ? html`<cl-pill tone=${check.good ? (check.detail === 'ok' ? 'good' : 'warn') : 'bad'}>${inWords(page, 'check.detail', check.detail)}</cl-pill>`
    : page.t('health.unknown');
}

/** How far the module has read what happened. @param {ModulesPage} page @param {import('./shapes.js').Module} module */
function feeds(page, module) {
  const own = page.feeds.filter((each) => each.module === module.symbolicName);
  return own.length
    ? html`<section class="stack"><h2>${page.t('feeds.title')}</h2>${feedTable(page, own)}</section>`
    : nothing;
}

/** @param {ModulesPage} page @param {import('./shapes.js').Module} module */
function leaks(page, module) {
  const check = () => page.perform(page.t('leaks.checked'), () => page.context.api.post(`${ROOT}/leaks/check`));
  return html`
    <section class="card stack">
      <div class="row between wrap">
        <h2>${page.t('leaks.title')}</h2>
        <button @click=${check}><cl-icon name="search"></cl-icon>${page.t('leaks.check')}</button>
      </div>
      ${module.leaked.length
        ? html`<ul>${module.leaked.map((/** @type {string} */ holder) => html`<li><code>${holder}</code></li>`)}</ul>`
        : html`<p class="muted">${page.t('leaks.none')}</p>`}
      <p class="muted small">${page.t('leaks.text')}</p>
    </section>
  `;
}
