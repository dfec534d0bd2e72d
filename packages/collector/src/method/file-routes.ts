import {Backup, backup, Parcel, Publication} from '@samenwaarde/core/files';
import * as z from 'zod/mini';
import {atOneMoment} from '../database/moment.js';
import {transact} from '../database/transact.js';
import {note} from '../facilitator/audit.js';
import {json} from '../http/answer.js';
import {Problem} from '../http/problem.js';
import {route, type Route} from '../http/route.js';
import type {Parts} from '../parts.js';
import {published} from '../public/published.js';
import {allianceOf, holdAlliance, Slug} from './alliance-of.js';
import {demandWhole, LONGEST_FILE} from './alliances.js';
import {importRecords} from './import.js';
import {recordsOf} from './records.js';

const Imported = z.object({
  added: z.int(),
  replaced: z.int(),
  unchanged: z.int(),
  reported: z.array(z.object({id: z.string(), kind: z.string(), reason: z.string()})),
});

/** Taking everything home, and bringing files in. */
export function fileRoutes(parts: Parts): Route[] {
  const {database} = parts;
  const common = {role: 'facilitator', parameters: {alliance: Slug}, cors: false} as const;
  return [
    route({
      ...common,
      method: 'GET',
      path: '/v1/alliances/{alliance}/backup',
      summary:
        'Every record of the alliance, without receipts and without the votes on what is open. Not for publication.',
      answers: {200: {description: 'The file.', schema: Backup}},
      async handle({parameters, person}) {
        const {id: alliance} = await allianceOf(database.query, parameters.alliance);
        const file = backup(await atOneMoment(database, connection => recordsOf(connection, alliance)));
        await transact(database, async connection => {
          // It may have come to its end since it was read: nothing is written about it then.
          await holdAlliance(connection, alliance, 0);
          if (person !== undefined) await note(parts, connection, {alliance, person, act: 'backup-taken'});
        });
        return json(file, 200, attached(`${parameters.alliance}-backup.json`));
      },
    }),
    route({
      ...common,
      method: 'GET',
      path: '/v1/alliances/{alliance}/publication',
      summary: 'What everybody may read, as a file for static hosting.',
      answers: {200: {description: 'The file.', schema: Publication}},
      async handle({parameters}) {
        const {id} = await allianceOf(database.query, parameters.alliance);
        const answered = await atOneMoment(database, connection => published(connection, id));
        const file = {...answered, kind: 'publication'};
        return json(file, 200, attached(`${parameters.alliance}.json`));
      },
    }),
    route({
      ...common,
      method: 'POST',
      path: '/v1/alliances/{alliance}/imports',
      summary: 'Adds the records of a backup of this alliance, or of a parcel. The same file twice changes nothing.',
      body: z.discriminatedUnion('kind', [Backup, Parcel]),
      longest: LONGEST_FILE,
      answers: {
        200: {description: 'What it did, and what was not taken.', schema: Imported},
        409: {description: 'The file is of another alliance (`another-alliance`).'},
      },
      async handle({parameters, body, person}) {
        const {id: alliance} = await allianceOf(database.query, parameters.alliance);
        if (body.alliance !== alliance)
          throw new Problem(409, 'another-alliance', {detail: 'This file is of another alliance.'});
        const {records} = demandWhole(body);
        return json(await importRecords(parts, {alliance, records, person}));
      },
    }),
  ];
}

/** Makes a browser keep the answer as a file. */
export function attached(name: string): Readonly<Record<string, string>> {
  return {'Content-Disposition': `attachment; filename="${name}"`};
}
