import {canonical} from '@samenwaarde/core';
import type {MethodRecord, Position} from '@samenwaarde/core/schema';

/** A record that a facilitator puts: of the method, or a position. */
export type Card = MethodRecord | Position;

/** What of a card may still change once people can answer it. Nothing of the others may. */
const FREE_WHILE_OPEN: Readonly<Partial<Record<Card['kind'], readonly string[]>>> = {
  round: ['status', 'closesOn', 'resultsOn'],
  'vote-round': ['status', 'closesOn', 'resultsOn'],
};

/** What of a card may still change once people answer about it. */
const FREE_ONCE_ASKED: Readonly<Partial<Record<Card['kind'], readonly string[]>>> = {
  'profile-version': ['agreedOn'],
  'plan-version': [],
  'name-proposal': [],
  // Of its values none may go.
  rubric: ['values', 'within', 'workingName', 'levels'],
  value: [],
  highlight: [],
};

/** Keys that say which version of a card it is, and nothing about what it means. */
const OF_THE_CARD = ['counter', 'tag'];

/** Whether the card asks people something, and can close. */
export function canClose(card: Card): card is Extract<Card, {status: 'open' | 'closed'}> {
  return 'status' in card;
}

/** Whether this version of a card closes what was open. */
export function closes(before: Card | undefined, after: Card): boolean {
  return before !== undefined && isOpen(before) && canClose(after) && after.status === 'closed';
}

/** Whether this version of a card lets people answer a question again that was closed. A round never opens again. */
export function reopens(before: Card | undefined, after: Card): after is Extract<Card, {kind: 'question'}> {
  if (before?.kind !== 'question' || after.kind !== 'question') return false;
  return before.status === 'closed' && after.status === 'open';
}

/** Why a card may not become this one, as the name of what stands in the way and a sentence. */
export type Refusal = readonly [type: string, detail: string];

/**
 * Why the first may not become the second: an answer must be about the words that were there when it was given.
 * `undefined` when it may. `asked`: whether people answer about the first.
 */
export function refusal(before: Card | undefined, after: Card, asked: boolean): Refusal | undefined {
  if (before === undefined) {
    const isNewAndClosed = canClose(after) && after.status === 'closed';
    return isNewAndClosed ? ['not-open', 'What is new starts open.'] : undefined;
  }
  if (before.kind !== after.kind) return ['another-kind', 'This id belongs to a card of another kind.'];
  // The figures of a round were shown: one vote more would be told by them. A question has none.
  if (canClose(before) && before.status === 'closed' && before.kind !== 'question')
    return ['closed', 'It is closed: it does not open again, nor change.'];
  if (publishesUnread(before, after))
    return ['frozen', 'People were told that somebody reads their words first: that stays so.'];
  const lost = loss(before, after, asked);
  if (lost !== undefined) return ['frozen', lost];
  const free = (asked ? FREE_ONCE_ASKED[after.kind] : undefined) ?? FREE_WHILE_OPEN[after.kind];
  const [frozen] = free === undefined ? [] : changedKeys(before, after).filter(key => !free.includes(key));
  return frozen === undefined ? undefined : ['frozen', `People answer it as it is: ${frozen} cannot change any more.`];
}

function publishesUnread(before: Card, after: Card): boolean {
  if (before.kind !== 'question' || after.kind !== 'question') return false;
  return before.moderation === 'held' && after.moderation === 'released';
}

/** Of what may only become more: what people have seen of it, and would be gone. */
function loss(before: Card, after: Card, asked: boolean): string | undefined {
  if (before.kind === 'question' && after.kind === 'question') {
    const stay = before.versions.every(({text}, place) => after.versions[place]?.text === text);
    return stay ? undefined : 'People answered these words: other words are a next version of the question.';
  }
  if (!asked || before.kind !== 'rubric' || after.kind !== 'rubric') return undefined;
  const left = new Set(after.values);
  const stay = before.values.every(value => left.has(value));
  return stay ? undefined : 'People vote on the values in it: none can go until the vote is closed.';
}

function isOpen(card: Card): boolean {
  return canClose(card) && card.status === 'open';
}

function changedKeys(before: Card, after: Card): string[] {
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return [...new Set([...old.keys(), ...now.keys()])].filter(
    key => !OF_THE_CARD.includes(key) && canonical(old.get(key) ?? null) !== canonical(now.get(key) ?? null),
  );
}
