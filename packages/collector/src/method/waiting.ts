import {sql, type RawBuilder} from 'kysely';
import type {Database} from '../database/open.js';
import type {Connection} from '../database/transact.js';

/** Number of texts that nobody decided about, or that were put back to be read, by kind. */
export interface Waiting {
  readonly quote: number;
  readonly reason: number;
  readonly 'own-name': number;
}

/** Where it is counted: both databases read JSON alike, once PostgreSQL is told that it is. */
interface Place {
  readonly alliance: string;
  readonly json: (column: string) => RawBuilder<unknown>;
  /** Texts in the order of their bytes. */
  readonly inBytes: RawBuilder<unknown>;
}

/**
 * How much of each kind waits to be read, by the rule of the queue. The database counts: no text leaves it, however
 * many there are.
 */
export async function waitingIn(
  {kind}: Pick<Database, 'kind'>,
  connection: Connection,
  alliance: string,
): Promise<Waiting> {
  const isPostgres = kind === 'postgres';
  const place: Place = {
    alliance,
    json: column => sql.raw(isPostgres ? `${column}::json` : column),
    inBytes: sql.raw(isPostgres ? 'collate "C"' : ''),
  };
  const question = place.json('question.body');
  const {rows} = await sql<{kind: keyof Waiting; n: unknown}>`
    with words as (${wordsIn(place)}), decided as (${decidedIn(place)})
    select words.kind, count(*) as n from words
    left join decided on decided.about = words.id and decided.rubric = words.rubric
    left join card as question on question.alliance = ${alliance} and question.id = words.subject
      and question.kind = 'question' and words.kind = 'quote'
    where coalesce(decided.outcome, ${question} ->> 'moderation', 'held') = 'held'
    group by words.kind`.execute(connection);
  // A count comes back from PostgreSQL as a text.
  const counts = Object.fromEntries(rows.map(row => [row.kind, Number(row.n)]));
  return {quote: 0, reason: 0, 'own-name': 0, ...counts};
}

/** Everything to be read: what it is about and, of a name in a vote, for which rubric. */
function wordsIn({alliance, json}: Place): RawBuilder<unknown> {
  const parts = ['voice', 'settled_voice'].flatMap(table => {
    const given = sql`${sql.raw(table)} as given`;
    const kept = sql`alliance = ${alliance} and body <> ''`;
    return [
      sql`select id, kind, subject, '' as rubric from ${given} where ${kept} and kind in ('quote', 'reason')`,
      sql`select given.id, 'own-name', subject, name.key
        from ${given}, json_each(${json('body')} -> 'names') as name
        where ${kept} and kind = 'rubric-vote' and name.value -> 'own' is not null`,
    ];
  });
  return sql.join(parts, sql` union all `);
}

/** The decision that counts on each text: of several the newest card, by the rule of `isNewer`. */
function decidedIn({alliance, json, inBytes}: Place): RawBuilder<unknown> {
  const body = json('body');
  const rubric = sql`coalesce(${body} ->> 'rubric', '')`;
  const newestFirst = sql`cast(${body} ->> 'counter' as bigint) desc, ${body} ->> 'tag' ${inBytes} desc, id desc`;
  return sql`select about, rubric, outcome from (
    select about, ${rubric} as rubric, ${body} ->> 'outcome' as outcome,
      row_number() over (partition by about, ${rubric} order by ${newestFirst}) as place
    from card where alliance = ${alliance} and kind = 'moderation') as ranked where place = 1`;
}
