import type {Database} from '../database/open.js';
import {locking, rowsFrom} from '../database/rows.js';

/** What a flush asks of the database, made once per kind of database. Each takes one parameter: a JSON list of rows. */
export interface Statements {
  /** Cards by alliance and id, kept from changing. */
  readonly cards: string;
  /** Codes by alliance, round and hash, kept from being spent by another. */
  readonly codes: string;
  /** Voices by alliance and id, kept from changing: those of open subjects, and of closed ones. */
  readonly open: string;
  readonly settled: string;
  readonly insert: string;
  readonly updateOpen: string;
  readonly updateSettled: string;
  readonly spend: string;
  readonly tally: string;
  readonly revise: string;
}

/** @returns The statements for this kind of database. */
export function statements(kind: Database['kind']): Statements {
  const named = rowsFrom(kind, {alliance: 'text', id: 'text'});
  const coded = rowsFrom(kind, {alliance: 'text', round: 'text', hash: 'text'});
  const changed = rowsFrom(kind, {alliance: 'text', id: 'text', body: 'text'});
  const voice = {alliance: 'text', subject: 'text', id: 'text', kind: 'text', body: 'text', receipt: 'text'} as const;
  const counted = {
    alliance: 'text',
    round: 'text',
    value: 'text',
    score: 'integer',
    shard: 'integer',
    n: 'integer',
  } as const;
  const isCode = 'code.alliance = given.alliance and code.round = given.round and code.hash = given.hash';
  const columns = Object.keys(voice).join(', ');
  const found = (table: string, column: string, strength: 'share' | 'update') =>
    `select ${table}.* from ${named} join ${table} on ${table}.alliance = given.alliance and ${table}.id = given.id
      order by ${table}.${column} ${locking(kind, strength, table)}`;
  const update = (table: string) =>
    `update ${table} set body = given.body from ${changed}
      where ${table}.alliance = given.alliance and ${table}.id = given.id`;
  return {
    cards: found('card', 'id', 'share'),
    codes: `select code.* from ${coded} join code on ${isCode}
      order by code.hash ${locking(kind, 'update', 'code')}`,
    open: found('voice', 'id', 'update'),
    settled: found('settled_voice', 'id', 'update'),
    // Always in the same order, so that no two flushes wait for each other.
    insert: `insert into voice (${columns}) select ${columns} from ${rowsFrom(kind, voice)} order by id`,
    updateOpen: update('voice'),
    updateSettled: update('settled_voice'),
    spend: `update code set spent = 1 from ${coded} where ${isCode}`,
    tally: `insert into tally (alliance, round, value, score, shard, n)
      select alliance, round, value, score, shard, n from ${rowsFrom(kind, counted)} where true
      order by round, value, score
      on conflict (alliance, round, value, score, shard) do update set n = tally.n + excluded.n`,
    revise: `update alliance set revision = revision + 1
      where id in (select id from ${rowsFrom(kind, {id: 'text'})})`,
  };
}
