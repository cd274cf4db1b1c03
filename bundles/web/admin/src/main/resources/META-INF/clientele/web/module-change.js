import {html, nothing} from '@clientele/ui';
import {field, formDialog} from './parts.js';
import {planView} from './module-plan.js';

/** @typedef {import('./admin-screen.js').AdminScreen} AdminScreen */
/** @typedef {import('./shapes.js').Change} Change */
/** @typedef {{name: string, kind: string, sha256?: string, allowDowngrade?: boolean}} Wish */

const ROOT = '/api/v1/modules';
const LOOK_AGAIN_MILLIS = 1000;

/** Shows what a change would do, before it is done. @param {AdminScreen} screen @param {Wish} wish */
export async function propose(screen, wish) {
  const {name, kind, ...choice} = wish;
  try {
    const rows = kind === 'purge' ? (await screen.context.api.get(`${ROOT}/${name}/purge`)).body.rows : undefined;
    const {body: plan} = await screen.context.api.post(`${ROOT}/${name}/plan`, {body: {kind, ...choice}, idempotencyKey: null});
    screen.ask('change', {wish, plan, rows});
  } catch (failure) {
    screen.context.notify({kind: 'bad', text: /** @type {Error} */ (failure).message});
  }
}

/** @param {AdminScreen} screen */
async function carryOut(screen) {
  const {asked} = screen;
  if (asked?.kind !== 'change') {
    return false;
  }
  const {name, kind, ...choice} = asked.wish;
  const worked = await screen.act(async () => {
    const answer = await screen.context.api.post(`${ROOT}/${name}/${kind}`, {body: choice});
    const change = /** @type {Change} */ (answer.status === 202 ? await end(screen, answer.body.id) : answer.body);
    if (change.outcome !== 'done') {
      throw new Error(change.detail);
    }
    screen.asked = {...asked, done: change};
  });
  screen.load();
  return worked;
}

/** A change that takes longer than a request waits goes on: its end stands in the journal. @param {AdminScreen} screen @param {string} id */
async function end(screen, id) {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MILLIS));
    const {body} = await screen.context.api.get(`${ROOT}/changes`);
    const change = /** @type {{items: Change[]}} */ (body).items.find((each) => each.id === id);
    if (change && change.outcome !== 'running') {
      return change;
    }
  }
}

/** The dialog of a change: its plan, its progress, its outcome. @param {AdminScreen} screen */
export function changeDialog(screen) {
  const {asked} = screen;
  if (asked?.kind !== 'change') {
    return nothing;
  }
  const {wish, plan, done} = asked;
  const heading = screen.t(`change.${wish.kind}`, {name: wish.name, version: plan.to ?? ''});
  return done ? outcome(screen, heading, done) : question(screen, heading, asked);
}

/** @param {AdminScreen} screen @param {string} heading @param {import('./shapes.js').AskedChange} asked */
function question(screen, heading, {wish, plan, rows, typed: written}) {
  const destroys = wish.kind === 'purge';
  const typed = written === wish.name;
  return formDialog(screen, {
    heading,
    button: screen.t(`${wish.kind}`),
    danger: destroys || wish.kind === 'uninstall',
    wide: true,
    blocked: plan.refusals.length > 0 || (destroys && !typed),
    body: html`
      ${planView(screen, plan)} ${rows ? rowsLost(screen, rows) : nothing}
      ${destroys ? field(screen.t('purge.type', {name: wish.name}), typing(screen)) : nothing}
      ${screen.busy ? html`<cl-progress .label=${screen.t('change.running')}></cl-progress>` : nothing}
    `,
    send: () => carryOut(screen),
  });
}

/** @param {AdminScreen} screen */
function typing(screen) {
  /** @param {InputEvent} event */
  const type = (event) => {
    if (screen.asked?.kind === 'change') {
      screen.asked = {...screen.asked, typed: /** @type {HTMLInputElement} */ (event.target).value};
    }
  };
  return html`<input name="name" autocomplete="off" @input=${type} />`;
}

/** @param {AdminScreen} screen @param {Record<string, number>} rows */
function rowsLost(screen, rows) {
  return html`
    <p class="refusal"><cl-icon name="triangle-alert"></cl-icon>${screen.t('purge.lost', {n: Object.values(rows).reduce((sum, n) => sum + n, 0)})}</p>
    <dl class="facts">
      ${Object.entries(rows).map(([name, n]) => html`<dt><code>${name}</code></dt><dd>${screen.t('rows', {n})}</dd>`)}
    </dl>
  `;
}

/** @param {AdminScreen} screen @param {string} heading @param {Change} done */
function outcome(screen, heading, done) {
  return html`
    <cl-dialog .heading=${heading} .open=${true} @close=${() => screen.answered()}>
      <p class="banner good" role="status">
        <cl-icon name="circle-check"></cl-icon><span>${screen.t(`done.${done.kind}`, {name: done.module, millis: done.awayMillis})}</span>
      </p>
      <button slot="actions" class="primary" @click=${() => screen.answered()}>${screen.t('close')}</button>
    </cl-dialog>
  `;
}
