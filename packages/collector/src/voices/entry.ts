import type {Voice} from '@samenwaarde/core/schema';

/** Imported contributions have no receipt: nobody can change or withdraw them with one. */
export const NO_RECEIPT = '';

/** Something that somebody gives, changes or withdraws, on its way to the database. */
export interface Entry {
  readonly alliance: string;
  readonly id: string;
  /** Id of the question or round that it answers. */
  readonly subject: string;
  /** Empty for the withdrawal of what is not here. */
  readonly kind: Voice['kind'] | '';
  /** What is given; `undefined` when it is withdrawn. */
  readonly record: Voice | undefined;
  /** The record as canonical JSON; empty when it is withdrawn. */
  readonly body: string;
  /** SHA-256 of the receipt, in hexadecimal. */
  readonly receipt: string;
  /** Which form of the contribution this is, 1 or more; `undefined` when its sender does not number them. */
  readonly edition?: number;
  /** Keyed hash of the code that came with it; empty for one that is no code of its round. */
  readonly code?: string;
  /** What a code is needed for: to be spent on a ballot, or to be known for a reason. */
  readonly needs?: 'spent-code' | 'known-code';
  /** Whether everybody may read it as soon as it is there. */
  readonly isPublic: boolean;
  /** Body of the subject's card that it was checked against; `undefined` when there was none. */
  readonly card: string | undefined;
}

/** A voice as the database has it. */
export interface Kept {
  readonly alliance: string;
  readonly subject: string;
  readonly id: string;
  readonly kind: string;
  readonly body: string;
  readonly receipt: string;
  readonly edition: number;
  /** Whether its subject closed. */
  readonly settled: boolean;
}

/** What became of an entry. Only the first three are kept. */
export type Outcome =
  | 'added'
  | 'changed'
  /** It was there already, word for word; or a later form of it was. */
  | 'same'
  | 'unknown'
  | 'wrong-receipt'
  | 'another-kind'
  | 'closed'
  | 'code-needed'
  | 'code-unknown'
  | 'code-used'
  /** The card of its subject changed since it was checked: check it again. */
  | 'stale';

/** A voice that can be withdrawn as long as it is kept; votes are counted, and stay once their round closed. */
export function isText(kind: string): boolean {
  return kind === 'quote' || kind === 'reason';
}
