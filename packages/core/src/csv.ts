import {findColumns, isWithheld, type Columns} from './csv-columns.js';
import {readRows, type Row} from './csv-rows.js';

/** One text of a file. */
export interface ReadQuote {
  /** Without spaces around it; line breaks as `\n`. */
  readonly text: string;
  /** Whether the file says that it was withheld. */
  readonly held: boolean;
  /** Line of the file that its row begins on, from 1. */
  readonly line: number;
}

/** A row that is not taken. Nothing of its text is kept. */
export interface RefusedRow {
  readonly line: number;
  /**
   * - `malformed`: a quotation mark or delimiter too many or too few, so that the text may not be whole. A cell that is
   *   opened and not closed goes on to the next mark that can close it: rather a few rows lost than a made-up one.
   * - `unreadable`: signs that were lost when the file was decoded; it is not UTF-8.
   * - `too-long`, `too-many`: beyond `longest`, beyond `limit`.
   */
  readonly reason: 'empty' | 'malformed' | 'unreadable' | 'too-long' | 'too-many';
}

/** A file that could be read, be it for some of its rows. */
export interface QuotesFile {
  readonly type: 'read';
  readonly columns: readonly string[];
  /** Whether the first row was read as names of columns. */
  readonly header: boolean;
  readonly textColumn: string;
  /** Column that says which texts were withheld. */
  readonly statusColumn?: string;
  readonly quotes: readonly ReadQuote[];
  /** The first 100 rows that are not taken, and how many there are. */
  readonly refused: readonly RefusedRow[];
  readonly refusedTotal: number;
  /** Number of rows without the header and without blank ones. */
  readonly total: number;
}

/** A file that could not be read; nothing of it is taken. */
export interface RefusedFile {
  readonly type: 'refused';
  readonly reason: 'binary' | 'cell-too-long' | 'no-rows' | 'no-text-column' | 'unknown-column' | 'stopped';
  /** Where reading stopped. */
  readonly line?: number;
  /** The columns that there are. */
  readonly columns?: readonly string[];
}

export interface ReadOptions {
  /** Name of the column with the texts; without it, it is looked for. */
  readonly textColumn?: string | undefined;
  /** Longest text that is taken, in UTF-16 units; 5,000 as in the schema of a quote. */
  readonly longest?: number | undefined;
  /** Most texts that are taken, 10,000. The rows after them are counted. */
  readonly limit?: number | undefined;
  /** Awaited between slices of at most 2,000 rows, so that a page stays alive. */
  readonly pause?: (() => Promise<void>) | undefined;
  readonly signal?: {readonly aborted: boolean} | undefined;
}

/**
 * The quotes in a CSV file: delimited by comma, semicolon or tab, with any newline, with or without a byte order mark
 * and header. Decoding it as UTF-8 is for the caller. Blank rows are left out; bad input is told, never thrown.
 */
export async function readQuotes(
  chunks: AsyncIterable<string> | Iterable<string>,
  options: ReadOptions = {},
): Promise<QuotesFile | RefusedFile> {
  const reading: Reading = {options, waiting: [], quotes: [], refused: [], refusedTotal: 0, total: 0};
  for await (const slice of readRows(chunks)) {
    if (options.signal?.aborted === true) return {type: 'refused', reason: 'stopped'};
    if (slice.type === 'refused') return slice;
    reading.waiting.push(...slice.rows.filter(({cells}) => cells.join('').trim() !== ''));
    // The columns are found by the header and the rows under it.
    if (reading.columns !== undefined || reading.waiting.length > 1) {
      const refusal = readWaiting(reading);
      if (refusal !== undefined) return refusal;
    }
    await options.pause?.();
  }
  return readWaiting(reading) ?? result(reading);
}

interface Reading {
  readonly options: ReadOptions;
  columns?: Columns;
  /** Rows that were cut but not looked at yet. */
  waiting: Row[];
  readonly quotes: ReadQuote[];
  readonly refused: RefusedRow[];
  refusedTotal: number;
  total: number;
}

/** Most rows by which columns are found, and most refused rows that are listed. */
const FIRST_ROWS = 50;
const LISTED = 100;

function readWaiting(reading: Reading): RefusedFile | undefined {
  let rows = reading.waiting;
  reading.waiting = [];
  if (reading.columns === undefined) {
    const first = rows.slice(0, FIRST_ROWS).map(({cells}) => cells);
    const columns = findColumns(first, reading.options.textColumn);
    if (rows.length === 0 || (rows.length === 1 && columns.type === 'columns' && columns.header))
      return {type: 'refused', reason: 'no-rows', columns: columns.names};
    if (columns.type === 'no-column') return {type: 'refused', reason: columns.reason, columns: columns.names};
    reading.columns = columns;
    if (columns.header) rows = rows.slice(1);
  }
  for (const row of rows) readRow(row, reading.columns, reading);
  return undefined;
}

function readRow(row: Row, columns: Columns, reading: Reading): void {
  const text = (row.cells[columns.text] ?? '').replace(/\r\n?/g, '\n').trim();
  const whole = !row.malformed && isWhole(row.cells, columns);
  const reason = whole ? refusalOf(text, reading) : 'malformed';
  reading.total++;
  if (reason === undefined) {
    reading.quotes.push({text, held: isHeld(row.cells, columns), line: row.line});
  } else {
    reading.refusedTotal++;
    if (reading.refused.length < LISTED) reading.refused.push({line: row.line, reason});
  }
}

function refusalOf(text: string, {options, quotes}: Reading): RefusedRow['reason'] | undefined {
  const {longest = 5_000, limit = 10_000} = options;
  if (text === '') return 'empty';
  if (text.includes('\uFFFD')) return 'unreadable';
  if (text.length > longest) return 'too-long';
  return quotes.length >= limit ? 'too-many' : undefined;
}

/** One delimiter too many cuts a text in two, one too few hides whether it was withheld. Empty cells may follow. */
function isWhole(cells: readonly string[], {names, text, status = 0}: Columns): boolean {
  return cells.length > Math.max(text, status) && cells.slice(names.length).every(cell => cell.trim() === '');
}

function isHeld(cells: readonly string[], {names, status}: Columns): boolean {
  return status !== undefined && isWithheld(cells[status] ?? '', names[status] ?? '');
}

function result({columns, quotes, refused, refusedTotal, total}: Reading): QuotesFile | RefusedFile {
  if (columns === undefined) return {type: 'refused', reason: 'no-rows'};
  const {names, header, text, status} = columns;
  const statusColumn = status === undefined ? undefined : names[status];
  return {
    type: 'read',
    columns: names,
    header,
    textColumn: names[text] ?? '',
    ...(statusColumn === undefined ? {} : {statusColumn}),
    quotes,
    refused,
    refusedTotal,
    total,
  };
}
