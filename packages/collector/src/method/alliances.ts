import type {Random} from '@samenwaarde/core';
import {Backup, checkFile, Publication, type Parcel} from '@samenwaarde/core/files';
import {Alliance} from '@samenwaarde/core/schema';
import * as z from 'zod/mini';
import {transact, type Connection} from '../database/transact.js';
import {note} from '../facilitator/audit.js';
import {alliancesOf} from '../facilitator/sessions.js';
import {json} from '../http/answer.js';
import {Problem} from '../http/problem.js';
import {route, type Person, type Route} from '../http/route.js';
import type {Parts} from '../parts.js';
import {Slug} from './alliance-of.js';
import {beginningFrom, type Beginning} from './beginnings.js';
import {fill} from './fill.js';

/** Longest file that an alliance starts from, or that is imported: 100,000 ballots. */
export const LONGEST_FILE = 50_000_000;

const Body = z.union([
  z.strictObject({slug: Slug, record: Alliance}),
  z.strictObject({slug: Slug, file: z.discriminatedUnion('kind', [Backup, Publication])}),
]);
const Named = z.object({slug: z.string(), name: z.string()});

/** The alliances of a facilitator, and starting one. */
export function allianceRoutes(parts: Parts): Route[] {
  const common = {path: '/v1/alliances', role: 'entered', cors: false} as const;
  return [
    route({
      ...common,
      method: 'GET',
      summary: 'The alliances that you may enter.',
      answers: {200: {description: 'The alliances.', schema: z.object({items: z.array(Named)})}},
      handle: async ({person}) => json({items: await alliancesOf(parts, person)}),
    }),
    route({
      ...common,
      method: 'POST',
      summary: 'Starts an alliance: empty, or with everything of a backup or publication. You may enter it.',
      body: Body,
      longest: LONGEST_FILE,
      answers: {
        201: {description: 'It is there.', schema: Named},
        409: {description: 'The name in addresses is taken, or the alliance is here already (`taken`).'},
      },
      async handle({body, person}) {
        const beginning =
          'file' in body ? beginningFrom(demandWhole(body.file), parts.random) : {records: [body.record]};
        const alliance = beginning.records.find(record => record.kind === 'alliance');
        if (alliance === undefined || person === undefined)
          throw new Error('A file or a person that was checked lacks.');
        await transact(parts.database, connection =>
          begin(parts, connection, {slug: body.slug, alliance, person, ...beginning}),
        );
        const {basePath} = parts.settings;
        return json({slug: body.slug, name: alliance.name}, 201, {Location: `${basePath}/v1/alliances/${body.slug}`});
      },
    }),
  ];
}

/** Most that is told of what is wrong with a file: the answer to a broken one is not longer than the file. */
const MOST_PROBLEMS = 100;

/** The file, when its records fit each other; each by itself is as its schema says. @throws Problem 400 */
export function demandWhole<File extends Backup | Publication | Parcel>(file: File): File {
  const {problems} = checkFile(file);
  if (problems.length === 0) return file;
  const errors = problems.slice(0, MOST_PROBLEMS).map(({path, reason, detail}) => ({path, reason, detail}));
  throw new Problem(400, 'not-understood', {detail: 'The records of this file do not fit each other.', errors});
}

interface Start extends Beginning {
  readonly slug: string;
  readonly alliance: Alliance;
  readonly person: Person;
}

async function begin(
  parts: Parts,
  connection: Connection,
  {slug, alliance, person, ...beginning}: Start,
): Promise<void> {
  const {numInsertedOrUpdatedRows: made} = await connection
    .insertInto('alliance')
    .values({id: alliance.id, slug, origins: '[]', revision: firstRevision(parts.random)})
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst();
  if (made !== 1n) throw await taken(connection, slug);
  await connection.insertInto('membership').values({facilitator: person.id, alliance: alliance.id}).execute();
  await fill(connection, parts.database.kind, {alliance: alliance.id, ...beginning});
  await note(parts, connection, {alliance: alliance.id, person, act: 'alliance-started'});
}

/**
 * Somewhere in sixteen million: an alliance that was here before, under this name or with this id, had other numbers. With
 * one of its own, whoever remembers what was deleted would take it for what is here now.
 */
function firstRevision(random: Random): number {
  return Buffer.from(random(3)).readUIntBE(0, 3) + 1;
}

/** Which of the two is taken: the name in addresses, or the place of the alliance itself. */
async function taken(connection: Connection, slug: string): Promise<Problem> {
  const other = await connection.selectFrom('alliance').select('id').where('slug', '=', slug).executeTakeFirst();
  if (other === undefined) return new Problem(409, 'taken', {detail: 'This alliance is here already.'});
  const detail = 'This name in addresses is taken.';
  return new Problem(409, 'taken', {detail, errors: [{path: 'slug', reason: 'taken', detail}]});
}
