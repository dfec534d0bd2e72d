import {follow} from './highlight.js';
import {decisions, readableVote, releasedQuotes} from './moderation.js';
import {shuffle, type Random} from './random.js';
import {holdsTogether} from './references.js';
import {countVotes} from './rubric-votes.js';
import type {
  AnyRecord,
  CoreValue,
  Kind,
  Moderation,
  ProfileVersion,
  Reason,
  RecordOf,
  Round,
  Rubric,
  VoteRound,
} from './schema.js';
import {show, type ShownTally} from './small-groups.js';
import {showVotes, type ShownVotes} from './shown-votes.js';
import {tally} from './tally.js';
import {terms} from './terms.js';

/** What a collector answers at the address of an alliance: as published now, and it goes on. */
export type AnsweredAlliance = Omit<Publication, 'kind'> & {readonly kind: 'alliance'};

/** The kinds of record that a publication has: the method and the positions as they are, and released quotes. */
export type PublishedKind = Exclude<Kind, 'moderation' | 'ballot' | 'rubric-vote' | 'reason'>;
export type PublishedRecord = RecordOf<PublishedKind>;

/** The figures of one closed round. */
export interface PublishedResult {
  readonly round: string;
  readonly shown: ShownTally;
  /** What would have to change, by value: shuffled, and without the mark. */
  readonly reasons: readonly {readonly value: string; readonly text: string}[];
}

/** The figures of one closed vote round. */
export interface PublishedVotes {
  readonly round: string;
  readonly shown: ShownVotes;
}

/**
 * An alliance as everybody may read it. Not for import: quotes have the facilitator's redactions in them, and longlist,
 * piles and profiles lack what no released quote supports.
 */
export interface Publication {
  readonly schema: 1;
  readonly kind: 'publication';
  /** Id of the alliance, whose record is among the records. */
  readonly alliance: string;
  readonly records: readonly PublishedRecord[];
  readonly results: readonly PublishedResult[];
  readonly voteResults: readonly PublishedVotes[];
}

/** Every kind has its answer here, so that a new one is not published without anybody having thought of it. */
const isPublished: Readonly<Record<Kind, boolean>> = {
  alliance: true,
  question: true,
  'source-count': true,
  // Would tell which quotes were held back, and why.
  moderation: false,
  highlight: true,
  value: true,
  rubric: true,
  'name-proposal': true,
  'profile-version': true,
  'vote-round': true,
  plan: true,
  'plan-version': true,
  round: true,
  quote: true,
  'rubric-vote': false,
  ballot: false,
  reason: false,
  'group-mark': true,
};

/** The records of one kind. */
export function ofKind<K extends Kind>(records: readonly AnyRecord[], kind: K): RecordOf<K>[] {
  return records.filter((record): record is RecordOf<K> => record.kind === kind);
}

/**
 * What may be published of an alliance, in an order that tells nothing: records by id, results by round, reasons
 * shuffled.
 *
 * - Quotes that are released, with their redactions. What is held or refused is not in it, and neither is what would
 *   tell of it: decisions, highlights in it, values that nothing else supports. So the thread from every value to the
 *   words behind it holds.
 * - A highlight follows its words when a redaction moved them, and goes when they were taken out.
 * - Of a closed round what `show` and `showVotes` let through, and the reasons that were released on values that
 *   enough people marked. Of an open round no figure. Own names in votes count once they were released; objections and
 *   what somebody misses are in no publication.
 * - Cards that name a card which is not there are left out.
 *
 * @throws Error without a record of the alliance.
 */
export function publication(records: readonly AnyRecord[], random: Random): Publication {
  return publicationWith(records, {
    results: closed(ofKind(records, 'round')).flatMap(round => resultOf(round, records, random)),
    voteResults: closed(ofKind(records, 'vote-round')).map(round => publishedVotes(round, records)),
  });
}

/** The figures of closed rounds. Those of a round that is not published with its records are left out. */
export interface Figures {
  readonly results: readonly PublishedResult[];
  readonly voteResults: readonly PublishedVotes[];
}

/** What may be published, with figures that were counted before: where there are too many ballots to count again. */
export function publicationWith(records: readonly AnyRecord[], figures: Figures): Publication {
  const [alliance] = ofKind(records, 'alliance');
  if (alliance === undefined) throw new Error('These records have no alliance.');
  const published = publishedRecords(records);
  const shown = new Set(closed([...ofKind(published, 'round'), ...ofKind(published, 'vote-round')]).map(({id}) => id));
  return {
    schema: 1,
    kind: 'publication',
    alliance: alliance.id,
    records: published,
    results: figures.results.filter(({round}) => shown.has(round)),
    voteResults: figures.voteResults.filter(({round}) => shown.has(round)),
  };
}

