import type {Value} from '@samenwaarde/core/schema';
import {kindOf, type Cards} from './cards.js';

const collator = new Intl.Collator('nl');

/** The order of names, for `sort`. */
export function byName(a: {readonly name?: string}, b: {readonly name?: string}): number {
  return collator.compare(a.name ?? '', b.name ?? '');
}

/** The values that words are highlighted under, by name. Nothing is on the longlist that nobody said. */
export function longlist(cards: Cards): Value[] {
  const said = new Set(kindOf(cards, 'highlight').map(({value}) => value));
  return kindOf(cards, 'value')
    .filter(({id}) => said.has(id))
    .sort(byName);
}

/** The value of that name, whether or not it has words now. Capitals make no other name. */
export function valueNamed(cards: Cards, name: string): Value | undefined {
  return kindOf(cards, 'value').find(each => each.name.toLowerCase() === name.toLowerCase());
}
