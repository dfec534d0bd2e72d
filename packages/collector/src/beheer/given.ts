import {decisions} from '@samenwaarde/core';
import type {Moderation, Quote, Reason} from '@samenwaarde/core/schema';
import type {OwnName} from '../method/vote-texts.js';
import {kindOf, type Cards} from './cards.js';
import {queryOf} from './cursor.js';
import type {Visit} from './site.js';

/** What somebody wrote, with what was decided about it. */
export interface Given {
  readonly record: Quote | Reason | OwnName;
  readonly decision?: Moderation;
}

/** What can be written and has to be read. */
export const KINDS = [
  ['quote', 'Citaten'],
  ['reason', 'Redenen bij onvoldoende'],
  ['own-name', 'Zelf bedachte namen'],
] as const satisfies readonly (readonly [Given['record']['kind'], string])[];
export type Kind = (typeof KINDS)[number][0];

/** Which of it. */
export interface Wanted {
  readonly kind: Kind;
  readonly status?: Moderation['outcome'];
  /** After which id; empty for the beginning. */
  readonly cursor?: string;
}

interface GivenPage {
  readonly items: readonly Given[];
  readonly next?: string;
}

/** As many as somebody reads in one go. */
export const IN_ONE_GO = 25;
/** As many as the API gives at once. */
const AT_ONCE = 500;

/** One page of what was given, and where the next page begins. @throws Refused */
export async function given(visit: Visit, wanted: Wanted, limit = IN_ONE_GO): Promise<GivenPage> {
  const query = queryOf({cursor: '', ...wanted, limit: String(limit)});
  return visit.api.get(`/v1/alliances/${visit.parameter('alliance')}/queue${query}`);
}

/** All that was given of a kind, page by page. @throws Refused */
export async function* allGiven(visit: Visit, wanted: Wanted): AsyncGenerator<Given> {
  for (let cursor: string | undefined = wanted.cursor ?? ''; cursor !== undefined;) {
    const page: GivenPage = await given(visit, {...wanted, cursor}, AT_ONCE);
    yield* page.items;
    cursor = page.next;
  }
}

/** What somebody wrote, as it is now; `undefined` when it is not there any more. @throws Refused */
export async function wordsWith(visit: Visit, id: string, kind: Kind): Promise<Given['record'] | undefined> {
  for await (const {record} of allGiven(visit, {kind})) if (record.id === id) return record;
  return undefined;
}

/** How much there is. */
export interface Counts {
  /** Contributions, by the id of the question or round. */
  readonly counts: Readonly<Record<string, number>>;
  /** What waits to be read. */
  readonly waiting: Readonly<Record<Kind, number>>;
}

/** How much came in, and how much of it waits. @throws Refused */
export async function counted(visit: Visit): Promise<Counts> {
  return visit.api.get(`/v1/alliances/${visit.parameter('alliance')}/counts`);
}

/** The words as they may be read. */
export function readable({record, decision}: Given): string {
  return decision?.redacted ?? record.text;
}

/** Id of the place of somebody's words on their page. */
export function placeOf({record}: {readonly record: Pick<Given['record'], 'id'>}): string {
  return `text-${record.id}`;
}

/** The decisions among the cards, by what they are about. */
export function decided(cards: Cards): ReadonlyMap<string, Moderation> {
  return decisions(kindOf(cards, 'moderation'));
}
