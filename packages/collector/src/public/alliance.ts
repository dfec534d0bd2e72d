import {AnsweredAlliance} from '@samenwaarde/core/files';
import {Id} from '@samenwaarde/core/schema';
import * as z from 'zod';
import {atOneMoment} from '../database/moment.js';
import {conditional} from '../http/etag.js';
import {Answer, json} from '../http/answer.js';
import {Problem} from '../http/problem.js';
import {route, type Route} from '../http/route.js';
import {allianceOf, Slug} from '../method/alliance-of.js';
import type {Parts} from '../parts.js';
import {published, publishedResult} from './published.js';

/** Most alliances whose answer is remembered. */
const MOST_ANSWERS = 50;

/** The alliance as everybody may read it, and the figures of what closed. */
export function publicRoutes(parts: Pick<Parts, 'database'>): Route[] {
  return [allianceRoute(parts), resultRoute(parts)];
}

/** Gives an alliance as everybody may read it, as JSON: read once for every revision of it. */
function reader({database}: Pick<Parts, 'database'>): (of: {id: string; revision: number}) => Promise<string> {
  // The answers to come, not those that came: all who are told of a change at once make the database read it once.
  const remembered = new Map<string, {readonly revision: number; readonly text: Promise<string>}>();
  return ({id, revision}) => {
    const kept = remembered.get(id);
    if (kept?.revision === revision) return kept.text;
    const text = atOneMoment(database, async connection => JSON.stringify(await published(connection, id)));
    const made = {revision, text};
    if (remembered.size >= MOST_ANSWERS) remembered.clear();
    remembered.set(id, made);
    text.catch(() => remembered.get(id) === made && remembered.delete(id));
    return text;
  };
}

function allianceRoute({database}: Pick<Parts, 'database'>): Route {
  const read = reader({database});
  return route({
    method: 'GET',
    path: '/v1/alliances/{alliance}',
    role: 'anybody',
    summary: 'The alliance as everybody may read it: method, positions, released quotes, figures of closed rounds.',
    parameters: {alliance: Slug},
    answers: {
      200: {description: 'What is published now.', schema: AnsweredAlliance},
      304: {description: 'It is as you have it.'},
    },
    cors: true,
    async handle({request, parameters}) {
      // The revision is read first: what changes while the rest is read is told with the next one.
      const alliance = await allianceOf(database.query, parameters.alliance);
      return conditional(request, `W/"${alliance.revision}"`, async () => {
        return new Answer(await read(alliance), {headers: {'content-type': 'application/json'}});
      });
    },
  });
}

function resultRoute({database}: Pick<Parts, 'database'>): Route {
  const {results, voteResults} = AnsweredAlliance.shape;
  return route({
    method: 'GET',
    path: '/v1/alliances/{alliance}/rounds/{round}/result',
    role: 'anybody',
    summary: 'The figures of a closed round or vote round, by the rule for small groups.',
    parameters: {alliance: Slug, round: Id},
    answers: {
      200: {
        description: 'The figures.',
        schema: z.union([results.def.element, voteResults.def.element]),
      },
      304: {description: 'They are as you have them.'},
      404: {description: 'There is no such round, or it is not closed.'},
    },
    cors: true,
    async handle({request, parameters}) {
      const {id, revision} = await allianceOf(database.query, parameters.alliance);
      const {round} = parameters;
      const result = await atOneMoment(database, connection => publishedResult(connection, id, round));
      if (result === undefined)
        throw new Problem(404, 'not-closed', {detail: 'There are figures once the round is closed.'});
      return conditional(request, `W/"${revision}"`, () => json(result));
    },
  });
}
