/** A handler that is given what stands in a field. @param {(value: string) => void} handler @returns {(event: Event) => void} */
export const typed = (handler) => (event) => handler(/** @type {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} */ (event.target).value);

/** A handler that is given whether a box is ticked. @param {(is: boolean) => void} handler @returns {(event: Event) => void} */
export const ticked = (handler) => (event) => handler(/** @type {HTMLInputElement} */ (event.target).checked);

/** A handler that is given what an element tells. @template T @param {(detail: T) => void} handler @returns {(event: CustomEvent<T>) => void} */
export const told = (handler) => (event) => handler(event.detail);
