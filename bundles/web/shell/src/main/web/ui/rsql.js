/**
 * Filters as people put them together: conditions that must all hold. Any other filter is kept as one part that says so.
 *
 * @typedef {{fact: string, op: string, values: string[]}} Condition
 * @typedef {{text: string}} Other
 * @typedef {Condition | Other} Part
 */

/** @typedef {import('./shapes.js').Fact} Fact */

/** The comparisons of each type of fact, the usual one first. @type {Record<string, string[]>} */
export const OPERATORS = {
  text: ['==', '=begins=', '!=', '=in=', '=out=', '=known=', '=unknown='],
  words: ['=text='],
  number: ['=ge=', '=gt=', '==', '!=', '=le=', '=lt=', '=known=', '=unknown='],
  boolean: ['=='],
  date: ['=ge=', '=lt=', '==', '=known=', '=unknown='],
  instant: ['=ge=', '=lt=', '=known=', '=unknown='],
  id: ['==', '!=', '=in=', '=known=', '=unknown='],
};

/** Comparisons that need no value. */
export const WITHOUT_VALUE = ['=known=', '=unknown='];

/** The comparisons of a fact: a sharper order has no meaning where a customer has several values. @param {Fact | undefined} fact */
export function operators(fact) {
  return OPERATORS[fact?.type ?? ''] ?? ['=='];
}

const CONDITION = /^([A-Za-z][\w.]*)(==|!=|=[a-z]+=|[<>]=?)/;
/** @type {Record<string, string>} */
const ALIASES = {'<': '=lt=', '<=': '=le=', '>': '=gt=', '>=': '=ge='};

/** The parts of a filter, all of which must hold; `[]` for none. @param {string | null | undefined} text @returns {Part[]} */
export function parse(text) {
  const trimmed = (text ?? '').trim();
  if (!trimmed) {
    return [];
  }
  const parts = split(trimmed, ';');
  if (!parts || parts.some((part) => (split(part, ',') ?? ['', '']).length > 1)) {
    return [{text: trimmed}];
  }
  return parts.map((part) => condition(part.trim()));
}

/** @param {string} part @returns {Part} */
function condition(part) {
  const match = CONDITION.exec(part);
  const rest = match ? values(part.slice(match[0].length)) : undefined;
  if (!match || !rest) {
    return {text: part};
  }
  const [, fact, written] = match;
  const op = ALIASES[written] ?? written;
  if (op === '=null=') {
    return {fact, op: rest[0].text === 'true' ? '=unknown=' : '=known=', values: []};
  }
  if (op === '==' && rest.length === 1 && rest[0].star) {
    return {fact, op: '=begins=', values: [rest[0].text]};
  }
  return rest.some((value) => value.star) ? {text: part} : {fact, op, values: rest.map((value) => value.text)};
}

/** @param {string} text */
function values(text) {
  const trimmed = text.trim();
  const inner = trimmed.startsWith('(') && trimmed.endsWith(')') ? split(trimmed.slice(1, -1), ',') : [trimmed];
  return inner?.map((value) => unquote(value.trim()));
}

/** @param {string} text */
function unquote(text) {
  const quoted = /^(['"])((?:\\.|(?!\1).)*)\1(\*?)$/s.exec(text);
  if (quoted) {
    return {text: quoted[2].replace(/\\(.)/gs, '$1'), star: quoted[3] === '*'};
  }
  const star = /(^|[^\\])\*$/.test(text);
  return {text: (star ? text.slice(0, -1) : text).replace(/\\(.)/gs, '$1'), star};
}

/** Cuts at `mark` outside of quotes and parentheses; nothing if those are not balanced. @param {string} text @param {string} mark */
function split(text, mark) {
  const parts = [];
  let depth = 0;
  let quote = '';
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '\\') {
      i++;
    } else if (quote) {
      quote = c === quote ? '' : quote;
    } else if (c === '"' || c === "'") {
      quote = c;
    } else if (c === '(') {
      depth++;
    } else if (c === ')') {
      depth--;
    } else if (c === mark && depth === 0) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  return depth === 0 && !quote ? [...parts, text.slice(start)] : undefined;
}

/** The filter of these parts. @param {Part[]} parts */
export function write(parts) {
  return parts.map((part) => ('text' in part ? other(part.text, parts.length) : one(part))).join(';');
}

/** @param {string} text @param {number} count */
function other(text, count) {
  return count > 1 && (split(text, ',') ?? []).length > 1 && !/^\(.*\)$/s.test(text) ? `(${text})` : text;
}

/** @param {Condition} condition */
function one({fact, op, values: given}) {
  if (WITHOUT_VALUE.includes(op)) {
    return `${fact}=null=${op === '=unknown='}`;
  }
  if (op === '=begins=') {
    return `${fact}==${quote(given[0] ?? '')}*`;
  }
  if (op === '=in=' || op === '=out=') {
    return `${fact}${op}(${given.map(quote).join(',')})`;
  }
  return `${fact}${op}${quote(given[0] ?? '')}`;
}

/** A value as it can stand in a filter. @param {string} value */
export function quote(value) {
  return /^[\p{L}\p{N}_.:@+-]+$/u.test(value) ? value : `'${value.replace(/[\\']/g, '\\$&')}'`;
}
