import {hash} from 'node:crypto';
import {canonical} from '@samenwaarde/core';
import type {Voice} from '@samenwaarde/core/schema';
import {notUnderstood} from '../http/frame.js';
import {Problem} from '../http/problem.js';
import type {Parts} from '../parts.js';
import {chosenProposals, faultsIn, subjectOf} from './check.js';
import type {Codes} from './codes.js';
import {clashOf} from './decide.js';
import {isText, type Entry, type Outcome} from './entry.js';
import {findKept} from './own.js';
import {findSubject, proposedFor, type Subject} from './subject.js';
import type {Writer} from './writer.js';

/** What came of giving or withdrawing something, and what it answers. */
export interface Given {
  readonly outcome: Exclude<Outcome, 'stale'>;
  readonly subject: Subject | undefined;
}

/** Somebody's contribution, as it came in. */
export interface Gift {
  readonly alliance: string;
  readonly record: Voice;
  /** As core writes it. */
  readonly receipt: string;
  /** As somebody typed it. */
  readonly code: string | undefined;
  /** Which form of it this is, 1 or more, when its sender numbers them. */
  readonly edition: number | undefined;
}

/** What the door of contributions works with. */
export interface Door {
  readonly database: Parts['database'];
  readonly writer: Writer;
  readonly codes: Codes;
  /** The subject with this id, remembered; `isFresh` asks the database. */
  readonly subject: (of: {alliance: string; id: string}, isFresh: boolean) => Promise<Subject | undefined>;
}

/** Times that a contribution is checked again because its question or round changed meanwhile. */
const TRIES = 10;
/** Most subjects that are remembered. */
const MOST_SUBJECTS = 1_000;

/** Remembers what people answer: a flush notices when it changed. */
export function subjects({query}: Parts['database']): Door['subject'] {
  // The answers to come, not those that came: many who ask at once make one question to the database.
  const known = new Map<string, Promise<Subject | undefined>>();
  return ({alliance, id}, isFresh) => {
    const key = `${alliance} ${id}`;
    const before = known.get(key);
    if (before !== undefined && !isFresh) return before;
    const subject = findSubject(query, alliance, id);
    if (known.size >= MOST_SUBJECTS) known.clear();
    known.set(key, subject);
    const forget = () => known.get(key) === subject && known.delete(key);
    subject.then(found => found ?? forget(), forget);
    return subject;
  };
}

/** All that is kept of a receipt. */
export function hashOf(receipt: string): string {
  return hash('sha256', receipt, 'hex');
}

/**
 * Gives a contribution, or changes it.
 *
 * @throws Problem when it does not fit what it answers, and is not there already.
 */
export async function give(door: Door, gift: Gift): Promise<Given> {
  const {alliance, record} = gift;
  const entry = {alliance, id: record.id, subject: subjectOf(record), kind: record.kind, record};
  const full = {...entry, ...numbered(gift), body: canonical(record), receipt: hashOf(gift.receipt)};
  return repeatedly(door, full, async subject => {
    const problem = await objection(door, gift, subject);
    if (problem !== undefined || subject === undefined) return problem;
    return {...full, card: subject.body, isPublic: isPublic(subject), ...(await codeOf(door, gift, subject))};
  });
}

/** Somebody takes back what stands, or is still on its way, under this id. */
export interface Withdrawal extends Pick<Gift, 'alliance' | 'receipt' | 'edition'> {
  readonly id: string;
}

/**
 * Withdraws what is kept under this id. What is numbered and not here yet can never arrive any more.
 *
 * @throws Problem 404 when nothing ever was, 409 when it was counted.
 */
export async function withdraw(door: Door, withdrawal: Withdrawal): Promise<Given> {
  const {alliance, id, receipt, edition} = withdrawal;
  const kept = await findKept(door.database.query, {alliance, id});
  if (kept === undefined && edition === undefined) return {outcome: 'unknown', subject: undefined};
  const {subject: of, kind} = kept ?? {subject: '', kind: ''};
  const full = {alliance, id, subject: of, kind: kind as Entry['kind'], record: undefined, body: ''};
  const entry = {...full, ...numbered(withdrawal), receipt: hashOf(receipt)};
  return repeatedly(door, entry, subject => {
    if (!isText(kind) && subject?.card.status === 'closed') return Promise.resolve(closed());
    return Promise.resolve({...entry, card: subject?.body, isPublic: false});
  });
}

function numbered({edition}: Pick<Gift, 'edition'>): Pick<Entry, 'edition'> {
  return edition === undefined ? {} : {edition};
}

type Bare = Pick<Entry, 'alliance' | 'id' | 'subject' | 'kind' | 'body' | 'receipt' | 'edition'>;

/** Checks and writes, until what it was checked against is what stands there when it is written. */
async function repeatedly(
  door: Door,
  bare: Bare,
  check: (subject: Subject | undefined) => Promise<Entry | Problem | undefined>,
): Promise<Given> {
  for (let tried = 0; tried < TRIES; tried++) {
    const subject = await door.subject({alliance: bare.alliance, id: bare.subject}, tried > 0);
    const entry = await check(subject);
    // What is remembered may be old: nobody is refused for that.
    const isOld = tried === 0 && (entry === undefined || entry instanceof Problem);
    if (isOld) continue;
    if (entry === undefined || entry instanceof Problem) return {outcome: await there(door, bare, entry), subject};
    const outcome = await door.writer.give(entry);
    if (outcome !== 'stale') return {outcome, subject};
  }
  throw new Problem(503, 'busy', {detail: 'What you answer keeps changing. Try again.', headers: {'Retry-After': '1'}});
}

/** The id comes first: what is there already is there, also when it would be refused now. @throws Problem */
async function there({database}: Door, bare: Bare, problem: Problem | undefined): Promise<Given['outcome']> {
  const kept = await findKept(database.query, bare);
  const clash = kept && clashOf(bare, kept);
  if (clash !== undefined && clash !== 'stale') return clash;
  throw problem ?? new Problem(404, 'no-such-subject', {detail: 'There is no such question or round here.'});
}

async function objection({database}: Door, {alliance, record}: Gift, subject?: Subject): Promise<Problem | undefined> {
  if (subject === undefined) return undefined;
  const faults = faultsIn(record, subject);
  if (faults.length > 0) return notUnderstood(faults);
  if (subject.card.status === 'closed') return closed();
  for (const {rubric, proposal} of chosenProposals(record))
    if ((await proposedFor(database.query, alliance, proposal)) !== rubric)
      return notUnderstood([{path: `names.${rubric}`, reason: 'missing-record', detail: 'Nobody proposed this name.'}]);
  return undefined;
}

function closed(): Problem {
  return new Problem(409, 'closed', {detail: 'It is closed: nothing can be given or changed any more.'});
}

function isPublic(subject: Subject): boolean {
  return subject.kind === 'question' && subject.card.moderation === 'released';
}

/** A code lets a ballot in once; with a reason it only has to be there, and is not joined to it. */
async function codeOf(
  {codes}: Door,
  {alliance, record, code}: Gift,
  subject: Subject,
): Promise<Pick<Entry, 'needs' | 'code'>> {
  if (subject.kind !== 'round' || subject.card.trust !== 'code-cards') return {};
  const needs = record.kind === 'ballot' ? 'spent-code' : 'known-code';
  const of = {alliance, round: subject.card.id};
  return {needs, ...(code !== undefined && {code: await codes.hash(of, code)})};
}
