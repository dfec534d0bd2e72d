import {isInPlace} from './highlight.js';
import {problem, type Problem, type ProblemReason} from './file-problem.js';
import {looseEnds} from './references.js';
import type {AnyRecord} from './schema.js';

/** A file as far as its records have to fit each other. */
interface Checked {
  readonly kind: 'backup' | 'publication' | 'parcel' | 'alliance';
  readonly alliance: string;
  readonly records: readonly AnyRecord[];
  readonly results?: readonly {readonly round: string}[];
  readonly voteResults?: readonly {readonly round: string}[];
}

/** What keeps a file out, and what only has to be told. */
export interface Findings {
  readonly problems: readonly Problem[];
  readonly reported: readonly Problem[];
}

/**
 * Whether the records of a file fit each other.
 *
 * Refused in every file: two records with one id. In a backup and a publication also: another alliance than it names, a
 * question that asks a version it does not have, and a record without which no figure could be trusted, as a round
 * without its profile version. In a publication also: whatever cuts the thread from a value to the words in a quote, and
 * figures of what is not closed, or twice of one round.
 *
 * Reported, and let in: other loose ends in a backup, because people change and withdraw what they said after it was
 * highlighted, and a backup that cannot be put back is none. A parcel names rounds of the alliance it is for.
 */
export function checkFile(file: Checked): Findings {
  const doubles = doubleIds(file.records);
  if (file.kind === 'parcel') return {problems: doubles, reported: []};
  const strict = file.kind !== 'backup';
  const [refused, loose] = missingRecords(file.records, strict);
  const cut = cutHighlights(file.records);
  const always = [...doubles, ...wrongAlliances(file), ...wrongQuestions(file.records), ...refused];
  return strict
    ? {problems: [...always, ...cut, ...valuesWithoutWords(file.records), ...wrongResults(file)], reported: loose}
    : {problems: always, reported: [...loose, ...cut]};
}

type Records = Checked['records'];
/** What is wrong with a record, and at which key. */
type Fault = readonly [reason: ProblemReason, key?: string | undefined];

/** The problems of records, with the place of each in the file. */
function faults(records: Records, faultOf: (record: AnyRecord) => Fault | false): Problem[] {
  return records.flatMap((record, place) => {
    const fault = faultOf(record);
    if (fault === false) return [];
    const [reason, key] = fault;
    return [problem(reason, {record, path: `records[${place}]`, ...(key === undefined ? {} : {key})})];
  });
}

function doubleIds(records: Records): Problem[] {
  const seen = new Set<string>();
  return faults(records, ({id}) => seen.size === seen.add(id).size && ['double-id']);
}

function wrongAlliances({alliance, records}: Checked): Problem[] {
  const first = records.find(({kind}) => kind === 'alliance');
  if (first === undefined) return [problem('wrong-alliance', {key: 'alliance'})];
  return faults(
    records,
    record => record.kind === 'alliance' && (record !== first || record.id !== alliance) && ['wrong-alliance'],
  );
}

function wrongQuestions(records: Records): Problem[] {
  return faults(
    records,
    record => record.kind === 'question' && record.asked >= record.versions.length && ['wrong-value', 'asked'],
  );
}

/** The references that lead nowhere: those that keep a file out, and the others. At most one of each per record. */
function missingRecords(records: Records, strict: boolean): readonly [refused: Problem[], loose: Problem[]] {
  const [needed, hoped] = [new Map<AnyRecord, string>(), new Map<AnyRecord, string>()];
  for (const {record, end} of looseEnds(records)) {
    const isNeeded = end.need === 'always' || (strict && end.need === 'publication');
    (isNeeded ? needed : hoped).set(record, end.key);
  }
  const missing = (keys: ReadonlyMap<AnyRecord, string>) =>
    faults(records, record => keys.has(record) && ['missing-record', keys.get(record)]);
  return [missing(needed), missing(hoped)];
}

/** Highlights whose words are not in their quote at that place. Of a quote that is not there nothing can be said. */
function cutHighlights(records: Records): Problem[] {
  const texts = new Map(records.flatMap(record => (record.kind === 'quote' ? [[record.id, record.text]] : [])));
  return faults(records, record => {
    const text = record.kind === 'highlight' ? texts.get(record.quote) : undefined;
    const isCut = record.kind === 'highlight' && text !== undefined && !isInPlace(record, text);
    return isCut && ['words-not-in-quote', 'exact'];
  });
}

function valuesWithoutWords(records: Records): Problem[] {
  const said = new Set(records.flatMap(record => (record.kind === 'highlight' ? [record.value] : [])));
  return faults(records, ({kind, id}) => kind === 'value' && !said.has(id) && ['words-not-in-quote']);
}

function wrongResults({records, results = [], voteResults = []}: Checked): Problem[] {
  const closed = new Set(
    records.flatMap(record =>
      'status' in record && record.status === 'closed' ? [`${record.kind} ${record.id}`] : [],
    ),
  );
  const rounds = [
    ...results.map(({round}) => ({kind: 'round', id: round})),
    ...voteResults.map(({round}) => ({kind: 'vote-round', id: round})),
  ];
  const seen = new Set<string>();
  return [
    ...rounds.filter(({id}) => seen.size === seen.add(id).size).map(record => problem('double-id', {record})),
    ...rounds.filter(({kind, id}) => !closed.has(`${kind} ${id}`)).map(record => problem('round-not-closed', {record})),
  ];
}
