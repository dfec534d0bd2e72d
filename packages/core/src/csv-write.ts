/** What stands in a cell. A string is text, also when it looks like a number. Nothing is an empty cell. */
export type Cell = string | number | null | undefined;

export interface CsvOptions {
  /** Dutch Excel takes a semicolon for granted: the default. */
  readonly delimiter?: ';' | ',' | '\t' | undefined;
  /** Sign before the first decimal of a number; a comma by default, a point where the comma is the delimiter. */
  readonly decimal?: ',' | '.' | undefined;
  /** Begin with a byte order mark, by which Excel knows that it is UTF-8: `true` by default. */
  readonly bom?: boolean | undefined;
}

/**
 * A table for a spreadsheet, one row per line. No text can start a formula: one that begins with `=`, `+`, `-`, `@`, a
 * tab or a newline, perhaps after spaces or quotation marks, gets an apostrophe before it. Numbers stay numbers;
 * those that are not finite become empty.
 *
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export function toCsv(rows: Iterable<readonly Cell[]>, options: CsvOptions = {}): string {
  const {delimiter = ';', bom = true} = options;
  const decimal = options.decimal ?? (delimiter === ',' ? '.' : ',');
  const lines = Array.from(rows, cells => cells.map(cell => written(cell, delimiter, decimal)).join(delimiter));
  return (bom ? '\uFEFF' : '') + lines.map(line => `${line}\r\n`).join('');
}

/** The text of a cell that `toCsv` wrote, without the apostrophe it put before it. */
export function withoutApostrophe(text: string): string {
  return text.startsWith("'") && startsFormula(text.slice(1)) ? text.slice(1) : text;
}

function written(cell: Cell, delimiter: string, decimal: string): string {
  if (typeof cell === 'string') return quoted(startsFormula(cell) ? `'${cell}` : cell);
  const number = Number.isFinite(cell) ? String(cell).replace('.', decimal) : '';
  return number.includes(delimiter) ? `"${number}"` : number;
}

/** The full-width signs start a formula in Japanese and Chinese spreadsheets. */
function startsFormula(text: string): boolean {
  return /^(?:["'“”‘’]*[\t\r\n]|[\s"'“”‘’]*[=+\-@＝＋－＠])/u.test(text);
}

/** With any delimiter in it, so that a file that is opened with another one than it has is cut at the same places. */
function quoted(text: string): string {
  return /["\r\n;,\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
