import {sql} from 'kysely';
import {networkOf} from '../http/caller.js';
import {limiter, salted} from '../http/limits.js';
import {addressReader} from '../http/pace.js';
import type {Arrival} from '../http/route.js';
import {silent} from '../log.js';
import type {Parts} from '../parts.js';
import {MOST_ORIGINS, Origin} from './origins.js';

/** One address counts once an hour for an origin: who reloads a page is not many. */
const SEEN = {burst: 1, perMinute: 1 / 60};

/** Origins that one address can have written down: a few at once, and as many an hour. People visit few such pages. */
const NAMED = {burst: 3, perMinute: 3 / 60};

/** Writes down that a page of an origin was refused. */
export type Notice = (alliance: string, origin: string, from: Pick<Arrival, 'peer' | 'request'>) => Promise<void>;

/**
 * Notices refused pages, so that a facilitator can let them in: the origin, from about how many places, and the last
 * day. Nobody asks for leave to be on that list, so one address brings little onto it, known under a salted name for an
 * hour at most, in memory alone.
 */
export function noticing({database, settings, clock, random}: Parts): Notice {
  const seen = limiter(SEEN, clock);
  const named = limiter(NAMED, clock);
  const name = salted(random, clock);
  const addressOf = addressReader(settings.trustedProxies, silent);
  return async (alliance, given, from) => {
    const origin = Origin.safeParse(given).success ? given : 'unknown';
    const address = addressOf(from);
    const who = `${alliance} ${address === undefined ? '' : name(networkOf(address))}`;
    if (seen.take(`${who} ${origin}`) > 0 || named.take(who) > 0) return;
    await remember(database, {alliance, origin, day: Math.floor(clock() / 86_400_000)});
  };
}

interface Sighting {
  readonly alliance: string;
  readonly origin: string;
  /** Days since 1970. */
  readonly day: number;
}

async function remember(database: Parts['database'], {alliance, origin, day}: Sighting): Promise<void> {
  await database.query
    .insertInto('refused_origin')
    .columns(['alliance', 'origin', 'n', 'seen'])
    // How an alliance is known is remembered for a while: of one that came to its end nothing is written any more.
    .expression(eb =>
      eb
        .selectFrom('alliance')
        .select(['id', eb.val(origin).as('origin'), sql<number>`1`.as('n'), sql<number>`${day}`.as('seen')])
        .where('id', '=', alliance),
    )
    .onConflict(conflict =>
      conflict.columns(['alliance', 'origin']).doUpdateSet({n: sql`refused_origin.n + 1`, seen: day}),
    )
    .execute();
  await forgetOldest(database, alliance, origin);
}

/** Room for the new one: what was last seen longest ago goes, and of one day what was seen from the fewest places. */
async function forgetOldest({query}: Parts['database'], alliance: string, fresh: string): Promise<void> {
  const others = query.selectFrom('refused_origin').where('alliance', '=', alliance).where('origin', '<>', fresh);
  const kept = await others
    .select('origin')
    .orderBy('seen', 'desc')
    .orderBy('n', 'desc')
    .orderBy('origin')
    .limit(MOST_ORIGINS - 1)
    .execute();
  if (kept.length < MOST_ORIGINS - 1) return;
  await query
    .deleteFrom('refused_origin')
    .where('alliance', '=', alliance)
    .where('origin', 'not in', [fresh, ...kept.map(({origin}) => origin)])
    .execute();
}

/** The origins that were refused, those that were seen from most places first. */
export async function refusedOrigins(
  {query}: Parts['database'],
  alliance: string,
): Promise<readonly {readonly origin: string; readonly n: number}[]> {
  return query
    .selectFrom('refused_origin')
    .select(['origin', 'n'])
    .where('alliance', '=', alliance)
    .orderBy('n', 'desc')
    .orderBy('seen', 'desc')
    .orderBy('origin')
    .execute();
}
