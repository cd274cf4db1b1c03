/**
 * Shows another part of a page, as a tab does: the address tells it and the way back leads here, and the cursor stays where it is.
 *
 * @param {import('@clientele/ui').Screen} host @param {string} path below the page's own
 */
export function turn(host, path) {
  const root = location.pathname.slice(0, location.pathname.length - host.path.length).replace(/\/$/, '');
  history.pushState(null, '', path ? `${root}/${path}` : root);
  host.path = path;
}
