import {isNewer} from '@samenwaarde/core';
import type {MethodRecord} from '@samenwaarde/core/schema';

/** The card that was moved last. */
export function newestOf<R extends MethodRecord>(cards: readonly R[]): R | undefined {
  return cards.reduce<R | undefined>((last, card) => (last && isNewer(last, card) ? last : card), undefined);
}
