// An alliance that tests a plan on eight core values, written straight into a database.
import {randomBytes} from 'node:crypto';
import {sql} from 'kysely';
import {canonical, receipt, uuid} from '../../../packages/core/dist/index.js';

export const random = length => new Uint8Array(randomBytes(length));

const card = () => ({schema: 1, id: uuid(random), counter: 1, tag: 'a'});

export async function makeAlliance({query}) {
  const alliance = {
    ...card(),
    kind: 'alliance',
    name: 'Samen Ververij',
    partners: ['gemeente'],
    responsible: {organisation: 'gemeente', contact: 'buurt@voorbeeld.nl', privacy: 'https://voorbeeld.nl/privacy'},
    retention: {texts: '2027-01-01', everything: '2028-01-01'},
  };
  const rubrics = Array.from({length: 8}, (_, place) => ({
    ...card(),
    kind: 'rubric',
    values: [],
    name: `Waarde ${place}`,
  }));
  const coreValues = rubrics.map(({id, name}) => ({rubric: id, name, facets: {}}));
  const profile = {...card(), kind: 'profile-version', number: 1, split: 'sides', coreValues, noPlaceYet: 0};
  const plan = {...card(), kind: 'plan', name: 'Het Verfplein', type: 'design'};
  const version = {...card(), kind: 'plan-version', plan: plan.id, number: 1, text: 'Een plein.'};
  const terms = {passMark: 5.5, passMarks: {}, leftOut: [], scale: 'marks', notApplicable: false, k: 5};
  const about = {planVersion: version.id, profileVersion: profile.id, trust: 'open-link', status: 'open'};
  const round = {...card(), kind: 'round', ...about, ...terms};
  const slug = `a${uuid(random)}`;
  await query.insertInto('alliance').values({id: alliance.id, slug, origins: '[]', revision: 1}).execute();
  for (const one of [alliance, ...rubrics, profile, plan, version, round])
    await query
      .insertInto('card')
      .values({alliance: alliance.id, id: one.id, kind: one.kind, body: canonical(one)})
      .execute();
  return {slug, alliance: alliance.id, round, values: rubrics.map(({id}) => id)};
}

/** A ballot with its receipt, as HTTP on the wire. */
export function ballotRequest({slug, round, values}, host) {
  const id = uuid(random);
  const marks = values.map(value => `"${value}":${1 + Math.floor(Math.random() * 10)}`);
  const body = `{"schema":1,"kind":"ballot","id":"${id}","round":"${round.id}","marks":{${marks}}}`;
  return (
    `PUT /v1/alliances/${slug}/contributions/${id} HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\n` +
    `Samen-Receipt: ${receipt(random)}\r\nContent-Length: ${body.length}\r\n\r\n${body}`
  );
}

/** Fills a round by SQL with so many ballots that are all alike, and their tally. */
export async function fill({kind, query}, {alliance, round, values}, ballots) {
  const marks = JSON.stringify(Object.fromEntries(values.map(value => [value, 7])));
  const [series, id] =
    kind === 'postgres'
      ? [`generate_series(1, ${ballots})`, 'gen_random_uuid()::text']
      : [
          `(with recursive n(n) as (select 1 union all select n + 1 from n where n < ${ballots}) select n from n)`,
          [4, 2, 2, 2, 6].map(bytes => `lower(hex(randomblob(${bytes})))`).join(` || '-' || `),
        ];
  const body = `'{"id":"' || id || '","kind":"ballot","marks":${marks},"round":"${round.id}","schema":1}'`;
  await sql
    .raw(
      `insert into voice (alliance, subject, id, kind, body, receipt, edition)
      select '${alliance}', '${round.id}', id, 'ballot', ${body}, id, 1
      from (select ${id} as id from ${series} as n) as drawn order by id`,
    )
    .execute(query);
  const counts = {'': {0: ballots}, ...Object.fromEntries(values.map(value => [value, {7: ballots}]))};
  await query
    .insertInto('tally')
    .values({alliance, round: round.id, part: 'filled', body: JSON.stringify(counts)})
    .execute();
}
