import {canonical} from '@samenwaarde/core';
import type {AnyRecord} from '@samenwaarde/core/schema';
import type {CardTable} from '../database/tables.js';

/** Id of the contribution that a card decides on, or marks words of; empty for every other card. */
export function aboutOf(card: AnyRecord): string {
  if (card.kind === 'moderation') return card.of;
  return card.kind === 'highlight' ? card.quote : '';
}

/** A card as it is kept. */
export function cardRow(alliance: string, card: AnyRecord): CardTable {
  return {alliance, id: card.id, kind: card.kind, about: aboutOf(card), body: canonical(card)};
}
