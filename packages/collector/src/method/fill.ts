import {canonical, ofKind, show, tally, terms} from '@samenwaarde/core';
import type {AnyRecord, Voice} from '@samenwaarde/core/schema';
import type {Database} from '../database/open.js';
import {insertRows} from '../database/rows.js';
import type {Connection} from '../database/transact.js';
import {inTurns} from '../database/turns.js';
import {countsKept} from '../public/vote-figures.js';
import {subjectOf} from '../voices/check.js';
import {Counter} from '../voices/count.js';
import {NO_RECEIPT} from '../voices/entry.js';
import {VOICE} from '../voices/statements.js';
import {addCounts} from '../voices/tallies.js';
import type {Beginning} from './beginnings.js';
import {cardRow} from './card-row.js';
import type {Card} from './freeze.js';

/** Records on their way into one alliance. */
export interface Filling<R extends AnyRecord = AnyRecord> {
  readonly alliance: string;
  readonly records: readonly R[];
}

/** Rows that are written before others have their turn. */
const AT_ONCE = 200;

/** All of an alliance, on its way in. */
export type Whole = Filling & Pick<Beginning, 'figures'>;

/** Columns of a card, as they are handed to the database. */
const CARD = {alliance: 'text', id: 'text', kind: 'text', about: 'text', body: 'text'} as const;

/** Writes all that an alliance starts with: cards, contributions, and the figures of closed rounds. */
export async function fill(
  connection: Connection,
  kind: Database['kind'],
  {alliance, records, figures = counted(records)}: Whole,
): Promise<void> {
  const cards = records.filter(record => !isVoice(record));
  const voices = records.filter(isVoice);
  const closed = new Set(cards.flatMap(card => ('status' in card && card.status === 'closed' ? [card.id] : [])));
  await fillCards(connection, kind, {alliance, records: cards});
  const isSettled = (voice: Voice) => closed.has(subjectOf(voice));
  await fillVoices(connection, kind, {alliance, records: voices.filter(voice => !isSettled(voice))});
  await insertVoices(connection, {kind, table: 'settled_voice'}, {alliance, records: voices.filter(isSettled)});
  for (const {round, kept} of figures)
    await connection
      .insertInto('result')
      .values({alliance, round, body: JSON.stringify(kept)})
      .execute();
}

/** Writes cards that are not there yet. */
export async function fillCards(
  connection: Connection,
  kind: Database['kind'],
  {alliance, records}: Filling,
): Promise<void> {
  const rows = records.map(card => cardRow(alliance, card));
  rows.sort((a, b) => (a.id < b.id ? -1 : 1));
  for await (const some of inTurns(rows, AT_ONCE))
    await insertRows(connection, {kind, table: 'card', columns: CARD}, some);
}

/** Writes contributions to open subjects that are not there yet, and counts them. */
export async function fillVoices(
  connection: Connection,
  kind: Database['kind'],
  filling: Filling<Voice>,
): Promise<void> {
  await insertVoices(connection, {kind, table: 'voice'}, filling);
  const counter = new Counter();
  for (const voice of filling.records) counter.count(filling.alliance, voice, 1);
  await addCounts(connection, kind, counter.rounds);
}

/** Whether somebody gave it. */
export function isVoice(record: Card | Voice): record is Voice {
  return ['quote', 'rubric-vote', 'ballot', 'reason'].includes(record.kind);
}

interface Place {
  readonly kind: Database['kind'];
  readonly table: 'voice' | 'settled_voice';
}

async function insertVoices(
  connection: Connection,
  {kind, table}: Place,
  {alliance, records}: Filling<Voice>,
): Promise<void> {
  const rows = records
    .map(voice => {
      const {id, kind: kindOfVoice} = voice;
      const subject = subjectOf(voice);
      return {alliance, subject, id, kind: kindOfVoice, body: canonical(voice), receipt: NO_RECEIPT, edition: 0};
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  for await (const some of inTurns(rows, AT_ONCE)) await insertRows(connection, {kind, table, columns: VOICE}, some);
}

/** The figures of closed rounds, counted again from their ballots. */
function counted(records: readonly AnyRecord[]): NonNullable<Beginning['figures']> {
  const profiles = new Map(ofKind(records, 'profile-version').map(profile => [profile.id, profile]));
  const ballots = ofKind(records, 'ballot');
  const votes = ofKind(records, 'rubric-vote');
  return [
    ...ofKind(records, 'round').flatMap(round => {
      const profile = profiles.get(round.profileVersion);
      if (round.status === 'open' || profile === undefined) return [];
      const mine = ballots.filter(ballot => ballot.round === round.id);
      return [{round: round.id, kept: show(tally(mine), terms(round, profile, 'ballots'))}];
    }),
    ...ofKind(records, 'vote-round').flatMap(round => {
      const mine = votes.filter(vote => vote.round === round.id);
      return round.status === 'open' ? [] : [{round: round.id, kept: countsKept(mine)}];
    }),
  ];
}
