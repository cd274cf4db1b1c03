/** What a JSON pointer names in `value`, or undefined. */
export function at(value, pointer) {
  return steps(pointer).reduce((here, step) => here?.[step], value);
}

/** `value` with `part` at the pointer; what it does not touch is shared with the old one. */
export function put(value, pointer, part) {
  const [step, ...rest] = steps(pointer);
  if (step === undefined) {
    return part;
  }
  const below = rest.length ? put(value?.[step], `/${rest.join('/')}`, part) : part;
  if (Array.isArray(value) || /^\d+$/.test(step)) {
    const list = [...(value ?? [])];
    list[Number(step)] = below;
    return list;
  }
  return {...value, [step]: below};
}

function steps(pointer) {
  return pointer.split('/').slice(1);
}
