import {canonical} from './canonical.js';
import {isNewer, type MethodCard} from './method-card.js';
import type {AnyRecord, Kind} from './schema.js';

/** Something that came in and was not taken, or taken by lot. */
export interface ReportedRecord {
  readonly id: string;
  readonly kind: Kind;
  /**
   * - `another-body`: a contribution or position with this id was there and says something else. The first stays.
   * - `another-kind`: the id belongs to a record of another kind, which no honest file has. The first stays.
   * - `same-counter`: two versions of a card made at once by one device. The same one wins everywhere, by its text.
   */
  readonly reason: 'another-body' | 'another-kind' | 'same-counter';
}

/** What an import does. */
export interface Union {
  /** All records, ordered by id: the order tells nothing. */
  readonly records: readonly AnyRecord[];
  /** Number of records that were not there, that took the place of an older version, and that changed nothing. */
  readonly added: number;
  readonly replaced: number;
  readonly unchanged: number;
  readonly reported: readonly ReportedRecord[];
}

/** A file that can be imported, as far as its import needs to know. */
export interface Importable {
  readonly kind: 'backup' | 'parcel';
  readonly alliance: string;
  readonly records: readonly AnyRecord[];
}

export type Import =
  | ({readonly type: 'imported'} & Union)
  /** The file is of another alliance than the records, or holds contributions to an alliance that is not here. */
  | {readonly type: 'refused'; readonly reason: 'another-alliance'; readonly alliance: string};

/**
 * The records with those of a file: all of it, or nothing when it belongs to another alliance. Into nothing only a
 * backup fits.
 */
export function importFile(kept: readonly AnyRecord[], file: Importable): Import {
  const fits = kept.some(({kind, id}) => kind === 'alliance' && id === file.alliance);
  const empty = kept.length === 0 && file.kind === 'backup';
  if (!fits && !empty) return {type: 'refused', reason: 'another-alliance', alliance: file.alliance};
  return {type: 'imported', ...union(kept, file.records)};
}

/**
 * The records of both, one per id. The same body changes nothing, in whatever order of keys. Of a voice or position
 * with another body the first stays, and it is reported. Of a method card the newer version wins, whichever came first.
 *
 * Again with the same records it changes nothing. Three unions in a row come out alike however grouped, as long
 * as an id is always of one kind; of method cards alone they do so in any order.
 */
export function union(kept: readonly AnyRecord[], incoming: readonly AnyRecord[]): Union {
  const records = new Map(kept.map(record => [record.id, record]));
  const reported: ReportedRecord[] = [];
  const count = {added: 0, replaced: 0, unchanged: 0};
  for (const record of incoming) {
    const {outcome, reason} = meet(records.get(record.id), record);
    if (outcome !== 'unchanged') records.set(record.id, record);
    if (reason !== undefined) reported.push({id: record.id, kind: record.kind, reason});
    count[outcome]++;
  }
  return {records: [...records.values()].sort((a, b) => (a.id < b.id ? -1 : 1)), ...count, reported};
}

interface Meeting {
  readonly outcome: 'added' | 'replaced' | 'unchanged';
  readonly reason?: ReportedRecord['reason'];
}

function meet(first: AnyRecord | undefined, record: AnyRecord): Meeting {
  if (first === undefined) return {outcome: 'added'};
  const [before, after] = [canonical(first), canonical(record)];
  if (before === after) return {outcome: 'unchanged'};
  if (first.kind !== record.kind) return {outcome: 'unchanged', reason: 'another-kind'};
  if (!isCard(first) || !isCard(record)) return {outcome: 'unchanged', reason: 'another-body'};
  if (isNewer(record, first)) return {outcome: 'replaced'};
  if (isNewer(first, record)) return {outcome: 'unchanged'};
  return {outcome: after > before ? 'replaced' : 'unchanged', reason: 'same-counter'};
}

function isCard(record: AnyRecord): record is AnyRecord & MethodCard {
  return 'counter' in record;
}
