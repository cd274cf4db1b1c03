/** A handler that is given what an event tells. @param {(detail: any) => void} handler @returns {(event: CustomEvent) => void} */
export const told = (handler) => (event) => handler(event.detail);

/** A handler that is given what stands in a field. @param {(value: string) => void} handler @returns {(event: Event) => void} */
export const typed = (handler) => (event) => handler(/** @type {HTMLInputElement} */ (event.target).value);

/** A handler that is called once it has been quiet for a moment. @param {() => void} work @param {number} millis */
export function afterQuiet(work, millis) {
  let timer = /** @type {ReturnType<typeof setTimeout> | undefined} */ (undefined);
  return () => {
    clearTimeout(timer);
    timer = setTimeout(work, millis);
  };
}
