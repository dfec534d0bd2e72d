import {problem, type Problem} from './file-problem.js';

/** Longest file that is read, in UTF-16 units: about 100,000 ballots. */
export const LONGEST_FILE = 50_000_000;

/** Deepest nesting and most objects and lists of a file that is read; the files of an alliance nest 9 deep at most. */
const DEEPEST = 32;
const MOST_PARTS = 2_000_000;
/** Most keys of an object and items of a list inside a record. A longlist has 10,000 values. */
const WIDEST = 100_000;

export type SafeJson =
  {readonly type: 'ok'; readonly value: unknown} | {readonly type: 'refused'; readonly problem: Problem};

/**
 * The value of a JSON text of a stranger. Refused before it is parsed: what is too long, too deep or has too many parts
 * for the memory of a phone. Refused afterwards: the key `__proto__`, which means something to the language itself.
 */
export function readJson(text: string): SafeJson {
  if (text.length > LONGEST_FILE) return {type: 'refused', problem: problem('too-large')};
  if (isBomb(text)) return {type: 'refused', problem: problem('too-complex')};
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    const found = findProblem(value);
    return found === undefined ? {type: 'ok', value} : {type: 'refused', problem: found};
  } catch {
    return {type: 'refused', problem: problem('not-json')};
  }
}

/**
 * Whether a JSON text would take more memory than it is worth: it nests deeper, or has more parts, than any file of an
 * alliance. Counts brackets outside strings, sign by sign: a pattern would need memory for a long string.
 */
export function isBomb(text: string): boolean {
  let depth = 0;
  let parts = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"') at = endOfString(text, at);
    else if (sign === ']' || sign === '}') depth--;
    else if (sign === '[' || sign === '{') {
      depth++;
      parts++;
      if (depth > DEEPEST || parts > MOST_PARTS) return true;
    }
  }
  return false;
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at;
  }
  return text.length;
}

function findProblem(value: unknown): Problem | undefined {
  const waiting: {part: unknown; depth: number}[] = [{part: value, depth: 0}];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const {part, depth} = next;
    if (typeof part !== 'object' || part === null) continue;
    if (Object.hasOwn(part, '__proto__')) return problem('unknown-key', {key: '__proto__'});
    const inside: unknown[] = Object.values(part);
    if (depth > 1 && inside.length > WIDEST) return problem('too-complex');
    for (const each of inside) if (typeof each === 'object') waiting.push({part: each, depth: depth + 1});
  }
  return undefined;
}
