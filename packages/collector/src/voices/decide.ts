import {isText, NO_RECEIPT, type Entry, type Kept, type Outcome} from './entry.js';

/** What a decision rests on, as it is under the locks of a flush. */
export interface Facts {
  /** What is kept under the entry's id. */
  readonly kept: Kept | undefined;
  /** Body of the subject's card. */
  readonly card: string | undefined;
  /** Whether the entry's own id is that of a card. */
  readonly isCard: boolean;
  /** Whether the entry's code was used; `undefined` when there is no such code. */
  readonly spent: boolean | undefined;
  /** Whether the alliance is not here any more: how it is known in addresses is remembered for a while. */
  readonly hasEnded: boolean;
}

/**
 * What becomes of an entry. The id is looked up first: what is there already, word for word, is there, whatever else
 * changed since.
 */
export function decide(entry: Entry, {kept, card, isCard, spent, hasEnded}: Facts): Outcome {
  if (kept === undefined || isForgone(kept, entry)) {
    // Whoever reads both could no longer tell them apart, and what names the card would lead to words of somebody.
    if (isCard) return 'another-kind';
    if (hasEnded && entry.record === undefined) return 'unknown';
    return card === entry.card ? decideNew(entry, spent) : 'stale';
  }
  const clash = clashOf(entry, kept);
  if (clash !== undefined) return clash;
  // A question may open again; a round never does.
  if (kept.settled && !isText(kept.kind)) return 'closed';
  return card === entry.card ? 'changed' : 'stale';
}

/** What can be told from the contribution alone; `undefined` when that is not enough. */
export function clashOf(
  entry: Pick<Entry, 'receipt' | 'body' | 'kind' | 'subject' | 'edition'>,
  kept: Kept,
): Outcome | undefined {
  // It came in a file, which a device may have saved before it could send: it is here, though nobody can change it.
  if (kept.receipt === NO_RECEIPT && kept.body === entry.body) return 'same';
  if (kept.receipt !== entry.receipt) return 'wrong-receipt';
  if (kept.body === entry.body || isEarlier(entry, kept)) return 'same';
  // It is withdrawn, and arrived only after somebody looked for it.
  if (entry.kind === '') return 'stale';
  return kept.kind === entry.kind && kept.subject === entry.subject ? undefined : 'another-kind';
}

/** Whether a later form of it is here: the network brought this one too late. */
function isEarlier({edition = Infinity}: Pick<Entry, 'edition'>, kept: Kept): boolean {
  return edition < kept.edition;
}

/** Whether it was withdrawn before it ever arrived, and is given after all. */
function isForgone(kept: Kept, entry: Entry): boolean {
  return kept.kind === '' && kept.receipt === entry.receipt && entry.record !== undefined && !isEarlier(entry, kept);
}

function decideNew(entry: Entry, spent: boolean | undefined): Outcome {
  // The id stays taken, so that what is still on its way changes nothing.
  if (entry.record === undefined) return entry.edition === undefined ? 'unknown' : 'added';
  if (entry.needs === undefined) return 'added';
  if (entry.code === undefined) return 'code-needed';
  if (spent === undefined) return 'code-unknown';
  return spent && entry.needs === 'spent-code' ? 'code-used' : 'added';
}
