import * as z from 'zod/mini';
import type {Backup as BackupFile, Parcel as ParcelFile} from './backup.js';
import {checkFile} from './file-check.js';
import {isObject, MOST_PROBLEMS, problem, type Problem} from './file-problem.js';
import type {AnsweredAlliance as AnsweredFile, Publication as PublicationFile} from './publication.js';
import {readJson} from './safe-json.js';
import {AnyRecord, Id, methodKinds, Moderation, positionKinds, Quote, voiceKinds} from './schema.js';

export {checkFile} from './file-check.js';
export {isBomb} from './safe-json.js';
export type {Problem, ProblemReason} from './file-problem.js';
export {backup, parcel} from './backup.js';
export {publication, publicationWith, publishedReasons, publishedVotes} from './publication.js';
export type {Figures, PublishedKind, PublishedRecord, PublishedResult, PublishedVotes} from './publication.js';

/** The three files, as they cross a door. Keys that are not listed here are refused. */

const count = z.int().check(z.minimum(0), z.maximum(1_000_000_000));
/** `null` where too few people answered. */
const countOrNone = z.union([count, z.literal(null)]);
const text = (longest: number) => z.string().check(z.minLength(1), z.maxLength(longest));
const too = <Type extends string>(type: Type) => z.strictObject({type: z.literal(type)});

const histogram = z.strictObject({
  marks: z.array(count).check(z.minLength(10), z.maxLength(10)),
  sufficient: count,
  insufficient: count,
  unknown: count,
  notApplicable: count,
});
const shownHistogram = z.discriminatedUnion('type', [
  z.strictObject({type: z.literal('shown'), histogram}),
  z.strictObject({type: z.literal('alike'), side: z.enum(['pass', 'insufficient']), n: count}),
  too('too-few-voices'),
  too('unmarked'),
]);

/** The figures of one closed round, and what people gave as reasons. */
const publishedResult = z.strictObject({
  round: Id,
  shown: z.strictObject({ballots: countOrNone, values: z.record(Id, shownHistogram)}),
  reasons: z.array(z.strictObject({value: Id, text: text(5_000)})),
});

const unshown = [too('too-few-voices'), too('unanswered')] as const;
const nameChosen = z.union([z.strictObject({proposal: Id}), z.strictObject({own: text(120)})]);
const shownRubric = z.strictObject({
  rubric: Id,
  recognition: z.discriminatedUnion('type', [
    ...unshown,
    z.strictObject({
      type: z.literal('shown'),
      n: count,
      counts: z.strictObject({fits: count, partly: count, not: count, unknown: count}),
    }),
    z.strictObject({type: z.literal('alike'), n: count, recognised: z.boolean()}),
  ]),
  dots: z.discriminatedUnion('type', [
    ...unshown,
    z.strictObject({type: z.literal('shown'), n: count, dots: count, voters: count}),
    z.strictObject({type: z.literal('alike'), n: count, chosen: z.boolean()}),
  ]),
  names: z.discriminatedUnion('type', [
    ...unshown,
    z.strictObject({type: z.literal('shown'), n: count, names: z.array(z.strictObject({name: nameChosen, count}))}),
    z.strictObject({type: z.literal('alike'), n: count, name: nameChosen}),
  ]),
});

/** The figures of one closed vote round. */
const publishedVotes = z.strictObject({
  round: Id,
  shown: z.strictObject({votes: countOrNone, rubrics: z.array(shownRubric)}),
});

/** A voice: somebody's own contribution. */
const voiceRecord = z.discriminatedUnion('kind', [...voiceKinds]);

/** A record that a publication may have: no decision about somebody's words, no ballot, no vote, no reason. */
const publishedRecord = z.discriminatedUnion('kind', [
  Quote,
  ...methodKinds.filter((kind): kind is Exclude<typeof kind, typeof Moderation> => kind !== Moderation),
  ...positionKinds,
]);

const head = <Type extends string>(kind: Type) => ({schema: z.literal(1), kind: z.literal(kind), alliance: Id});

/** Every record of an alliance, without receipts. Says itself that it is not for publication. */
export const Backup = z.strictObject({...head('backup'), notice: text(500), records: z.array(AnyRecord)});
export type Backup = BackupFile;

const published = {
  records: z.array(publishedRecord),
  results: z.array(publishedResult),
  voteResults: z.array(publishedVotes),
};

/** An alliance as everybody may read it. */
export const Publication = z.strictObject({...head('publication'), ...published});
export type Publication = PublicationFile;

/** The same as a collector answers it: no file, because it goes on. */
export const AnsweredAlliance = z.strictObject({...head('alliance'), ...published});
export type AnsweredAlliance = AnsweredFile;

