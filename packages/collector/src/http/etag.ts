import {createHash} from 'node:crypto';
import {Answer} from './answer.js';
import type {Asked} from './asked.js';
import {Problem} from './problem.js';

/** The entity tag of a text: the same text has the same one, on every collector. */
export function etagOf(text: string): string {
  return `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
}

/** The answer that `make` gives, with its tag; 304 without making it when the client has it already. */
export async function conditional(
  request: Pick<Asked, 'header'>,
  etag: string,
  make: () => Answer | Promise<Answer>,
): Promise<Answer> {
  const isKnown = lists(request.header('if-none-match'), etag);
  const answer = isKnown ? new Answer(undefined, {status: 304}) : await make();
  answer.set('etag', etag);
  answer.set('cache-control', 'no-cache');
  return answer;
}

/**
 * Keeps a change away from what is not the version that the client saw.
 *
 * @param etag Tag of what is there now; `undefined` for nothing.
 * @throws Problem 412
 */
export function demandMatch(request: Pick<Asked, 'header'>, etag: string | undefined): void {
  const [match, noneMatch] = [request.header('if-match'), request.header('if-none-match')];
  const isOther = match !== undefined && (etag === undefined || !lists(match, etag));
  const isThere = noneMatch !== undefined && etag !== undefined && lists(noneMatch, etag);
  if (isOther || isThere) throw new Problem(412, 'changed', {detail: 'It changed since you last read it.'});
}

/** Compared weakly: a proxy that compresses makes `W/"…"` of a tag. @see RFC 9110, section 8.8.3.2 */
function lists(header: string | undefined, etag: string): boolean {
  const bare = (tag: string) => tag.trim().replace(/^W\//, '');
  return (header ?? '').split(',').some(tag => tag.trim() === '*' || bare(tag) === bare(etag));
}
