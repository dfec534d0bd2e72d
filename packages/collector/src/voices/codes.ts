import {createHmac} from 'node:crypto';
import {codeCard, parseCodeCard, shuffle} from '@samenwaarde/core';
import type {Round} from '@samenwaarde/core/schema';
import type {Database} from '../database/open.js';
import {insertRows, locking, rowsFrom} from '../database/rows.js';
import {run, transact, type Connection} from '../database/transact.js';
import {Problem} from '../http/problem.js';
import type {Parts} from '../parts.js';

/** The round that codes are for. */
interface Of {
  /** Id of the alliance. */
  readonly alliance: string;
  /** Id of the round. */
  readonly round: string;
}

/** The codes of code cards: made once, kept as keyed hashes only. */
export interface Codes {
  /**
   * New codes, in a random order. They are told this once: nothing from which they could be read is kept.
   *
   * @param count 1–2000.
   * @param also What is written with them, or not at all.
   * @throws Problem 404 or 409 when there is no open round with code cards.
   */
  readonly issue: (
    of: Of,
    count: number,
    also?: (connection: Connection) => Promise<void>,
  ) => Promise<readonly string[]>;
  /** The keyed hash of a code that somebody typed; empty when it can be none of this round. */
  readonly hash: (of: Of, typed: string) => Promise<string>;
}

/** Milliseconds that a key is remembered: an alliance that ended may begin again, with the same round and another key. */
const REMEMBERED = 2_000;
/** Most keys that are remembered. */
const MOST_KEYS = 1_000;
/** Bytes of a key: as many as the hash has. */
const KEY_LENGTH = 32;

const CODE = {alliance: 'text', round: 'text', hash: 'text', spent: 'integer'} as const;

export function codes({database, random, clock}: Pick<Parts, 'database' | 'random' | 'clock'>): Codes {
  const remembered = rememberedKeys(database, clock);
  return {
    issue: async (of, count, also) => {
      const drawn = new Set<string>();
      while (drawn.size < count) drawn.add(codeCard(random));
      const fresh = Buffer.from(random(KEY_LENGTH)).toString('base64url');
      await transact(database, async connection => {
        await demandOpen(connection, database.kind, of);
        const key = await keyFor(connection, of, fresh);
        const rows = [...drawn].map(code => ({...of, hash: hashed(key, code), spent: 0}));
        rows.sort((a, b) => (a.hash < b.hash ? -1 : 1));
        await insertRows(connection, {kind: database.kind, table: 'code', columns: CODE}, rows);
        await also?.(connection);
      });
      return shuffle([...drawn], random);
    },
    async hash(of, typed) {
      const code = parseCodeCard(typed);
      const key = code === undefined ? undefined : await remembered(of);
      return code === undefined || key === undefined ? '' : hashed(key, code);
    },
  };
}

/** Finds the key of a round, without asking the database for every ballot. */
function rememberedKeys({query}: Database, clock: () => number): (of: Of) => Promise<string | undefined> {
  const keys = new Map<string, {readonly key: Promise<string | undefined>; readonly until: number}>();
  return of => {
    const name = `${of.alliance} ${of.round}`;
    const known = keys.get(name);
    if (known !== undefined && known.until > clock()) return known.key;
    const key = keyOf(query, of);
    const forget = () => keys.delete(name);
    if (keys.size >= MOST_KEYS) keys.clear();
    keys.set(name, {key, until: clock() + REMEMBERED});
    // The first codes of a round may be made any moment.
    key.then(found => found ?? forget(), forget);
    return key;
  };
}

function hashed(key: string, code: string): string {
  return createHmac('sha256', Buffer.from(key, 'base64url')).update(code).digest('hex');
}

async function demandOpen(connection: Connection, kind: Database['kind'], {alliance, round}: Of): Promise<void> {
  const [row] = await run<{body: string}>(
    connection,
    `select card.body from ${rowsFrom(kind, {alliance: 'text', id: 'text'})}
      join card on card.alliance = given.alliance and card.id = given.id ${locking(kind, 'share', 'card')}`,
    [JSON.stringify([{alliance, id: round}])],
  );
  const card = row && (JSON.parse(row.body) as Round);
  if (card?.kind !== 'round') throw new Problem(404, 'no-such-subject', {detail: 'There is no such round.'});
  if (card.status === 'closed') throw new Problem(409, 'closed', {detail: 'The round is closed.'});
  if (card.trust !== 'code-cards')
    throw new Problem(409, 'no-code-cards', {detail: 'Anybody may give marks in this round: it has no codes.'});
}

/** The key of a round, which is made with its first codes. Two collectors that make one at once end with the same. */
async function keyFor(connection: Connection, of: Of, fresh: string): Promise<string> {
  await connection
    .insertInto('code_key')
    .values({...of, key: fresh})
    .onConflict(conflict => conflict.doNothing())
    .execute();
  return (await keyOf(connection, of)) ?? fresh;
}

async function keyOf(connection: Connection, {alliance, round}: Of): Promise<string | undefined> {
  const row = await connection
    .selectFrom('code_key')
    .select('key')
    .where('alliance', '=', alliance)
    .where('round', '=', round)
    .executeTakeFirst();
  return row?.key;
}
