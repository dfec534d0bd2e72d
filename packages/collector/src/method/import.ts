import {canonical, isNewer, type ReportedRecord, type Union} from '@samenwaarde/core';
import type {AnyRecord, Voice} from '@samenwaarde/core/schema';
import {transact, type Connection} from '../database/transact.js';
import {note} from '../facilitator/audit.js';
import type {Person} from '../http/route.js';
import type {Parts} from '../parts.js';
import {isAboutWithdrawn} from '../voices/about.js';
import {faultsIn, subjectOf} from '../voices/check.js';
import {findKept} from '../voices/own.js';
import {bodyOf, findSubject, type Subject} from '../voices/subject.js';
import {addCard, lockedCard, revise, writeCard} from './cards.js';
import {isVoice, fillVoices} from './fill.js';
import {canClose, closes, refusal, reopens, type Card} from './freeze.js';

/** What of a file was not taken, besides what core's union reports. */
export interface Reported extends Omit<ReportedRecord, 'reason'> {
  readonly reason:
    ReportedRecord['reason'] | 'older-card' | 'closed' | 'code-needed' | 'missing-record' | 'wrong-value' | 'frozen';
}

/** What an import did: nothing of it is done when it fails. */
export type Imported = Omit<Union, 'records' | 'reported'> & {readonly reported: readonly Reported[]};

/** A file of this alliance, with who imports it. */
export interface Import {
  readonly alliance: string;
  readonly records: readonly AnyRecord[];
  readonly person: Person | undefined;
}

type Verdict = 'added' | 'replaced' | 'unchanged' | Reported['reason'];

/**
 * Adds the records of a backup or parcel to an alliance: all of it in one transaction. Contributions are taken for what
 * is open only, and ballots of a round with code cards not at all: they would be votes without a card.
 */
export async function importRecords(parts: Parts, {alliance, records, person}: Import): Promise<Imported> {
  const {database} = parts;
  return transact(database, async connection => {
    const count = {added: 0, replaced: 0, unchanged: 0};
    const reported: Reported[] = [];
    const take = (record: AnyRecord, verdict: Verdict) => {
      if (verdict === 'added' || verdict === 'replaced' || verdict === 'unchanged') count[verdict]++;
      else {
        count.unchanged++;
        reported.push({id: record.id, kind: record.kind, reason: verdict});
      }
    };
    for (const record of inOrder(records))
      if (!isVoice(record)) take(record, await takeCard(parts, connection, {alliance, card: record}));
    const voices = records.filter(isVoice);
    const fresh = await sorted(parts, connection, {alliance, voices, take});
    await fillVoices(connection, database.kind, {alliance, records: fresh});
    if (fresh.length > 0) await revise(connection, alliance);
    if (person !== undefined) await note(parts, connection, {alliance, person, act: 'file-imported'});
    return {...count, reported};
  });
}

/** By id, so that two imports at once wait for each other in the same order. */
function inOrder(records: readonly AnyRecord[]): AnyRecord[] {
  return [...records].sort((a, b) => (a.id < b.id ? -1 : 1));
}

async function takeCard(
  {database}: Parts,
  connection: Connection,
  {alliance, card}: {readonly alliance: string; readonly card: Card},
): Promise<Verdict> {
  const before = await lockedCard(database, connection, {alliance, id: card.id});
  if (before !== undefined && canonical(before) === canonical(card)) return 'unchanged';
  if (before !== undefined && before.kind !== card.kind) return 'another-kind';
  if (before !== undefined && (!('counter' in before) || !('counter' in card))) return 'another-body';
  if (before !== undefined && 'counter' in before && 'counter' in card && !isNewer(card, before)) return 'older-card';
  if (before === undefined && (await findKept(connection, {alliance, id: card.id})) !== undefined)
    return 'another-kind';
  if (await isAboutWithdrawn(connection, alliance, card)) return 'missing-record';
  // Closing and opening again are acts of their own, with their own consequences: not something that a file does.
  if (
    closes(before, card) ||
    reopens(before, card) ||
    (before === undefined && canClose(card) && card.status === 'closed')
  )
    return 'closed';
  if (refusal(before, card, before !== undefined && isFrozenOnceThere(card)) !== undefined) return 'frozen';
  await (before === undefined ? addCard : writeCard)(connection, alliance, card);
  return before === undefined ? 'added' : 'replaced';
}

/** A file brings its versions whole: one that is there already may have been tested. */
function isFrozenOnceThere({kind}: Card): boolean {
  return kind === 'profile-version' || kind === 'plan-version';
}

interface Sorting {
  readonly alliance: string;
  readonly voices: readonly Voice[];
  readonly take: (record: AnyRecord, verdict: Verdict) => void;
}

/** The contributions that are new, and may be taken; tells of each what became of it. */
async function sorted(parts: Parts, connection: Connection, {alliance, voices, take}: Sorting): Promise<Voice[]> {
  const subjects = new Map<string, Subject | undefined>();
  for (const id of [...new Set(voices.map(subjectOf))].sort()) {
    await lockedCard(parts.database, connection, {alliance, id});
    subjects.set(id, await findSubject(connection, alliance, id));
  }
  const fresh: Voice[] = [];
  for (const voice of voices) {
    const verdict =
      (await verdictIfThere(connection, alliance, voice)) ?? verdictOnNew(voice, subjects.get(subjectOf(voice)));
    take(voice, verdict);
    if (verdict === 'added') fresh.push(voice);
  }
  return fresh;
}

async function verdictIfThere(connection: Connection, alliance: string, voice: Voice): Promise<Verdict | undefined> {
  if ((await bodyOf(connection, alliance, voice.id)) !== undefined) return 'another-kind';
  const kept = await findKept(connection, {alliance, id: voice.id});
  if (kept === undefined) return undefined;
  return kept.body === canonical(voice) ? 'unchanged' : 'another-body';
}

function verdictOnNew(voice: Voice, subject: Subject | undefined): Verdict {
  if (subject === undefined) return 'missing-record';
  if (subject.card.status === 'closed') return 'closed';
  if (faultsIn(voice, subject).length > 0) return 'wrong-value';
  const isUncounted = subject.kind === 'round' && subject.card.trust === 'code-cards' && voice.kind === 'ballot';
  return isUncounted ? 'code-needed' : 'added';
}
