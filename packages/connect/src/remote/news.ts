import {canonical, ownNames} from '@samenwaarde/core';
import type {Change, Own} from '../kept.js';
import type {Post} from './post.js';
import type {Shelf} from './shelf.js';

/**
 * Looks what became of what the present person gave: words are read, shown or refused, and why. Of a vote that is so for
 * the names that the person thought of; the rest of it is as it was.
 */
export async function lookedAfter(shelf: Shelf, post: Post): Promise<void> {
  for (const [id, {receipt, record, delivery, edition}] of shelf.kept.own) {
    if (!record || (delivery?.type === 'sent' && !hasWords(record))) continue;
    if (shelf.kept.outbox.has(id)) continue;
    const given = await post.given(receipt, id).catch(() => undefined);
    if (!given) continue;
    await shelf.exchange(['own'], id, async look => {
      const [own, letter] = [await look('own', id), await look('outbox', id)];
      // What was given and delivered meanwhile is newer than this answer.
      const isAsked = own?.record && !letter && own.edition === edition;
      const isNews = isAsked && canonical(given) !== canonical(knownOf(own));
      return isNews ? [{store: 'own', key: id, value: {...own, ...given}} satisfies Change] : [];
    });
  }
}

/** Whether somebody reads it before others do. */
function hasWords(record: NonNullable<Own['record']>): boolean {
  return record.kind === 'quote' || (record.kind === 'rubric-vote' && ownNames(record).size > 0);
}

/** What the collector said of it last. */
function knownOf({record, delivery, edition = 0, names}: Own): object {
  return {record, delivery, edition, names};
}
