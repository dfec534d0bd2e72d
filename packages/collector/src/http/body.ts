import {isUtf8} from 'node:buffer';
import {isBomb} from '@samenwaarde/core/files';
import type {Asked} from './asked.js';
import {Problem} from './problem.js';

/** Longest body, in bytes, of a route that does not say otherwise. */
export const LONGEST_BODY = 65_536;

/**
 * The JSON of a body.
 *
 * @throws Problem 415 for another media type, 413 when it is longer than allowed, 400 when it is no JSON in UTF-8, or
 *   more of it than memory has room for.
 */
export async function readBody(request: Asked, longest: number): Promise<unknown> {
  const type = request.header('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type))
    throw new Problem(415, 'not-json', {detail: 'Send application/json.', headers: {accept: 'application/json'}});
  const text = await readText(request, longest);
  if (text.length > LONGEST_BODY && isBomb(text))
    throw new Problem(400, 'not-understood', {detail: 'The body nests too deep, or has too many parts.'});
  try {
    return demandText(text, JSON.parse(text));
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(400, 'not-understood', {detail: 'The body is not JSON.'});
  }
}

/** Escapes in JSON for what PostgreSQL takes for no text: the sign U+0000, and half of a pair of surrogates. */
const SUSPECT = /\\u(0000|d[89a-f])/i;

/** The value, when every text in it is one. @throws Problem 400 */
function demandText(source: string, value: unknown): unknown {
  if (!SUSPECT.test(source)) return value;
  return JSON.parse(source, (key, part: unknown) => {
    if (isText(key) && (typeof part !== 'string' || isText(part))) return part;
    throw new Problem(400, 'not-understood', {detail: 'The body has a sign in it that is no text.'});
  });
}

/** Whether every database takes it for a text. */
export function isText(text: string): boolean {
  return !text.includes('\0') && !/\p{Surrogate}/u.test(text);
}

async function readText(request: Asked, longest: number): Promise<string> {
  const isLong = Number(request.header('content-length') ?? 0) > longest;
  const body = isLong ? undefined : await request.read(longest);
  if (body === undefined) throw new Problem(413, 'too-large', {detail: `The body is longer than ${longest} bytes.`});
  if (!isUtf8(body)) throw new Problem(400, 'not-understood', {detail: 'The body is not UTF-8.'});
  return body.toString('utf8');
}
