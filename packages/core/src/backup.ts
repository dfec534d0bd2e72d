import {ofKind} from './publication.js';
import {shuffle, type Random} from './random.js';
import type {AnyRecord, Voice} from './schema.js';

/** Every record of an alliance, without receipts. Says itself that it is not for publication. */
export interface Backup {
  readonly schema: 1;
  readonly kind: 'backup';
  readonly notice: string;
  /** Id of the alliance, whose record is among the records. */
  readonly alliance: string;
  readonly records: readonly AnyRecord[];
}

/** The contributions that were made on one device, for the facilitator to import. */
export interface Parcel {
  readonly schema: 1;
  readonly kind: 'parcel';
  /** Id of the alliance that they are for. */
  readonly alliance: string;
  readonly records: readonly Voice[];
}

/** For a person who opens the file in an editor. */
const NOTICE = 'Not for publication. This backup holds every ballot and everything that was not released.';

/**
 * Every record of an alliance, by id, so that the order tells nothing.
 *
 * @throws Error without a record of the alliance.
 */
export function backup(records: readonly AnyRecord[]): Backup {
  const [alliance] = ofKind(records, 'alliance');
  if (alliance === undefined) throw new Error('These records have no alliance.');
  return {schema: 1, kind: 'backup', notice: NOTICE, alliance: alliance.id, records: byId(records)};
}

/** The contributions among these records, shuffled, for the alliance with this id. Nothing else is taken along. */
export function parcel(alliance: string, records: readonly AnyRecord[], random: Random): Parcel {
  const voices = records.filter(isVoice);
  return {schema: 1, kind: 'parcel', alliance, records: shuffle(byId(voices), random)};
}

function byId<R extends AnyRecord>(records: readonly R[]): R[] {
  return [...records].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function isVoice(record: AnyRecord): record is Voice {
  return record.kind in voices;
}

/** Every kind of voice; a new kind does not compile until it is listed. */
const voices: Readonly<Record<Voice['kind'], true>> = {quote: true, 'rubric-vote': true, ballot: true, reason: true};
