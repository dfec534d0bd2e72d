import type {Database} from '../database/open.js';
import {rowsFrom} from '../database/rows.js';
import {isMismatch} from '../database/trouble.js';
import {Counter} from './count.js';
import type {Entry} from './entry.js';
import {rowOf, type OwnParts} from './own-parts.js';
import {VOICE} from './statements.js';

/**
 * New contributions, with their tallies, in one statement: PostgreSQL asks the way to it and back once instead of seven
 * times. It writes all of them or, with a division by zero, nothing: when an id is there already, a card is not as it was
 * when the contribution was checked, or a part of a tally is gone.
 *
 * The cards are read first, and kept from changing: whoever closes one waits until this is done, or this waits and finds
 * another card. Parameters: rows of contributions, rows of cards, lists of the cards' alliances and ids, rows of parts,
 * the number of contributions and the number of parts.
 */
const STATEMENT = `
  with checked as materialized (
    select * from json_to_recordset($2::json) as row(alliance text, id text, body text)
  ), held as materialized (
    select alliance, id, body from card
    where alliance = any($3::text[]) and id = any($4::text[]) order by id for share
  ), fresh as (
    insert into voice (${Object.keys(VOICE).join(', ')})
    select given.alliance, given.subject, given.id, given.kind, given.body, given.receipt, given.edition
    from ${rowsFrom('postgres', VOICE)}
    join held on held.alliance = given.alliance and held.id = given.subject
    join checked on checked.alliance = held.alliance and checked.id = held.id and checked.body = held.body
    where not exists (
      select from settled_voice where settled_voice.alliance = given.alliance and settled_voice.id = given.id)
    and not exists (select from card where card.alliance = given.alliance and card.id = given.id)
    order by given.id
    on conflict do nothing
    returning 1
  ), part as materialized (
    select * from json_to_recordset($5::json) as row(
      alliance text, round text, part text, body text, "isNew" boolean)
    where (select count(*) from fresh) = $6::integer
  ), begun as (
    insert into tally (alliance, round, part, body) select alliance, round, part, body from part where "isNew"
    returning 1
  ), gone_on as (
    update tally set body = part.body from part
    where not "isNew"
    and tally.alliance = part.alliance and tally.round = part.round and tally.part = part.part
    returning 1
  )
  select 1 / (
    (select count(*) from fresh) = $6::integer
    and (select count(*) from begun) + (select count(*) from gone_on) = $7::integer
  )::integer as written`;

/** Whether it may go the quick way: it is given, nobody sees it at once, and no code has to be spent for it. */
function isSimple({record, needs, isPublic}: Entry): boolean {
  return record !== undefined && needs === undefined && !isPublic;
}

/**
 * Writes those of the entries that are simple, when all of them are new.
 *
 * @returns The entries that were written: what is left has to be looked at.
 */
export async function writeNew(
  often: NonNullable<Database['often']>,
  parts: OwnParts,
  entries: readonly Entry[],
): Promise<ReadonlySet<Entry>> {
  const simple = simpleOf(entries);
  if (simple.length === 0) return new Set();
  const drafts = parts.with(countsOf(simple));
  try {
    await often(STATEMENT, [...given(simple), JSON.stringify(drafts.map(rowOf)), simple.length, drafts.length]);
    parts.keep(drafts);
    return new Set(simple);
  } catch (error) {
    if (isMismatch(error)) return new Set();
    parts.forget(drafts);
    throw error;
  }
}

/**
 * Of two with one id the second changes the first, or is the same. Of two that were checked against different forms of
 * one card, one at least is not up to date.
 */
function simpleOf(entries: readonly Entry[]): readonly Entry[] {
  const simple = new Map<string, Entry>();
  const cards = new Map<string, string | undefined>();
  for (const entry of entries) {
    const [key, about] = [`${entry.alliance} ${entry.id}`, `${entry.alliance} ${entry.subject}`];
    if (!cards.has(about)) cards.set(about, entry.card);
    if (isSimple(entry) && !simple.has(key) && cards.get(about) === entry.card) simple.set(key, entry);
  }
  return [...simple.values()];
}

function countsOf(entries: readonly Entry[]): Counter['rounds'] {
  const counter = new Counter();
  for (const {alliance, record} of entries) if (record !== undefined) counter.count(alliance, record, 1);
  return counter.rounds;
}

/** The first four parameters. */
function given(entries: readonly Entry[]): unknown[] {
  const rows = entries.map(({alliance, subject, id, kind, body, receipt, edition = 0}) => {
    return {alliance, subject, id, kind, body, receipt, edition};
  });
  const cards = new Map(
    entries.map(({alliance, subject, card = ''}) => [`${alliance} ${subject}`, {alliance, id: subject, body: card}]),
  );
  const checked = [...cards.values()];
  const once = (values: readonly string[]) => [...new Set(values)];
  return [
    JSON.stringify(rows),
    JSON.stringify(checked),
    once(checked.map(({alliance}) => alliance)),
    once(checked.map(({id}) => id)),
  ];
}
