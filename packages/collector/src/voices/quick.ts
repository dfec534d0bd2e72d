import type {Database} from '../database/open.js';
import {run} from '../database/transact.js';
import {scoresOf} from './count.js';
import type {Entry} from './entry.js';

/**
 * New contributions, with their tallies, in one statement: PostgreSQL asks the way to it and back once instead of seven
 * times. What is not quite so simple it leaves alone: an id that is there already, a card that is not as it was when the
 * contribution was checked.
 *
 * The cards are read first, and kept from changing: whoever closes one waits until this is done, or this waits and finds
 * another card. Parameters: rows of contributions, rows of cards, lists of the cards' alliances and ids, the shard.
 */
const STATEMENT = `
  with given as materialized (
    select * from json_to_recordset($1::json) as row(
      alliance text, subject text, id text, kind text, body text, receipt text, edition integer, scores json)
  ), checked as materialized (
    select * from json_to_recordset($2::json) as row(alliance text, id text, body text)
  ), held as (
    select alliance, id, body from card
    where alliance = any($3::text[]) and id = any($4::text[]) order by id for share
  ), fresh as (
    insert into voice (alliance, subject, id, kind, body, receipt, edition)
    select given.alliance, given.subject, given.id, given.kind, given.body, given.receipt, given.edition
    from given
    join held on held.alliance = given.alliance and held.id = given.subject
    join checked on checked.alliance = held.alliance and checked.id = held.id and checked.body = held.body
    where not exists (
      select from settled_voice where settled_voice.alliance = given.alliance and settled_voice.id = given.id)
    and not exists (select from card where card.alliance = given.alliance and card.id = given.id)
    order by given.id
    on conflict do nothing
    returning alliance, id
  ), counted as (
    insert into tally (alliance, round, value, score, shard, n)
    select given.alliance, given.subject, pair ->> 0, (pair ->> 1)::integer, $5::integer, count(*)
    from fresh
    join given on given.alliance = fresh.alliance and given.id = fresh.id
    cross join json_array_elements(given.scores) as pair
    group by 1, 2, 3, 4 order by 1, 2, 3, 4
    on conflict (alliance, round, value, score, shard) do update set n = tally.n + excluded.n
  )
  select alliance, id from fresh`;

/** Whether it may go the quick way: it is given, nobody sees it at once, and no code has to be spent for it. */
function isSimple({record, needs, isPublic}: Entry): boolean {
  return record !== undefined && needs === undefined && !isPublic;
}

/** Writes those of the entries that are simple and new. @returns The entries that were written. */
export async function writeNew(
  {query}: Database,
  entries: readonly Entry[],
  shard: number,
): Promise<ReadonlySet<Entry>> {
  // Of two with one id the second changes the first, or is the same.
  const simple = new Map<string, Entry>();
  for (const entry of entries) {
    const key = `${entry.alliance} ${entry.id}`;
    if (isSimple(entry) && !simple.has(key)) simple.set(key, entry);
  }
  if (simple.size === 0) return new Set();
  const cards = new Map(
    [...simple.values()].map(({alliance, subject, card}) => [
      `${alliance} ${subject} ${card ?? ''}`,
      {alliance, id: subject, body: card},
    ]),
  );
  const rows = [...simple.values()].map(({alliance, subject, id, kind, body, receipt, edition = 0, record}) => {
    return {alliance, subject, id, kind, body, receipt, edition, scores: record === undefined ? [] : scoresOf(record)};
  });
  const checked = [...cards.values()];
  const written = await run<{alliance: string; id: string}>(query, STATEMENT, [
    JSON.stringify(rows),
    JSON.stringify(checked),
    [...new Set(checked.map(({alliance}) => alliance))],
    [...new Set(checked.map(({id}) => id))],
    shard,
  ]);
  return new Set(written.flatMap(({alliance, id}) => simple.get(`${alliance} ${id}`) ?? []));
}
