/** Joins conditions that must all hold; blank ones are left out. @param {(string | undefined)[]} filters */
export function both(...filters) {
  const given = filters.map((filter) => filter ?? '').filter((filter) => filter.trim());
  return given.length > 1 ? given.map((filter) => (/,/.test(filter) ? `(${filter})` : filter)).join(';') : (given[0] ?? '');
}

/** The condition that words be found in a customer. @param {string} words */
export function wordsFilter(words) {
  const clean = words.replace(/['"\\]/g, ' ').trim();
  return clean ? `search=text='${clean}'` : '';
}
