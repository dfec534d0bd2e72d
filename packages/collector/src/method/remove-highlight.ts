import {canonical} from '@samenwaarde/core';
import {transact, type Connection} from '../database/transact.js';
import {note} from '../facilitator/audit.js';
import type {Asked} from '../http/asked.js';
import {demandMatch, etagOf} from '../http/etag.js';
import {nothing, Problem} from '../http/problem.js';
import type {Person} from '../http/route.js';
import type {Parts} from '../parts.js';
import {isAsked} from './asked.js';
import {lockedCard, revise} from './cards.js';

interface Removal {
  readonly request: Asked;
  readonly alliance: string;
  readonly id: string;
  readonly person: Person | undefined;
}

/**
 * Takes a highlight away. Its value keeps its card: without words it is on no longlist, and whoever highlights words
 * under its name again finds it where it lay.
 *
 * @throws Problem 404 when it is not there; 409 for any other card, and while people vote on its value; 412.
 */
export async function removeHighlight(parts: Parts, removal: Removal): Promise<void> {
  await transact(parts.database, connection => removeWithin(parts, connection, removal));
}

async function removeWithin(
  parts: Parts,
  connection: Connection,
  {request, alliance, id, person}: Removal,
): Promise<void> {
  const card = await lockedCard(parts.database, connection, {alliance, id});
  demandMatch(request, card && etagOf(canonical(card)));
  if (card === undefined) throw nothing();
  if (card.kind !== 'highlight')
    throw new Problem(409, 'another-kind', {detail: 'Only a highlight can be taken away.'});
  // A vote that opens holds the highlights that it shows: whoever comes second sees what the first did.
  if (await isAsked(connection, alliance, card))
    throw new Problem(409, 'frozen', {detail: 'People vote on its value as it is. Wait until that is closed.'});
  await connection.deleteFrom('card').where('alliance', '=', alliance).where('id', '=', id).execute();
  await revise(connection, alliance);
  if (person !== undefined) await note(parts, connection, {alliance, person, act: 'highlight-removed', subject: id});
}
