import {canonical} from '@samenwaarde/core';
import type {Change} from '../kept.js';
import type {Post} from './post.js';
import type {Shelf} from './shelf.js';

/** Looks what became of what the present person gave: words are read, shown or refused, and why; a vote is as it was. */
export async function lookedAfter(shelf: Shelf, post: Post): Promise<void> {
  for (const [id, {receipt, record, delivery}] of shelf.kept.own) {
    if (!record || (delivery?.type === 'sent' && record.kind !== 'quote')) continue;
    if (shelf.kept.outbox.has(id)) continue;
    const given = await post.given(receipt, id).catch(() => undefined);
    if (!given) continue;
    await shelf.exchange(['own'], id, async look => {
      const [own, letter] = [await look('own', id), await look('outbox', id)];
      const isNews =
        own?.record &&
        !letter &&
        canonical(given) !== canonical({record: own.record, delivery: own.delivery, edition: own.edition ?? 0});
      return isNews ? [{store: 'own', key: id, value: {...own, ...given}} satisfies Change] : [];
    });
  }
}
