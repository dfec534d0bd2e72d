import {Id} from '@samenwaarde/core/schema';
import * as z from 'zod';
import {note} from '../facilitator/audit.js';
import {json} from '../http/answer.js';
import {route, type Route} from '../http/route.js';
import type {Parts} from '../parts.js';
import type {Codes} from '../voices/codes.js';
import {allianceOf, Slug} from './alliance-of.js';

/** Most cards of one print: 84 sheets. */
const MOST_CARDS = 2_000;

const Wanted = z.strictObject({count: z.int().min(1).max(MOST_CARDS)});
const Printed = z.object({codes: z.array(z.string())});

/** Codes for cards that are printed and drawn: nobody knows who has which. */
export function codeCardRoutes(parts: Parts, codes: Codes): Route[] {
  return [
    route({
      method: 'POST',
      path: '/v1/alliances/{alliance}/rounds/{round}/code-cards',
      role: 'facilitator',
      summary: 'New codes for a round, shuffled. They are shown this once; no list of them is kept.',
      parameters: {alliance: Slug, round: Id},
      body: Wanted,
      answers: {
        201: {description: 'The codes.', schema: Printed},
        409: {description: 'The round is closed (`closed`), or has no code cards (`no-code-cards`).'},
      },
      cors: false,
      async handle({parameters, body: {count}, person}) {
        const {id: alliance} = await allianceOf(parts.database.query, parameters.alliance);
        const {round} = parameters;
        const made = await codes.issue({alliance, round}, count, async connection => {
          const act = {alliance, act: 'code-cards-made', subject: round};
          if (person !== undefined) await note(parts, connection, {...act, person});
        });
        return json({codes: made}, 201);
      },
    }),
  ];
}
