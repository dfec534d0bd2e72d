import {sql} from 'kysely';
import * as z from 'zod';
import type {Parts} from '../parts.js';
import {json} from './answer.js';
import {Problem} from './problem.js';
import {route, type Route} from './route.js';

const Status = z.object({status: z.literal('ok')});

/** Whether the process lives, and whether it can do its work. */
export function healthRoutes({database}: Parts): Route[] {
  const common = {method: 'GET', role: 'anybody', cors: false} as const;
  return [
    route({
      ...common,
      path: '/health/live',
      summary: 'Whether the collector lives.',
      answers: {200: {description: 'It lives.', schema: Status}},
      handle: () => json({status: 'ok'}),
    }),
    route({
      ...common,
      path: '/health/ready',
      summary: 'Whether the collector can reach its database.',
      answers: {200: {description: 'It can.', schema: Status}},
      async handle() {
        try {
          await sql`select 1`.execute(database.query);
        } catch {
          throw new Problem(503, 'database-away', {
            detail: 'The collector cannot reach its database.',
            headers: {'Retry-After': '2'},
          });
        }
        return json({status: 'ok'});
      },
    }),
  ];
}
