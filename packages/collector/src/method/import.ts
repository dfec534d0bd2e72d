import {canonical, isNewer, type ReportedRecord, type Union} from '@samenwaarde/core';
import type {AnyRecord, NameProposal, Voice} from '@samenwaarde/core/schema';
import {rowsById} from '../database/by-id.js';
import {transact, type Connection} from '../database/transact.js';
import {inTurns} from '../database/turns.js';
import {againAfterRace} from '../database/trouble.js';
import {note} from '../facilitator/audit.js';
import type {Person} from '../http/route.js';
import type {Parts} from '../parts.js';
import {isAboutWithdrawn} from '../voices/about.js';
import {chosenProposals, faultsIn, subjectOf} from '../voices/check.js';
import {findKept} from '../voices/own.js';
import {findSubject, type Subject} from '../voices/subject.js';
import {isAsked} from './asked.js';
import {holdAlliance} from './alliance-of.js';
import {holdNamed, lockedCard, writeCard} from './cards.js';
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

/** Cards that are taken in before others have their turn. */
const AT_ONCE = 50;

type Verdict = 'added' | 'replaced' | 'unchanged' | Reported['reason'];

/**
 * Adds the records of a backup or parcel to an alliance: all of it in one transaction. Contributions are taken for what
 * is open only, and ballots of a round with code cards not at all: they would be votes without a card.
 */
export async function importRecords(parts: Parts, file: Import): Promise<Imported> {
  return againAfterRace(() => transact(parts.database, connection => takeIn(parts, connection, file)));
}

async function takeIn(parts: Parts, connection: Connection, {alliance, records, person}: Import): Promise<Imported> {
  const count = {added: 0, replaced: 0, unchanged: 0};
  const reported: Reported[] = [];
  const take = (record: AnyRecord, verdict: Verdict) => {
    if (verdict === 'added' || verdict === 'replaced' || verdict === 'unchanged') count[verdict]++;
    else {
      count.unchanged++;
      reported.push({id: record.id, kind: record.kind, reason: verdict});
    }
  };
  const cards = inOrder(records.filter(record => !isVoice(record)));
  for await (const some of inTurns(cards, AT_ONCE))
    for (const card of some) take(card, await takeCard(parts, connection, {alliance, card}));
  const fresh = await sorted(parts, connection, {alliance, voices: records.filter(isVoice), take});
  await fillVoices(connection, parts.database.kind, {alliance, records: fresh});
  await holdAlliance(connection, alliance, count.added + count.replaced > 0 ? 1 : 0);
  if (person !== undefined) await note(parts, connection, {alliance, person, act: 'file-imported'});
  return {...count, reported};
}

/**
 * By id, so that two imports at once wait for each other in the same order. A vote last: it shows what the file brings,
 * and not until then.
 */
function inOrder(records: readonly Card[]): Card[] {
  const place = ({kind, id}: Card) => `${kind === 'vote-round' ? 1 : 0} ${id}`;
  return [...records].sort((a, b) => (place(a) < place(b) ? -1 : 1));
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
  await holdNamed(database, connection, {alliance, card});
  if (await isAboutWithdrawn(connection, alliance, card)) return 'missing-record';
  // Closing and opening again are acts of their own, with their own consequences: not something that a file does.
  if (
    closes(before, card) ||
    reopens(before, card) ||
    (before === undefined && canClose(card) && card.status === 'closed')
  )
    return 'closed';
  const asked = before !== undefined && (isFrozenOnceThere(card) || (await isAsked(connection, alliance, before)));
  if (refusal(before, card, asked) !== undefined) return 'frozen';
  await writeCard(connection, alliance, {before, card});
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
  const proposed = await proposals(connection, alliance);
  const known = await there(connection, alliance, voices);
  return voices.filter(voice => {
    const subject = subjects.get(subjectOf(voice));
    const verdict = verdictIfThere(voice, known) ?? verdictOnNew(voice, {subject, proposed});
    take(voice, verdict);
    return verdict === 'added';
  });
}

/** The rubric that each name was proposed for, by the id of the proposal. */
async function proposals(connection: Connection, alliance: string): Promise<ReadonlyMap<string, string>> {
  const cards = connection.selectFrom('card').select('body').where('alliance', '=', alliance);
  const rows = await cards.where('kind', '=', 'name-proposal').execute();
  return new Map(rows.map(({body}) => JSON.parse(body) as NameProposal).map(({id, rubric}) => [id, rubric]));
}

/** Kind and body of what has one of these ids already. */
type There = ReadonlyMap<string, {readonly kind: string; readonly body: string}>;

async function there(connection: Connection, alliance: string, voices: readonly Voice[]): Promise<There> {
  const ids = voices.map(({id}) => id);
  const known = new Map<string, {readonly kind: string; readonly body: string}>();
  for (const table of ['voice', 'settled_voice', 'card'] as const)
    for (const row of await rowsById(connection, table, {alliance, ids})) known.set(row.id, row);
  return known;
}

function verdictIfThere(voice: Voice, known: There): Verdict | undefined {
  const kept = known.get(voice.id);
  if (kept === undefined) return undefined;
  // Of what was withdrawn before it arrived nobody knows what it was.
  if (kept.kind !== voice.kind && kept.kind !== '') return 'another-kind';
  return kept.body === canonical(voice) ? 'unchanged' : 'another-body';
}

/** What a contribution is held against. */
interface Asked {
  readonly subject: Subject | undefined;
  /** The rubric of each proposed name. */
  readonly proposed: ReadonlyMap<string, string>;
}

function verdictOnNew(voice: Voice, {subject, proposed}: Asked): Verdict {
  if (subject === undefined) return 'missing-record';
  if (subject.card.status === 'closed') return 'closed';
  if (faultsIn(voice, subject).length > 0) return 'wrong-value';
  if (chosenProposals(voice).some(({rubric, proposal}) => proposed.get(proposal) !== rubric)) return 'missing-record';
  const isUncounted = subject.kind === 'round' && subject.card.trust === 'code-cards' && voice.kind === 'ballot';
  return isUncounted ? 'code-needed' : 'added';
}
