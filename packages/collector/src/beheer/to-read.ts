import type {Moderation} from '@samenwaarde/core/schema';
import {linkTo, type Cards} from './cards.js';
import {choices} from './choices.js';
import {queryOf} from './cursor.js';
import {counted, KINDS, type Kind} from './given.js';
import type {Html} from './layout.js';
import type {Visit} from './site.js';

export const STATUSES = [
  ['held', 'Nog te lezen'],
  ['released', 'Vrijgegeven'],
  ['refused', 'Geweigerd'],
] as const satisfies readonly (readonly [Moderation['outcome'], string])[];

/** What there is to read, with how much of it waits; `current` is what somebody looks at. @throws Refused */
export async function kindsToRead(visit: Visit, cards: Cards, current: Kind | 'remarks'): Promise<Html> {
  const {waiting} = await counted(visit);
  const kinds = KINDS.map(([kind, words]) => ({
    words: `${words} (${waiting[kind]})`,
    address: linkTo(visit, cards, `/queue${queryOf({kind})}`),
    isHere: kind === current,
  }));
  const remarks = {words: 'Opmerkingen', address: linkTo(visit, cards, '/remarks'), isHere: current === 'remarks'};
  return choices('Wat u leest', [...kinds, remarks]);
}
