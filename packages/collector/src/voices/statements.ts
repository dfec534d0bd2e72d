import type {Database} from '../database/open.js';
import {isAmong, locking, rowsFrom} from '../database/rows.js';

/** What a flush asks of the database, made once per kind of database. */
export interface Statements {
  readonly kind: Database['kind'];
  /** Cards by lists of alliances and ids, kept from changing. */
  readonly cards: string;
  /** Codes by lists of alliances, rounds and hashes, kept from being spent by another. */
  readonly codes: string;
  /** Voices by lists of alliances and ids, kept from changing: those of open subjects, and of closed ones. */
  readonly open: string;
  readonly settled: string;
  /** Codes by lists, as above: a hash belongs to one round. */
  readonly spend: string;
  /** Writes parts of tallies again, and returns those that were there. Takes the JSON of a list of rows, as does `revise`. */
  readonly goOn: string;
  readonly revise: string;
}

/** Columns of a voice, as they are handed to the database. */
export const VOICE = {
  alliance: 'text',
  subject: 'text',
  id: 'text',
  kind: 'text',
  body: 'text',
  receipt: 'text',
  edition: 'integer',
} as const;
/** Columns of a part of a tally. */
export const PART = {alliance: 'text', round: 'text', part: 'text', body: 'text'} as const;

/** The statements for this kind of database. Rows are always taken in one order, so that no two flushes wait in turn. */
export function statements(kind: Database['kind']): Statements {
  const found = (table: string, strength: 'share' | 'update') =>
    `select * from ${table} where ${isAmong(kind, 'alliance', 1)} and ${isAmong(kind, 'id', 2)}
      order by id ${locking(kind, strength, table)}`;
  const codes = [isAmong(kind, 'alliance', 1), isAmong(kind, 'round', 2), isAmong(kind, 'hash', 3)].join(' and ');
  return {
    kind,
    cards: found('card', 'share'),
    codes: `select * from code where ${codes} order by hash ${locking(kind, 'update', 'code')}`,
    open: found('voice', 'update'),
    settled: found('settled_voice', 'update'),
    spend: `update code set spent = 1 where ${codes}`,
    goOn: `update tally set body = given.body from ${rowsFrom(kind, PART)}
      where tally.alliance = given.alliance and tally.round = given.round and tally.part = given.part
      returning tally.alliance, tally.round`,
    revise: `update alliance set revision = revision + 1
      where id in (select id from ${rowsFrom(kind, {id: 'text'})})`,
  };
}
