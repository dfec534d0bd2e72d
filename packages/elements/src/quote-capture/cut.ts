import {LONGEST_TEXT} from '@samenwaarde/core';

/** A part of a conversation. All parts in order, each with its gap, are the conversation again, to the letter. */
export interface Piece {
  readonly text: string;
  /** The white space behind it, so that two pieces can become one as it was. */
  readonly gap: string;
  /** Whether it is to be kept as a quote. */
  readonly kept: boolean;
}

/**
 * Proposes where a conversation falls apart into quotes: at blank lines, else at line breaks; what is longer than
 * `guide` characters after that, into groups of sentences that fit. Nothing is left out but white space at the start.
 */
export function cut(conversation: string, guide: number): readonly Piece[] {
  const text = conversation.replace(/\r\n?/g, '\n').trimStart();
  const parts = pieces(text, /\n[^\S\n]*\n\s*/.test(text.trimEnd()) ? /\n[^\S\n]*\n\s*/g : /\n\s*/g);
  return parts.flatMap(part => (part.text.length > guide ? groups(sentences(part), guide) : [part]));
}

/** The sentences of a piece, each a piece of its own. */
export function sentences(piece: Piece): readonly Piece[] {
  return within(piece, pieces(piece.text, /(?<=[.!?…]['"’”)]?)\s+/g));
}

/** Cuts a piece in two behind its word number `word`, counted from 1. */
export function cutBehind(piece: Piece, word: number): readonly Piece[] {
  const place = [...piece.text.matchAll(/\s+/g)][word - 1];
  if (!place) return [piece];
  const end = place.index + place[0].length;
  return within(piece, [
    {text: piece.text.slice(0, place.index), gap: place[0], kept: false},
    {text: piece.text.slice(end), gap: '', kept: false},
  ]);
}

/** Two pieces that follow each other, as the one they were. */
export function join(first: Piece, second: Piece): Piece {
  return {text: first.text + first.gap + second.text, gap: second.gap, kept: first.kept || second.kept};
}

/** Whether a piece fits in one quote. */
export function fits({text}: Piece): boolean {
  return text.length <= LONGEST_TEXT;
}

function pieces(text: string, at: RegExp): readonly Piece[] {
  const found: Piece[] = [];
  let start = 0;
  for (const {index, 0: gap} of text.matchAll(at)) {
    found.push({text: text.slice(start, index), gap, kept: false});
    start = index + gap.length;
  }
  const rest = text.slice(start);
  return rest ? [...found, {text: rest.trimEnd(), gap: rest.slice(rest.trimEnd().length), kept: false}] : found;
}

/** Neighbouring pieces together, as long as they stay within `guide` characters. */
function groups(parts: readonly Piece[], guide: number): readonly Piece[] {
  const found: Piece[] = [];
  for (const part of parts) {
    const last = found.at(-1);
    if (last && last.text.length + last.gap.length + part.text.length <= guide) found.splice(-1, 1, join(last, part));
    else found.push(part);
  }
  return found;
}

/** The parts of a piece, as much kept as it was, the last with the gap that was behind it. */
function within(piece: Piece, parts: readonly Piece[]): readonly Piece[] {
  return parts.map((part, place) => ({
    text: part.text,
    gap: place === parts.length - 1 ? part.gap + piece.gap : part.gap,
    kept: piece.kept,
  }));
}
