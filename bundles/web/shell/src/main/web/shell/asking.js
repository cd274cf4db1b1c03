/**
 * Waits until a form tells that it is done, and fails with what `refusal` makes if its dialog is closed first.
 *
 * @param {EventTarget} form @param {EventTarget} dialog @param {() => Error} refusal @returns {Promise<void>}
 */
export function answered(form, dialog, refusal) {
  return new Promise((done, failed) => {
    form.addEventListener('done', () => done(), {once: true});
    dialog.addEventListener('close', () => failed(refusal()), {once: true});
  });
}

/** Asks once at a time: whoever comes while it is being asked waits for the same answer. @param {() => Promise<void>} ask */
export function oneAtATime(ask) {
  /** @type {Promise<void> | undefined} */
  let asking;
  return () => (asking ??= ask().finally(() => (asking = undefined)));
}
