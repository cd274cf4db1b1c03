/** The handlers in a template, in their order: tests call them as clicks and sent forms would. */
export function handlers(template) {
  return (template?.values ?? []).flatMap((value) => (typeof value === 'function' ? [value] : [value].flat().flatMap(handlers)));
}

/** Answers when promises have run as far as they can. */
export const settled = () => new Promise((done) => setTimeout(done));
