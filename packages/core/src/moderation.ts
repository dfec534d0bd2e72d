import {isNewer} from './method-card.js';
import type {Moderation, Question, Quote} from './schema.js';

/**
 * The decision that counts on each contribution, by the id of the contribution: of several the newest card. Cards are
 * compared without a clock, so every device comes to the same one.
 */
export function decisions(moderations: Iterable<Moderation>): ReadonlyMap<string, Moderation> {
  const newest = new Map<string, Moderation>();
  for (const card of moderations) {
    const other = newest.get(card.of);
    if (other === undefined || isNewer(card, other)) newest.set(card.of, card);
  }
  return newest;
}

/**
 * The quotes that everybody may read, as they may be read: what the facilitator took out is out. A quote without a
 * decision follows its question; one whose question is not given here is held.
 */
export function releasedQuotes(
  quotes: readonly Quote[],
  questions: readonly Question[],
  moderations: Iterable<Moderation>,
): readonly Quote[] {
  const decided = decisions(moderations);
  const asked = new Map(questions.map(({id, moderation}) => [id, moderation]));
  return quotes.flatMap(quote => {
    const {outcome, redacted} = decided.get(quote.id) ?? {outcome: asked.get(quote.question) ?? 'held'};
    return outcome === 'released' ? [redacted === undefined ? quote : {...quote, text: redacted}] : [];
  });
}