function closed<R extends Round | VoteRound>(rounds: readonly R[]): R[] {
  return rounds.filter(({status}) => status === 'closed');
}

function publishedRecords(records: readonly AnyRecord[]): PublishedRecord[] {
  const moderations = ofKind(records, 'moderation');
  const quotes = releasedQuotes(ofKind(records, 'quote'), ofKind(records, 'question'), moderations);
  const texts = new Map(quotes.map(({id, text}) => [id, text]));
  const there = new Set(ofKind(records, 'value').map(({id}) => id));
  const highlights = ofKind(records, 'highlight')
    .filter(({value}) => there.has(value))
    .flatMap(highlight => follow(highlight, texts.get(highlight.quote) ?? '') ?? []);
  const said = new Set(highlights.map(({value}) => value));
  const others = records
    .filter(({kind}) => !['quote', 'highlight'].includes(kind))
    .flatMap(record => without(record, said));
  const all = holdsTogether([...quotes, ...highlights, ...others]);
  return all.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The record without the values that were not said in a released quote; nothing of one that is not published. */
function without(record: AnyRecord, said: ReadonlySet<string>): PublishedRecord[] {
  if (!isPublished[record.kind]) return [];
  if (record.kind === 'value') return said.has(record.id) ? [record] : [];
  if (record.kind === 'rubric') return [withoutInRubric(record, said)];
  if (record.kind === 'profile-version') return [withoutInProfile(record, said)];
  return [record as PublishedRecord];
}

function withoutInRubric(rubric: Rubric, said: ReadonlySet<string>): Rubric {
  const values = rubric.values.filter(value => said.has(value));
  return rubric.facets === undefined ? {...rubric, values} : {...rubric, values, facets: facetsOf(rubric.facets, said)};
}

function withoutInProfile(profile: ProfileVersion, said: ReadonlySet<string>): ProfileVersion {
  const coreValues = profile.coreValues.map(core => ({...core, facets: facetsOf(core.facets, said)}));
  return {...profile, coreValues};
}

function facetsOf(facets: CoreValue['facets'], said: ReadonlySet<string>): CoreValue['facets'] {
  const entries = Object.entries(facets).map(([facet, {text, values}]) => [
    facet,
    {text, values: values.filter(value => said.has(value))},
  ]);
  return Object.fromEntries(entries) as CoreValue['facets'];
}

function resultOf(round: Round, records: readonly AnyRecord[], random: Random): PublishedResult[] {
  const profile = ofKind(records, 'profile-version').find(({id}) => id === round.profileVersion);
  if (profile === undefined) return [];
  const ballots = ofKind(records, 'ballot').filter(ballot => ballot.round === round.id);
  const shown = show(tally(ballots), terms(round, profile, 'ballots'));
  return [{round: round.id, shown, reasons: shuffle(publishedReasons(round, shown, records), random)}];
}

/** The reasons of a round that may be read: released, on values that enough people marked. Not shuffled yet. */
export function publishedReasons(
  round: Round,
  shown: ShownTally,
  records: readonly AnyRecord[],
): PublishedResult['reasons'] {
  return releasedReasons(ofKind(records, 'reason'), ofKind(records, 'moderation'))
    .filter(reason => reason.round === round.id && reason.planVersion === round.planVersion)
    .filter(({value}) => ['shown', 'alike'].includes(shown.values[value]?.type ?? ''))
    .map(({value, text}) => ({value, text}));
}

/** Only what a facilitator has read and released: no setting lets a reason through by itself. */
function releasedReasons(reasons: readonly Reason[], moderations: readonly Moderation[]): Reason[] {
  const decided = decisions(moderations);
  return reasons.flatMap(reason => {
    const decision = decided.get(reason.id);
    return decision?.outcome === 'released' ? [{...reason, text: decision.redacted ?? reason.text}] : [];
  });
}

/** The figures of a closed vote round. Own names count once a facilitator has released them. */
export function publishedVotes(round: VoteRound, records: readonly AnyRecord[]): PublishedVotes {
  const decided = decisions(ofKind(records, 'moderation'));
  const votes = ofKind(records, 'rubric-vote').filter(vote => vote.round === round.id);
  return {round: round.id, shown: showVotes(countVotes(votes.map(vote => readableVote(vote, decided))), round)};
}
