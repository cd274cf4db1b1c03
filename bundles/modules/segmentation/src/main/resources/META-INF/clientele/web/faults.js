/** @typedef {{pointer: string, detail: string}} Fault */

/** What is wrong with one part of what was sent, such as `/rules/2`. @param {any} problem @param {string} part @returns {Fault[]} */
export function faultsIn(problem, part) {
  return (problem?.errors ?? []).filter((/** @type {Fault} */ each) => each.pointer.startsWith(`${part}/`));
}

/** What is wrong with anything but the parts of a list, such as `/rules`. @param {any} problem @param {string} list */
export function otherFaults(problem, list) {
  const inside = faultsIn(problem, list);
  const errors = (problem?.errors ?? []).filter((/** @type {Fault} */ each) => !inside.includes(each));
  return !problem || (problem.errors?.length && !errors.length) ? undefined : {detail: problem.detail ?? problem.message, errors};
}
