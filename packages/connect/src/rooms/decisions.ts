import {decisions} from '@samenwaarde/core';
import type {Moderation} from '@samenwaarde/core/schema';
import {ofKind, once, type Known} from '../records.js';

/** What a facilitator decided last about each text, by its `textKey`. */
export function decided(known: Known): ReadonlyMap<string, Moderation> {
  return once(known, 'decisions', () => decisions(ofKind(known, 'moderation')));
}

/** What a facilitator decided last about a contribution. */
export function decisionOn(known: Known, contribution: string): Moderation | undefined {
  return decided(known).get(contribution);
}
