import {html, nothing, render} from 'lit';
import {everything} from './pages.js';
import {proposedKey} from './rules.js';
import {told} from './handlers.js';

/** @typedef {import('@clientele/ui').Screen['context']} Context */

const NEW = 'new';

/** Puts the customers that are chosen in a list into one of segmentation's: it asks into which. @param {Context} asked @param {{customers: any[], filter?: string}} subject */
export default async function putIntoList(asked, {customers, filter}) {
  const context = await own(asked);
  const segments = await everything(context, '/api/v1/segments');
  const chosen = await ask(context, segments);
  if (!chosen) {
    return undefined;
  }
  const list = chosen.list === NEW ? await add(context, chosen.name, segments) : segments.find((segment) => segment.id === chosen.list);
  const ids = customers.map((customer) => customer.id);
  const {body} = await context.api.post(`/api/v1/segments/${list.id}/members`, {body: filter === undefined ? {customers: ids} : {filter: filter || 'id=null=false'}});
  return {message: context.t('bulk.done', {n: body.added, name: list.name})};
}

/** The texts are those of this module, whoever asks. @param {Context} asked @returns {Promise<Context>} */
async function own(asked) {
  const found = asked.contributions('bulkAction', 'customers').find((each) => each.name === 'put-into-list' && import.meta.url.includes(each.bundle.base));
  const Own = /** @type {any} */ (asked.constructor);
  return found ? new Own(asked.shared, found.bundle).prepare() : asked;
}

/** @param {Context} context @param {string} name @param {any[]} segments */
async function add(context, name, segments) {
  const key = proposedKey(name, segments.map((segment) => segment.key));
  return (await context.api.post('/api/v1/segments', {body: {kind: 'list', name, key, owner: context.session.id}})).body;
}

/** Asks for a list in a dialog; nothing if that is closed. @param {Context} context @param {any[]} segments @returns {Promise<{list: string, name: string} | undefined>} */
function ask(context, segments) {
  const place = document.createElement('div');
  document.body.append(place);
  return new Promise((resolve) => {
    const end = (/** @type {any} */ answer) => {
      render(nothing, place);
      place.remove();
      resolve(answer);
    };
    const lists = segments.filter((segment) => segment.kind === 'list');
    const draw = (/** @type {any} */ value) => render(question(context, lists, {value, draw, end}), place);
    draw({list: lists[0]?.id ?? NEW});
  });
}

/** @param {Context} context @param {any[]} lists @param {{value: any, draw: (value: any) => void, end: (value: any) => void}} state */
function question(context, lists, {value, draw, end}) {
  const t = (/** @type {string} */ key) => context.t(key);
  const options = [...lists.map((list) => ({value: list.id, label: list.name})), {value: NEW, label: t('bulk.new')}];
  const fields = [
    {pointer: '/list', label: t('bulk.list'), kind: 'select', required: true, width: 'wide', options},
    ...(value.list === NEW ? [{pointer: '/name', label: t('bulk.name'), required: true, width: 'wide'}] : []),
  ];
  return html`<cl-dialog heading=${t('bulk.title')} .open=${true} @close=${() => end(undefined)}>
    <cl-form .fields=${fields} .value=${value} submit=${t('bulk.do')} cancellable @cl-input=${told((detail) => draw(detail.value))}
      @cl-submit=${told((detail) => end(detail.value))} @cl-cancel=${() => end(undefined)}></cl-form>
  </cl-dialog>`;
}
