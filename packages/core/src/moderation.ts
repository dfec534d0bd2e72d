import {isNewer} from './method-card.js';
import type {Moderation, Question, Quote, RubricVote} from './schema.js';

/**
 * The decision that counts on each text, by `textKey`: of several the newest card. Cards are compared without a clock, so
 * every device comes to the same one.
 */
export function decisions(moderations: Iterable<Moderation>): ReadonlyMap<string, Moderation> {
  const newest = new Map<string, Moderation>();
  for (const card of moderations) {
    const key = textKey(card.of, card.rubric);
    const other = newest.get(key);
    if (other === undefined || isNewer(card, other)) newest.set(key, card);
  }
  return newest;
}

/**
 * What tells a text from all others: the id of a quote or reason; of an own name in a vote the id of the vote with that of
 * the rubric.
 */
export function textKey(contribution: string, rubric?: string): string {
  return rubric === undefined ? contribution : `${contribution} ${rubric}`;
}

/** The vote as everybody may read it: with its own names as `releasedNames` has them, and without the others. */
export function readableVote(vote: RubricVote, decided: ReadonlyMap<string, Moderation>): RubricVote {
  const proposed = Object.entries(vote.names).filter(([, name]) => 'proposal' in name);
  return {...vote, names: {...Object.fromEntries(proposed), ...releasedNames(vote, decided)}};
}

/**
 * The own names of a vote that everybody may read, by rubric, as they may be read. No setting lets one through by itself:
 * a facilitator has read and released it.
 */
export function releasedNames(vote: RubricVote, decided: ReadonlyMap<string, Moderation>): RubricVote['names'] {
  const released = [...ownNames(vote)].flatMap(([rubric, own]) => {
    const decision = decided.get(textKey(vote.id, rubric));
    return decision?.outcome === 'released' ? [[rubric, {own: decision.redacted ?? own}] as const] : [];
  });
  return Object.fromEntries(released);
}

/** The names in a vote that somebody thought of, by rubric. A proposal of the group is none. */
export function ownNames({names}: Pick<RubricVote, 'names'>): ReadonlyMap<string, string> {
  return new Map(Object.entries(names).flatMap(([rubric, name]) => ('own' in name ? [[rubric, name.own]] : [])));
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
