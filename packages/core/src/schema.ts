import * as z from 'zod/mini';
import {LONGEST_NAME, LONGEST_TEXT} from './limits.js';

/**
 * Every record an alliance can have, as it crosses a door. The only file that knows zod: elsewhere the types are
 * enough. Keys that are not listed here are refused.
 */

/** Random UUID version 4: never ordered by time, never serial. */
export const Id = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/));

/** A calendar day, `2026-11-21`. No record knows a time of day. */
export const Day = z.iso.date();

const text = (longest: number) => z.string().check(z.minLength(1), z.maxLength(longest));
const count = z.int().check(z.minimum(0), z.maximum(1_000_000_000));
const record = <Kind extends string, Shape extends z.core.$ZodShape>(kind: Kind, shape: Shape) =>
  z.strictObject({schema: z.literal(1), kind: z.literal(kind), id: Id, ...shape});

/**
 * A record that the facilitator and the group make. `counter` is one higher than any its device had seen, `tag` is
 * random per device: the higher (counter, tag) wins, per record, without a clock.
 */
const method = <Kind extends string, Shape extends z.core.$ZodShape>(kind: Kind, shape: Shape) =>
  record(kind, {counter: z.int().check(z.minimum(1)), tag: text(32), ...shape});

const name = text(LONGEST_NAME);
const prose = text(LONGEST_TEXT);

// Method ----------------------------------------------------------------------------------------------------------

/** Who asks together, who answers for the data, and how long it is kept. */
export const Alliance = method('alliance', {
  name,
  area: z.exactOptional(name),
  purpose: z.exactOptional(prose),
  partners: z.array(name),
  responsible: z.strictObject({organisation: name, contact: text(200), privacy: text(500)}),
  retention: z.strictObject({texts: Day, everything: Day}),
});
export type Alliance = z.infer<typeof Alliance>;

/** One open question in the versions it went through; `asked` is the place of the version that is asked now. */
export const Question = method('question', {
  versions: z.array(z.strictObject({text: text(500), reaction: z.exactOptional(prose)})).check(z.minLength(1)),
  asked: z.int().check(z.minimum(0)),
  prompts: z.array(text(300)),
  guide: z.exactOptional(z.int().check(z.minimum(20), z.maximum(LONGEST_TEXT))),
  moderation: z.enum(['held', 'released']),
  status: z.enum(['open', 'closed']),
  closesOn: z.exactOptional(Day),
  resultsOn: z.exactOptional(Day),
});
export type Question = z.infer<typeof Question>;

/** How often each kind of source spoke. Counted apart, never kept on the quote. */
export const SourceCount = method('source-count', {
  question: Id,
  counts: z.strictObject({participant: count, interviewee: count, expert: count}),
});
export type SourceCount = z.infer<typeof SourceCount>;
export type Source = keyof SourceCount['counts'];

/**
 * What a facilitator decided about somebody's words: shown or not, and with what taken out. `of` is the contribution; of
 * a vote on rubrics `rubric` says for which of them the own name is that it is about.
 */
export const Moderation = method('moderation', {
  of: Id,
  rubric: z.exactOptional(Id),
  outcome: z.enum(['released', 'held', 'refused']),
  reason: z.exactOptional(z.enum(['personal-data', 'insult', 'not-an-answer', 'double', 'other'])),
  redacted: z.exactOptional(prose),
}).check(
  z.refine(({rubric, redacted = ''}) => rubric === undefined || redacted.length <= LONGEST_NAME, {path: ['redacted']}),
);
export type Moderation = z.infer<typeof Moderation>;

/** One value marked in one quote. `start` and `end` count code points of the quote's text. */
export const Highlight = method('highlight', {
  quote: Id,
  value: Id,
  exact: prose,
  start: z.int().check(z.minimum(0)),
  end: z.int().check(z.minimum(1)),
  pass: text(32),
});
export type Highlight = z.infer<typeof Highlight>;

/** One item of the longlist: something that somebody finds important. */
export const Value = method('value', {name});
export type Value = z.infer<typeof Value>;

const facet = z.strictObject({text: prose, values: z.array(Id)});
const facets = z.strictObject({
  emotion: z.exactOptional(facet),
  function: z.exactOptional(facet),
  aspiration: z.exactOptional(facet),
});
/** What a mark means on one core value, by mark: `{4: 'Vooral steen.'}`. */
const levels = z.strictObject({
  '4': z.exactOptional(text(300)),
  '6': z.exactOptional(text(300)),
  '8': z.exactOptional(text(300)),
});

/** A pile of values, perhaps inside another. With `name` it is a core value, without it a nameless pile. */
export const Rubric = method('rubric', {
  values: z.array(Id),
  within: z.exactOptional(Id),
  name: z.exactOptional(name),
  workingName: z.exactOptional(name),
  facets: z.exactOptional(facets),
  levels: z.exactOptional(levels),
});
export type Rubric = z.infer<typeof Rubric>;
export type Facet = keyof z.infer<typeof facets>;

/** A name somebody proposed for a rubric. */
export const NameProposal = method('name-proposal', {rubric: Id, name});
export type NameProposal = z.infer<typeof NameProposal>;

const coreValue = z.strictObject({rubric: Id, name, facets, levels: z.exactOptional(levels)});
export type CoreValue = z.infer<typeof coreValue>;