/** The contributions that were made on one device, for the facilitator to import. */
export const Parcel = z.strictObject({...head('parcel'), records: z.array(voiceRecord)});
export type Parcel = ParcelFile;

/** A file of an alliance, or a collector's answer; which one, it says by its `kind`. */
export type AllianceFile = Backup | Publication | Parcel | AnsweredAlliance;

/** A file, with what is reported about it, or all that is wrong with it: at most 100 problems. */
export type ParsedFile =
  | {readonly type: 'ok'; readonly file: AllianceFile; readonly reported: readonly Problem[]}
  | {readonly type: 'refused'; readonly problems: readonly Problem[]};

/**
 * The file in a text of a stranger: all or nothing. At most 50 million UTF-16 units. What has to fit together to be
 * let in, and what is only reported, `checkFile` says.
 */
export function parseFile(source: string): ParsedFile {
  const json = readJson(source);
  if (json.type === 'refused') return refuse([json.problem]);
  const {value} = json;
  if (!isObject(value) || typeof value['kind'] !== 'string') return refuse([problem('unknown-file')]);
  if (isFromNewer(value)) return refuse([problem('newer-version', {record: value})]);
  const form = Object.hasOwn(forms, value['kind']) ? forms[value['kind'] as keyof typeof forms] : undefined;
  if (form === undefined) return refuse([problem('unknown-file')]);
  const wrong = problemsInForm(value, form);
  if (wrong.length > 0) return refuse(wrong);
  const file = value as unknown as AllianceFile;
  const {problems, reported} = checkFile(file);
  return problems.length > 0 ? refuse(problems) : {type: 'ok', file, reported: reported.slice(0, MOST_PROBLEMS)};
}

/** A file's own keys, and per list what its items are. */
interface Form {
  readonly whole: z.ZodMiniType;
  readonly lists: Readonly<Record<string, z.ZodMiniType>>;
}

const publishedLists = {records: publishedRecord, results: publishedResult, voteResults: publishedVotes};

const forms: Readonly<Record<AllianceFile['kind'], Form>> = {
  backup: {whole: Backup, lists: {records: AnyRecord}},
  publication: {whole: Publication, lists: publishedLists},
  alliance: {whole: AnsweredAlliance, lists: publishedLists},
  parcel: {whole: Parcel, lists: {records: voiceRecord}},
};

function refuse(problems: readonly Problem[]): ParsedFile {
  return {type: 'refused', problems: problems.slice(0, MOST_PROBLEMS)};
}

function isFromNewer(value: unknown): boolean {
  return isObject(value) && typeof value['schema'] === 'number' && value['schema'] > 1;
}

/** Item by item, and no further than the list of problems is long: a file full of errors takes no more memory. */
function problemsInForm(file: Readonly<Record<string, unknown>>, {whole, lists}: Form): Problem[] {
  const bare = Object.entries(file).map(([key, part]) => [key, key in lists && Array.isArray(part) ? [] : part]);
  const problems = problemsIn(Object.fromEntries(bare), whole, '');
  for (const [name, item] of Object.entries(lists)) {
    const items: unknown = file[name];
    if (!Array.isArray(items)) continue;
    for (const [place, value] of items.entries()) {
      problems.push(...problemsIn(value, item, `${name}[${place}]`));
      if (problems.length >= MOST_PROBLEMS) return problems;
    }
  }
  return problems;
}

function problemsIn(value: unknown, schema: z.ZodMiniType, path: string): Problem[] {
  const {error} = schema.safeParse(value);
  if (error === undefined) return [];
  if (isFromNewer(value)) return [problem('newer-version', {record: value, path})];
  return error.issues.slice(0, MOST_PROBLEMS).flatMap(issue => problemsOf(issue, value, path));
}

function problemsOf(issue: z.core.$ZodIssue, record: unknown, path: string): Problem[] {
  const place = path + issue.path.map(key => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.slice(0, MOST_PROBLEMS).map(key => problem('unknown-key', {record, key, path: place}));
  const key = issue.path.filter(name => typeof name === 'string').at(-1);
  if (issue.code === 'invalid_union' && issue.discriminator === 'kind')
    return [problem('unknown-kind', {record, path})];
  const there = issue.path.reduce<unknown>(
    (part, name) => (isObject(part) || Array.isArray(part) ? Reflect.get(part, name) : undefined),
    record,
  );
  const reason = there === undefined ? 'missing-key' : 'wrong-value';
  return [problem(reason, {record, path: place, ...(key === undefined ? {} : {key})})];
}
