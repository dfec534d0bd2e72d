/** Why a file is refused, or something in it reported. A screen says it in words; these are to look them up by. */
export type ProblemReason =
  /** More text than `LONGEST_FILE`; more parts, or deeper ones, than any alliance has. */
  | 'too-large'
  | 'too-complex'
  | 'not-json'
  /** JSON, but none of the three files. */
  | 'unknown-file'
  /** Made by a newer version of this software. */
  | 'newer-version'
  | 'unknown-kind'
  | 'unknown-key'
  | 'missing-key'
  | 'wrong-value'
  /** Two records with one id, or figures of one round twice. */
  | 'double-id'
  /** Not exactly one alliance, with the id that the file names. */
  | 'wrong-alliance'
  /** A record names one that is not there, or one of another kind. */
  | 'missing-record'
  /** The words of a highlight are not in its quote at that place; a published value has no quote. */
  | 'words-not-in-quote'
  /** Figures of a round that is open or not there. */
  | 'round-not-closed';

/** One thing that is wrong with a file. Never holds a text of somebody: only names of keys, kinds and ids. */
export interface Problem {
  readonly reason: ProblemReason;
  /** Where in the file, counted from 0: `records[3].marks`. Empty for the file as a whole. */
  readonly path: string;
  /** Kind and id of the record, where it has them. */
  readonly kind?: string;
  readonly id?: string;
  /** The key that is unknown, missing or wrong. */
  readonly key?: string;
  /** All of it in English words, for a log: `missing record, round, 5f0c…, profileVersion`. */
  readonly detail: string;
}

/** Most problems that are listed: enough to see what is wrong, however broken a file is. */
export const MOST_PROBLEMS = 100;

/** Where a problem is; `record` is what stands there, whatever it is. */
export interface Place {
  readonly path?: string;
  readonly record?: unknown;
  readonly key?: string;
}

/** A problem with its words. Names longer than an id are not ours and may be anything: they are cut or left out. */
export function problem(reason: ProblemReason, {path = '', record, key}: Place = {}): Problem {
  const {kind, id} = isObject(record) ? record : {};
  const named = {
    ...(isName(kind) && {kind}),
    ...(isName(id) && {id}),
    ...(key !== undefined && {key: key.slice(0, 36)}),
  };
  return {reason, path, ...named, detail: [reason.replaceAll('-', ' '), ...Object.values(named)].join(', ')};
}

/** Whether the value is an object with keys, as JSON has them. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 36;
}
