/** What has the focus, also within shadows; nothing if that is the page as a whole. @returns {HTMLElement | undefined} */
export function focused() {
  let found = document.activeElement;
  while (found?.shadowRoot?.activeElement) {
    found = found.shadowRoot.activeElement;
  }
  return found && found !== document.body ? /** @type {HTMLElement} */ (found) : undefined;
}

/** The first element below another that can be seen and that a selector fits, also within shadows. @param {ParentNode} root @param {string} selector @returns {Element | undefined} */
export function firstIn(root, selector) {
  for (const each of root.querySelectorAll('*')) {
    const found = each.matches(selector) && each.checkVisibility() ? each : each.shadowRoot && firstIn(each.shadowRoot, selector);
    if (found) {
      return found;
    }
  }
  return undefined;
}
