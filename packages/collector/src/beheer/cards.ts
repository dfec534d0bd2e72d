import {newest, ofKind, uuid} from '@samenwaarde/core';
import type {AnyRecord, Kind, MethodRecord, RecordOf} from '@samenwaarde/core/schema';
import type {Visit} from './site.js';

/** The records of one alliance that its facilitators make, as the API has them now. */
export interface Cards {
  readonly slug: string;
  readonly all: readonly AnyRecord[];
  /** The alliance itself. */
  readonly alliance: RecordOf<'alliance'>;
}

interface CardsPage {
  readonly items: readonly AnyRecord[];
  readonly next?: string | null;
}

/** All cards of the alliance in the path. @throws Refused */
export async function cardsOf(visit: Visit): Promise<Cards> {
  const slug = visit.parameter('alliance');
  const all: AnyRecord[] = [];
  let cursor = '';
  do {
    const query: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page: CardsPage = await visit.api.get(`/v1/alliances/${slug}/cards?limit=500${query}`);
    all.push(...page.items);
    cursor = page.next ?? '';
  } while (cursor !== '');
  const alliance = newest(ofKind(all, 'alliance'));
  if (alliance === undefined) throw new Error('An alliance without its own record.');
  return {slug, all, alliance};
}

/** What a page says about the alliance it belongs to. */
export function belonging({slug, alliance}: Cards): {slug: string; name: string} {
  return {slug, name: alliance.name};
}

/** The path of a page of the alliance, as forms have it. */
export function pathTo({slug}: Pick<Cards, 'slug'>, page = ''): string {
  return `/beheer/alliances/${slug}${page}`;
}

/** Its address, for a link: whole, because a page that was refused stands at the address of its form. */
export function linkTo({parts}: Visit, cards: Pick<Cards, 'slug'>, page = ''): string {
  return parts.basePath + pathTo(cards, page);
}

/** The cards of one kind. */
export function kindOf<K extends Kind>({all}: Cards, kind: K): RecordOf<K>[] {
  return ofKind(all, kind);
}

/** The card with that id, if it is of that kind. */
export function find<K extends Kind>(cards: Cards, kind: K, id: string): RecordOf<K> | undefined {
  return kindOf(cards, kind).find(card => card.id === id);
}

/** What a rubric is called, or else what is in it. */
export function rubricName(cards: Cards, id: string): string {
  const rubric = find(cards, 'rubric', id);
  const called = rubric?.name ?? rubric?.workingName;
  if (called !== undefined) return `“${called}”`;
  const names = new Map(kindOf(cards, 'value').map(({id: value, name}) => [value, name]));
  return `de stapel ${(rubric?.values ?? []).map(value => names.get(value) ?? '').join(' · ')}`;
}

type Head = 'schema' | 'kind' | 'id' | 'counter' | 'tag';
type MethodKind = MethodRecord['kind'];
/** What a card of that kind says, besides what every card has. What it need not say is `undefined` when it does not. */
export type Fields<K extends MethodKind> = WithGaps<Omit<Extract<MethodRecord, {kind: K}>, Head>>;
type WithGaps<Whole> = {
  [Key in keyof Whole]: Partial<Pick<Whole, Key>> extends Pick<Whole, Key> ? Whole[Key] | undefined : Whole[Key];
};

/** A new card of that kind. @throws Refused */
export async function make<K extends MethodKind>(
  visit: Visit,
  cards: Cards,
  {kind, fields}: {readonly kind: K; readonly fields: Fields<K>},
): Promise<string> {
  const id = uuid(visit.parts.random);
  await put(visit, cards, {...(fields as object), schema: 1, kind, id, ...move(visit, cards)});
  return id;
}

/** The same card with other fields: what is `undefined` it says no longer. @throws Refused */
export async function change<K extends MethodKind>(
  visit: Visit,
  cards: Cards,
  {card, fields}: {readonly card: Extract<MethodRecord, {kind: K}>; readonly fields: Partial<Fields<K>>},
): Promise<void> {
  await put(visit, cards, {...(card as object), ...(fields as object), id: card.id, ...move(visit, cards)});
}

async function put(
  visit: Visit,
  {slug}: Cards,
  {id, ...card}: {readonly id: string; readonly [key: string]: unknown},
): Promise<void> {
  await visit.api.send('PUT', `/v1/alliances/${slug}/cards/${id}`, {...card, id});
}

/** The counter after every one there is, and a mark that no other move has. */
function move(visit: Visit, {all}: Cards): {counter: number; tag: string} {
  const highest = all.reduce((most, card) => ('counter' in card ? Math.max(most, card.counter) : most), 0);
  return {counter: highest + 1, tag: uuid(visit.parts.random).slice(0, 8)};
}

/** The card without what it need not have. */
export function without<Card extends MethodRecord>(card: Card, key: keyof Card): Card {
  return Object.fromEntries(Object.entries(card).filter(([name]) => name !== key)) as Card;
}
