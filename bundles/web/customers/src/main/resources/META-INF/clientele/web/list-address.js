/** Has the address say what is shown, so that it can be kept and sent. @param {import('./list-view.js').ListView} list */
export function remember(list) {
  const {host, views, view, filter, sort, words} = list;
  if (host.content !== list || !host.isConnected) {
    return;
  }
  const query = new URLSearchParams();
  const content = views.content(view);
  const say = (/** @type {string} */ name, /** @type {string} */ value, /** @type {string} */ usual) => value !== usual && query.set(name, value);
  say('view', view, 'all');
  say('filter', filter, content.filter);
  say('sort', sort, content.sort);
  say('q', words, '');
  history.replaceState(history.state, '', `${location.pathname}${query.size ? `?${query}` : ''}`);
}
