/** A browser may keep a page that was left, and show it as it was to whoever goes back, who may be somebody else: it shows nothing, and is loaded anew. */
export function showNothingOnceLeft() {
  addEventListener('pagehide', () => (document.body.hidden = true));
  addEventListener('pageshow', (event) => /** @type {PageTransitionEvent} */ (event).persisted && location.reload());
}
