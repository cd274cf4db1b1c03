/** The product's sign: the page brings it, so that it needs no file. */
export const sign = /** @type {HTMLLinkElement | null} */ (document.querySelector('link[rel=icon]'))?.href ?? '';
