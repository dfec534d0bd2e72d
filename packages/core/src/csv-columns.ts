/** What the columns of a file are. */
export interface Columns {
  readonly type: 'columns';
  /** Their names; `1`, `2`, … in a file without a header. */
  readonly names: readonly string[];
  readonly header: boolean;
  /** Place of the column with the texts, from 0. */
  readonly text: number;
  /** Place of the column that says which texts were withheld. */
  readonly status: number | undefined;
}

export interface NoColumn {
  readonly type: 'no-column';
  readonly reason: 'no-text-column' | 'unknown-column';
  readonly names: readonly string[];
}

type Cells = readonly string[];

/** Names that a column of texts has in the exports of survey tools, the surest first. */
const textNames = [
  ...['comment body', 'comment', 'text', 'tekst', 'quote', 'citaat', 'uw antwoord', 'antwoord', 'reactie', 'opmerking'],
  ...['answer', 'response', 'statement', 'stelling', 'bijdrage', 'bericht', 'body', 'inhoud', 'toelichting', 'idee'],
];
/** `moderated` is Polis' own: −1 is withheld, 0 not looked at, 1 let through. */
const statusNames = ['moderated', 'withheld', 'ingehouden', 'hidden', 'verborgen', 'held', 'status'];
const withheldWords = [
  '-1',
  'withheld',
  'ingehouden',
  'hidden',
  'verborgen',
  'held',
  'refused',
  'geweigerd',
  'afgewezen',
];
const yesWords = ['1', 'true', 'waar', 'ja', 'j', 'yes', 'y', 'x'];

/**
 * The columns of a file by its first rows. The texts are in the column asked for; else in one with a usual name;
 * else in the one with the longest prose on average: words, not numbers, dates or links.
 */
export function findColumns(rows: readonly Cells[], wanted?: string): Columns | NoColumn {
  const first = rows[0] ?? [];
  const named = wanted === undefined ? -1 : placeOf([wanted], first);
  const header = named !== -1 || isHeader(first);
  const names = header ? first.map(name => name.trim()) : first.map((_, place) => String(place + 1));
  const found = header ? placeOf(statusNames, first) : -1;
  const status = found === -1 ? undefined : found;
  const body = header ? rows.slice(1) : rows;
  const text = wanted === undefined ? textColumn(names, body, status) : placeOf([wanted], names);
  if (text !== -1) return {type: 'columns', names, header, text, status: status === text ? undefined : status};
  return {type: 'no-column', reason: wanted === undefined ? 'no-text-column' : 'unknown-column', names};
}

/** Whether a row says that its text was withheld. In Polis' column `moderated` a 1 says that it was let through. */
export function isWithheld(cell: string, columnName: string): boolean {
  const word = plain(cell);
  return withheldWords.includes(word) || (plain(columnName) !== 'moderated' && yesWords.includes(word));
}

function textColumn(names: Cells, body: readonly Cells[], status: number | undefined): number {
  const usual = placeOf(textNames, names);
  if (usual !== -1) return usual;
  const lengths = names.map((_, place) => (place === status ? 0 : proseLength(body.map(cells => cells[place] ?? ''))));
  const longest = Math.max(...lengths);
  return longest > 0 ? lengths.indexOf(longest) : -1;
}

/** Average length, in UTF-16 units, of what is prose: two words or more. */
function proseLength(cells: Cells): number {
  const prose = cells.filter(cell => /\p{L}+[^\p{L}\d]*\s[^\p{L}\d]*\p{L}/u.test(cell.slice(0, 500)));
  return prose.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, cells.length);
}

/** A first row of names: no number or date among them, and no sentence but a question. */
function isHeader(cells: Cells): boolean {
  if (placeOf([...textNames, ...statusNames], cells) !== -1) return true;
  const isNumber = (cell: string) => /\d/.test(cell) && /^[\d\s.,:/+-]+$/.test(cell);
  const isSentence = (cell: string) => !/[?:]\s*$/.test(cell) && cell.trim().split(/\s+/).length > 4;
  return cells.some(cell => cell.trim() !== '') && !cells.some(cell => isNumber(cell) || isSentence(cell));
}

/** Place of the first of these names that is there, or −1. Case, spaces, dashes and underscores do not count. */
function placeOf(wanted: Cells, names: Cells): number {
  const there = names.map(plain);
  return wanted.map(name => there.indexOf(plain(name))).find(place => place !== -1) ?? -1;
}

function plain(name: string): string {
  const words = name.normalize('NFKC').trim().toLowerCase();
  return /^[-−]\d/.test(words) ? words.replace('−', '-') : words.replace(/[\s_-]+/g, ' ');
}