/** The core values as they stood when this version was made: ids and texts, frozen. */
export const ProfileVersion = method('profile-version', {
  number: z.int().check(z.minimum(1)),
  split: z.enum(['sides', 'kinds']),
  coreValues: z.array(coreValue).check(z.minLength(1)),
  noPlaceYet: count,
  agreedOn: z.exactOptional(Day),
});
export type ProfileVersion = z.infer<typeof ProfileVersion>;

/** A vote on rubrics: what is asked about which of them. `status: 'closed'` is the reveal. */
export const VoteRound = method('vote-round', {
  rubrics: z.array(Id).check(z.minLength(1)),
  recognition: z.boolean(),
  dots: z.int().check(z.minimum(0), z.maximum(20)),
  names: z.boolean(),
  k: z.int().check(z.minimum(1), z.maximum(100)),
  status: z.enum(['open', 'closed']),
  closesOn: z.exactOptional(Day),
  resultsOn: z.exactOptional(Day),
});
export type VoteRound = z.infer<typeof VoteRound>;

export const Plan = method('plan', {name, type: z.enum(['policy', 'measure', 'design', 'project'])});
export type Plan = z.infer<typeof Plan>;

export const PlanVersion = method('plan-version', {plan: Id, number: z.int().check(z.minimum(1)), text: prose});
export type PlanVersion = z.infer<typeof PlanVersion>;

/** A mark with at most one decimal, 1.0–10.0. */
const passMark = z.number().check(z.minimum(1), z.maximum(10), z.multipleOf(0.1));

/** One test of one plan version on every core value of one profile version. */
export const Round = method('round', {
  planVersion: Id,
  profileVersion: Id,
  passMark,
  passMarks: z.record(Id, passMark),
  leftOut: z.array(z.strictObject({value: Id, reason: text(500)})),
  scale: z.enum(['marks', 'sufficient']),
  notApplicable: z.boolean(),
  k: z.int().check(z.minimum(1), z.maximum(100)),
  trust: z.enum(['open-link', 'code-cards']),
  status: z.enum(['open', 'closed']),
  closesOn: z.exactOptional(Day),
  resultsOn: z.exactOptional(Day),
});
export type Round = z.infer<typeof Round>;

// Voices ----------------------------------------------------------------------------------------------------------

/** Somebody's own words. Nothing else: no author, no source, no time. */
export const Quote = record('quote', {question: Id, text: prose});
export type Quote = z.infer<typeof Quote>;

/** One person's answer on rubrics. What was not answered is not there. */
export const RubricVote = record('rubric-vote', {
  round: Id,
  recognition: z.record(Id, z.enum(['fits', 'partly', 'not', 'unknown'])),
  dots: z.record(Id, z.int().check(z.minimum(1), z.maximum(20))),
  names: z.record(Id, z.union([z.strictObject({proposal: Id}), z.strictObject({own: name})])),
  objections: z.record(Id, prose),
  missing: z.exactOptional(prose),
});
export type RubricVote = z.infer<typeof RubricVote>;
export type Recognition = RubricVote['recognition'][string];

/** A mark 1–10 as on a Dutch school report; `'sufficient'` and `'insufficient'` in a round on that scale. */
export const Score = z.union([
  z.int().check(z.minimum(1), z.maximum(10)),
  z.enum(['sufficient', 'insufficient', 'unknown', 'not-applicable']),
]);
export type Score = z.infer<typeof Score>;

/** One person's marks, by rubric id. Nothing for what was not answered. */
export const Ballot = record('ballot', {round: Id, marks: z.record(Id, Score)});
export type Ballot = z.infer<typeof Ballot>;

/** What would have to change: bound to a value and a plan version, never to a ballot. */
export const Reason = record('reason', {round: Id, value: Id, planVersion: Id, text: prose});
export type Reason = z.infer<typeof Reason>;

// Positions -------------------------------------------------------------------------------------------------------

/** One mark and one reason per value that a table agreed on, in the open. */
export const GroupMark = record('group-mark', {
  round: Id,
  table: name,
  marks: z.record(Id, Score),
  reasons: z.record(Id, prose),
});
export type GroupMark = z.infer<typeof GroupMark>;

// ------------------------------------------------------------------------------------------------------------------

export const methodKinds = [
  Alliance,
  Question,
  SourceCount,
  Moderation,
  Highlight,
  Value,
  Rubric,
  NameProposal,
  ProfileVersion,
  VoteRound,
  Plan,
  PlanVersion,
  Round,
] as const;
export const voiceKinds = [Quote, RubricVote, Ballot, Reason] as const;
export const positionKinds = [GroupMark] as const;

/** Any record. */
export const AnyRecord = z.discriminatedUnion('kind', [...methodKinds, ...voiceKinds, ...positionKinds]);
export type AnyRecord = z.infer<typeof AnyRecord>;
export type Kind = AnyRecord['kind'];
export type RecordOf<K extends Kind> = Extract<AnyRecord, {kind: K}>;
export type MethodRecord = z.infer<(typeof methodKinds)[number]>;
export type Voice = z.infer<(typeof voiceKinds)[number]>;
export type Position = z.infer<(typeof positionKinds)[number]>;
