const PADDING = 64;
const [LEAST, MOST] = [280, 1100];

/** How wide a picture on a page is drawn, so that its letters are as large as all others. @param {HTMLElement} host */
export function widthOf(host) {
  return Math.max(LEAST, Math.min(MOST, (host.clientWidth || MOST) - PADDING));
}
