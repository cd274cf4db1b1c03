/**
 * Rules as people put them together: conditions on facts, and other segments that a customer is to be in or not.
 *
 * @typedef {{conditions: string, all: string[], any: string[], none: string[]}} Parts
 */

const IN = /^segment\.([A-Za-z0-9_]+)==(true|false)$/;
const LONGEST_KEY = 40;

/** Cuts a filter at `mark` outside of quotes and parentheses; what is not balanced stays whole. @param {string} filter @param {string} mark */
export function split(filter, mark) {
  const parts = [];
  let [depth, quote, start] = [0, '', 0];
  for (let i = 0; i < filter.length; i++) {
    const sign = filter[i];
    if (sign === '\\') {
      i++;
    } else if (quote) {
      quote = sign === quote ? '' : quote;
    } else if (sign === '"' || sign === "'") {
      quote = sign;
    } else if (sign === '(' || sign === ')') {
      depth += sign === '(' ? 1 : -1;
    } else if (sign === mark && depth === 0) {
      parts.push(filter.slice(start, i).trim());
      start = i + 1;
    }
  }
  return depth === 0 && !quote ? [...parts, filter.slice(start).trim()] : [filter];
}

/** @param {string | null | undefined} filter @returns {Parts} */
export function takeApart(filter) {
  const text = (filter ?? '').trim();
  const parts = /** @type {Parts} */ ({conditions: '', all: [], any: [], none: []});
  if (!text || split(text, ',').length > 1) {
    return {...parts, conditions: text};
  }
  // From the end, where segments stand: what was there before them stays a condition.
  const rest = split(text, ';').reverse().filter((part) => !claim(part, parts)).reverse();
  return {...parts, conditions: rest.join(';')};
}

/** Takes a condition as being about segments, if it is. @param {string} part @param {Parts} parts */
function claim(part, parts) {
  const one = IN.exec(part);
  if (one) {
    parts[one[2] === 'true' ? 'all' : 'none'].unshift(one[1]);
    return true;
  }
  const several = part.startsWith('(') && part.endsWith(')') ? split(part.slice(1, -1), ',') : [];
  const found = several.map((each) => IN.exec(each));
  if (parts.any.length || !found.length || found.some((each) => each?.[2] !== 'true')) {
    return false;
  }
  parts.any.push(...found.map((each) => /** @type {RegExpExecArray} */ (each)[1]));
  return true;
}

/** @param {Parts} parts */
export function putTogether({conditions, all, any, none}) {
  const segments = [
    ...all.map((key) => `segment.${key}==true`),
    ...(any.length ? [`(${any.map((key) => `segment.${key}==true`).join(',')})`] : []),
    ...none.map((key) => `segment.${key}==false`),
  ];
  return both(conditions, ...segments);
}

/** Joins conditions that must all hold; blank ones are left out. @param {...(string | null | undefined)} filters */
export function both(...filters) {
  const given = filters.map((filter) => (filter ?? '').trim()).filter((filter) => filter);
  return given.length > 1 ? given.map((filter) => (split(filter, ',').length > 1 ? `(${filter})` : filter)).join(';') : (given[0] ?? '');
}

/** A key for a thing of this name that no other has. @param {string} name @param {string[]} taken @param {string} [kind] what it is called by if its name has no letter that may be in a key @param {number} [longest] how many letters it has at most */
export function proposedKey(name, taken, kind = 'segment', longest = LONGEST_KEY) {
  const words = name.normalize('NFD').replace(/\p{M}/gu, '').match(/[A-Za-z0-9]+/g) ?? [];
  const joined = words.map((word, i) => (i ? word[0].toUpperCase() + word.slice(1) : word.toLowerCase())).join('');
  const start = joined.replace(/^\d+/, '').slice(0, longest - 3) || kind;
  const key = start[0].toLowerCase() + start.slice(1);
  for (let i = 1; ; i++) {
    const tried = i === 1 && joined ? key : `${key}${i}`;
    if (!taken.includes(tried)) {
      return tried;
    }
  }
}
