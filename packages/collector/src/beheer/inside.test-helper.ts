import {after} from 'node:test';
import {openDatabase, type Database} from '../database/open.js';
import {entered} from '../facilitator/entered.test-helper.js';
import {bench, newId, newReceipt, type Bench} from '../voices/round.test-helper.js';
import {actionIn, visitorOf, type Seen, type Visitor} from './visitor.test-helper.js';

/** What somebody types who begins an alliance; `home` is where it then is. */
export const alliance = {
  slug: 'ververij',
  name: 'Samen Ververij',
  organisation: 'gemeente Elzendrecht',
  contact: 'buurt@voorbeeld.nl',
  privacy: 'https://voorbeeld.nl/privacy',
  partners: 'gemeente\nwoningcorporatie',
  texts: '2027-01-01',
  everything: '2028-01-01',
};
export const home = '/beheer/alliances/ververij';

/** A facilitator at the pages of a collector. */
export interface Inside {
  readonly visitor: Visitor;
  readonly bench: Bench;
}

/** Somebody who has just entered a collector without alliances. */
export async function enteredOn(database: Database): Promise<Inside> {
  const made = bench(database);
  const {cookie} = await entered(made);
  return {visitor: visitorOf(made, cookie), bench: made};
}

/** Asks a question in the alliance that was begun, and answers it. @returns The quote */
export async function answered(
  {visitor, bench: made}: Inside,
  {text, moderation}: {readonly text: string; readonly moderation: 'held' | 'released'},
): Promise<{readonly id: string}> {
  const asked = await visitor.fill(`${home}/questions`, {text: 'Waardoor?', prompts: '', moderation});
  const question = /questions\/([0-9a-f-]{36})/.exec(actionIn(asked, '/questions/'))?.[1] ?? '';
  const quote = {schema: 1, kind: 'quote', id: newId(), question, text};
  await made.ask('PUT', `/v1/alliances/ververij/contributions/${quote.id}`, {body: quote, receipt: newReceipt()});
  return quote;
}

/** Lays the first value that has no place yet in a new rubric. */
export async function sorted(visitor: Visitor, name: string): Promise<Seen> {
  const {html} = await visitor.look(`${home}/values`);
  const tick = /name="(value-[0-9a-f-]{36})"/.exec(html)?.[1] ?? '';
  return visitor.fill(`${home}/values`, {rubric: '', name, [tick]: 'yes'});
}

/** Empty databases in memory, closed after the last test of the suite that asks for them. */
export function inMemory(): () => Promise<Database> {
  const opened: Database[] = [];
  after(() => Promise.all(opened.map(database => database.close())));
  return async () => {
    const database = await openDatabase(':memory:');
    opened.push(database);
    return database;
  };
}
