import {STATUSES} from './columns.js';

const KINDS = ['person', 'organisation'];

/** Values that a condition on a fact can be chosen from. @param {import('./list-view.js').ListView} view @param {string} fact @param {string} start */
export async function suggestions({host, people, facts, context}, fact, start) {
  const named = (/** @type {string[]} */ values) => values.map((value) => ({value, label: host.t(`${fact}.${value}`)}));
  switch (fact) {
    case 'owner':
      await people.load();
      return people.userOptions;
    case 'team':
      await people.load();
      return people.teamOptions;
    case 'status':
      return named(STATUSES);
    case 'kind':
      return named(KINDS);
    default:
      return facts.find((each) => each.name === fact)?.type === 'text' ? values(context.api, fact, start) : [];
  }
}

/** @param {import('@clientele/ui').Api} api @param {string} fact @param {string} start */
async function values(api, fact, start) {
  const {body} = await api.get(`/api/v1/facts/${fact}/values`, {query: {start}});
  return /** @type {{items: string[]}} */ (body).items;
}
