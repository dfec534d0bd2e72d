import Papa from 'papaparse';

/** One row of a file. */
export interface Row {
  readonly cells: readonly string[];
  /** Line of the file that it begins on, from 1. A cell may go on over several lines. */
  readonly line: number;
  /** A quotation mark is not where it can be, so nobody can tell where a cell ends. */
  readonly malformed: boolean;
}

/** How a file is written. A file of one column has a delimiter that does not occur. */
export interface Dialect {
  readonly delimiter: string;
  readonly newline: '\n' | '\r';
}

/** A piece of work after which a page gets its turn, or the reason why reading stops. */
export type Slice =
  | {readonly type: 'rows'; readonly rows: readonly Row[]}
  | {readonly type: 'refused'; readonly reason: 'binary' | 'cell-too-long'; readonly line: number};

/** Most text, in UTF-16 units, and most rows of one slice: some 10 ms on a laptop, 40 ms on a slow phone. */
const SLICE = 65_536;
const SLICE_ROWS = 2_000;
/** Longest row, in UTF-16 units: 50 times the longest contribution. What is longer misses a quotation mark. */
const LONGEST_ROW = 262_144;

/** ASCII's own separator of units, which nobody types: the delimiter of a file that has none. */
const NO_DELIMITER = '\x1f';

/** The rows of a file that comes in pieces of any size. The memory it takes does not grow with the file. */
export async function* readRows(chunks: AsyncIterable<string> | Iterable<string>): AsyncGenerator<Slice, void> {
  let [text, line, dialect]: [string, number, Dialect | undefined] = ['', 1, undefined];
  for await (const {piece, last} of pieces(chunks)) {
    if (piece.includes('\0')) {
      yield {type: 'refused', reason: 'binary', line};
      return;
    }
    text += dialect === undefined ? piece.replace(/^\uFEFF/, '') : piece;
    dialect ??= findDialect(text, last);
    for (let full = true; full;) {
      const taken = takeRows(text, dialect, {line, last, most: SLICE_ROWS});
      ({rest: text, line} = taken);
      full = taken.rows.length === SLICE_ROWS;
      if (taken.rows.length > 0) yield {type: 'rows', rows: taken.rows};
    }
    if (text.length > LONGEST_ROW) {
      yield {type: 'refused', reason: 'cell-too-long', line};
      return;
    }
  }
}

interface Taking {
  /** Line that the text begins on. */
  readonly line: number;
  /** Whether the text ends the file. Else a row is only taken with its newline. */
  readonly last: boolean;
  readonly most: number;
}

interface Taken {
  readonly rows: readonly Row[];
  readonly rest: string;
  readonly line: number;
}

/** At most so many rows from the beginning of a text, and the text after them with the line that it begins on. */
export function takeRows(text: string, {delimiter, newline}: Dialect, {line, last, most}: Taking): Taken {
  const rows: Row[] = [];
  let taken = 0;
  const parser = new Papa.Parser({
    delimiter,
    newline,
    step: ({data: [cells = []], errors, meta}) => {
      rows.push({cells: withoutReturn(cells), line, malformed: errors.length > 0});
      line += newlinesIn(text.slice(taken, meta.cursor), newline);
      taken = meta.cursor;
      if (rows.length === most) parser.abort();
    },
  });
  parser.parse(text, 0, !last);
  return {rows, rest: text.slice(taken), line};
}

/** The delimiter that cuts most rows into as many cells as the first one. @see takeRows */
export function findDialect(text: string, last: boolean): Dialect {
  const newline = /^(?:"[^"]*"|[^"\r\n])*\r(?!\n)/.test(text.slice(0, LONGEST_HEADER)) ? '\r' : '\n';
  let best = {delimiter: NO_DELIMITER, share: 0.5, width: 1};
  for (const delimiter of [';', ',', '\t']) {
    const {rows} = takeRows(text, {delimiter, newline}, {line: 1, last, most: 50});
    const filled = rows.filter(({cells}) => cells.join('').trim() !== '');
    const width = filled[0]?.cells.length ?? 0;
    const share = filled.filter(({cells}) => cells.length === width).length / filled.length;
    if (width > 1 && (share > best.share || (share === best.share && width > best.width))) {
      best = {delimiter, share, width};
    }
  }
  return {delimiter: best.delimiter, newline};
}

const LONGEST_HEADER = 4_096;

/** Pieces of at least a slice, but for the last one; a string of any length is cut. */
async function* pieces(
  chunks: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<{piece: string; last: boolean}> {
  let waiting = '';
  for await (const chunk of typeof chunks === 'string' ? [chunks] : chunks) {
    waiting += chunk;
    let from = 0;
    for (; waiting.length - from > SLICE; from += SLICE) yield {piece: waiting.slice(from, from + SLICE), last: false};
    waiting = waiting.slice(from);
  }
  yield {piece: waiting, last: true};
}

/** Windows ends a line with two signs; the first of them is no part of the last cell. The cells were just made. */
function withoutReturn(cells: string[]): readonly string[] {
  const last = cells.at(-1);
  if (last?.endsWith('\r') === true) cells[cells.length - 1] = last.slice(0, -1);
  return cells;
}

function newlinesIn(text: string, newline: string): number {
  let count = 0;
  for (let at = text.indexOf(newline); at !== -1; at = text.indexOf(newline, at + 1)) count++;
  return count;
}
