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
  /** Takes the JSON of a list of rows, as do `tally` and `revise`. */
  readonly insert: string;
  /** Codes by lists, as above: a hash belongs to one round. */
  readonly spend: string;
  readonly tally: string;
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
const TALLY = {
  ...({alliance: 'text', round: 'text', value: 'text'} as const),
  ...({score: 'integer', shard: 'integer', n: 'integer'} as const),
};

/** The statements for this kind of database. Rows are always taken in one order, so that no two flushes wait in turn. */
export function statements(kind: Database['kind']): Statements {
  const columns = Object.keys(VOICE).join(', ');
  const counted = Object.keys(TALLY).join(', ');
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
    insert: `insert into voice (${columns}) select ${columns} from ${rowsFrom(kind, VOICE)} order by id`,
    spend: `update code set spent = 1 where ${codes}`,
    tally: `insert into tally (${counted}) select ${counted} from ${rowsFrom(kind, TALLY)} where true
      order by round, value, score
      on conflict (alliance, round, value, score, shard) do update set n = tally.n + excluded.n`,
    revise: `update alliance set revision = revision + 1
      where id in (select id from ${rowsFrom(kind, {id: 'text'})})`,
  };
}
