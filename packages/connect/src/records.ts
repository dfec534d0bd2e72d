import type {Collector} from './collector.js';
import {isNewer, newest, type PublishedResult, type PublishedVotes} from '@samenwaarde/core';
import type {AnyRecord, Kind, RecordOf} from '@samenwaarde/core/schema';

/** Everything that is known of an alliance: what the page brought and what the device keeps. Never mutated. */
export interface Known {
  readonly records: ReadonlyMap<string, AnyRecord>;
  /** Figures that came with a publication, which has no ballots to count. */
  readonly results: readonly PublishedResult[];
  readonly voteResults: readonly PublishedVotes[];
  /** It came, or a part of it, as a publication: what everybody may read, and not all there is. */
  readonly isPublished: boolean;
  /** Where contributions go. Without it they stay in this browser. */
  readonly collector?: Collector;
}

export const nothingKnown: Known = {records: new Map(), results: [], voteResults: [], isPublished: false};

const remembered = new WeakMap<Known, Map<string, unknown>>();

/** What was made before of the same knowledge under this key, or else makes it: typing does not count ballots again. */
export function once<Result>(known: Known, key: string, make: () => Result): Result {
  const results = remembered.get(known) ?? new Map<string, unknown>();
  remembered.set(known, results);
  if (!results.has(key)) results.set(key, make());
  return results.get(key) as Result;
}

/** The records of one kind. */
export function ofKind<K extends Kind>(known: Known, kind: K): readonly RecordOf<K>[] {
  return once(known, kind, () =>
    [...known.records.values()].filter((record): record is RecordOf<K> => record.kind === kind),
  );
}

/** The record with that id, if it is of that kind. */
export function find<K extends Kind>({records}: Known, kind: K, id: string): RecordOf<K> | undefined {
  const record = records.get(id);
  return record?.kind === kind ? (record as RecordOf<K>) : undefined;
}

/**
 * All that two know, such as the page and what the device keeps over it: of a method card the newer version, of anything
 * else the upper one, which a person may have changed here.
 */
export function joined(below: Known, above: Known): Known {
  const records = new Map(below.records);
  for (const [id, record] of above.records) {
    const other = records.get(id);
    const isOld = other && 'counter' in other && 'counter' in record && isNewer(other, record);
    if (!isOld) records.set(id, record);
  }
  return {
    ...below,
    records,
    results: [...below.results, ...above.results],
    voteResults: [...below.voteResults, ...above.voteResults],
    isPublished: below.isPublished || above.isPublished,
  };
}

type Asking = RecordOf<'question' | 'round' | 'vote-round'>;

/** The one that the page chose by id; else the last one with the wished status, else the last one. */
export function chosen<K extends Asking['kind']>(
  known: Known,
  kind: K,
  {id, status: wished}: {readonly id: string | undefined; readonly status: Asking['status']},
): RecordOf<K> | undefined {
  if (id) return find(known, kind, id);
  const all: readonly Asking[] = ofKind(known, kind);
  return (newest(all.filter(({status}) => status === wished)) ?? newest(all)) as RecordOf<K> | undefined;
}
