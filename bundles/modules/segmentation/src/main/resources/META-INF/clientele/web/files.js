/** The address of a file that a spreadsheet can open: it begins with the mark by which one tells its letters. @param {string} path @param {Record<string, string>} query what is blank is left out */
export function fileOf(path, query) {
  const given = Object.entries(query).filter(([, value]) => value);
  return `${path}?${new URLSearchParams([...given, ['bom', 'true']])}`;
}
