/** What every record of the method has to decide without a clock which of two versions is the newer. */
export interface MethodCard {
  readonly id: string;
  readonly counter: number;
  readonly tag: string;
}

/**
 * Whether the first is the newer of two cards: the higher (counter, tag). Tags, and then ids, are compared by code unit,
 * so that every device decides alike. Of two cards that are alike in all three neither is the newer.
 */
export function isNewer(card: MethodCard, other: MethodCard): boolean {
  if (card.counter !== other.counter) return card.counter > other.counter;
  return card.tag === other.tag ? card.id > other.id : card.tag > other.tag;
}

/** The card that was moved last, by the rule of `isNewer`; `undefined` without cards. */
export function newest<Card extends MethodCard>(cards: readonly Card[]): Card | undefined {
  return cards.reduce<Card | undefined>((last, card) => (last && isNewer(last, card) ? last : card), undefined);
}
