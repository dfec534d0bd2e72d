import {decimal} from '../shared/voice.js';
import {previousNumbers} from './previous.js';
import {rows, sharedPassMark, type Row} from './scorecard-figures.js';
import type {FullSpeaker} from './full-speaker.js';
import type {ReadyScorecard} from './scorecard.state.js';

/** How a corner of the plan is drawn. */
export type Corner = 'pass' | 'insufficient' | 'divided';

/** The lines of a radar on the same axes, in points 0–10. `null` is a gap. */
export interface Rings {
  /** Rubric ids, one per axis. */
  readonly values: readonly string[];
  /** The name of each axis. */
  readonly labels: readonly string[];
  /** The mark at each axis as it is said, `4,8`; empty where there is none. */
  readonly figures: readonly string[];
  readonly plan: readonly (number | null)[];
  readonly passMarks: readonly number[];
  /** The previous version; `null` without one. */
  readonly previous: readonly (number | null)[] | null;
  readonly corners: readonly Corner[];
  /** What the lines are called: each stands at its line. */
  readonly names: {readonly plan: string; readonly passMarks: string; readonly previous: string};
}

/** A plane needs three corners; with fewer marks a radar shows nothing that the table does not. */
const FEWEST_MARKS = 3;

/** Names longer than this, in UTF-16 units, leave no room for the chart that they are the names of. */
const LONGEST_NAME = 48;

/** Whether a radar says something: not on the other scale, and not where names would have to be cut. */
export function hasRadar(state: ReadyScorecard): boolean {
  const axes = rows(state);
  const marked = axes.filter(({number}) => number !== null);
  const fits = axes.every(({name}) => name.length <= LONGEST_NAME);
  return state.scores.scale === 'marks' && marked.length >= FEWEST_MARKS && fits;
}

/** What a radar draws of a result. */
export function rings(state: ReadyScorecard, speaker: FullSpeaker): Rings {
  const axes = rows(state);
  const numbers = previousNumbers(state);
  const before = axes.map(({score}) => numbers.get(score.value) ?? null);
  return {
    values: axes.map(({score}) => score.value),
    labels: axes.map(({name}) => name),
    figures: axes.map(({number}) => (number === null ? '' : decimal(number, speaker.voice))),
    plan: axes.map(({number}) => number),
    passMarks: axes.map(({score}) => score.passMark),
    previous: numbers.size > 0 ? before : null,
    corners: axes.map(corner),
    names: lineNames(state, speaker),
  };
}

function corner({score, divided}: Row): Corner {
  if (score.verdict === 'insufficient') return 'insufficient';
  return divided ? 'divided' : 'pass';
}

function lineNames(state: ReadyScorecard, {say, voice}: FullSpeaker): Rings['names'] {
  const passMark = sharedPassMark(state);
  return {
    plan: say('versionOf', {n: state.plan.number}),
    passMarks: passMark === null ? say('linePassMarks') : say('linePassMark', {mark: decimal(passMark, voice)}),
    previous: state.previous ? say('versionOf', {n: state.previous.number}) : '',
  };
}

/** Whether a line of text is short enough. */
export type Fits = (line: string) => boolean;

/**
 * A text in lines. Nothing is cut: a word that is longer than a line gets a line of its own, and only one that does not
 * fit there either, by `fitsWord`, is broken with a hyphen.
 */
export function wrap(text: string, fits: Fits, fitsWord: Fits = fits): readonly string[] {
  const words = text
    .trim()
    .split(/\s+/u)
    .flatMap(word => breakWord(word, fitsWord));
  return words.reduce<readonly string[]>((lines, word) => {
    const longer = `${lines.at(-1)} ${word}`;
    return lines.length > 0 && fits(longer) ? [...lines.slice(0, -1), longer] : [...lines, word];
  }, []);
}

function breakWord(word: string, fits: Fits): string[] {
  if (fits(word)) return [word];
  const characters = Array.from(word);
  const most = characters.findIndex((_, place) => !fits(`${characters.slice(0, place + 1).join('')}-`));
  const parts = Math.ceil(characters.length / Math.max(1, most));
  // Parts of about the same length: no single letter is left behind.
  const size = Math.ceil(characters.length / parts);
  return Array.from({length: Math.ceil(characters.length / size)}, (_, part) => {
    const end = (part + 1) * size;
    return `${characters.slice(part * size, end).join('')}${end < characters.length ? '-' : ''}`;
  });
}

/**
 * For each line the edge between two axes where its name stands: the edge where it is furthest from all other lines, no
 * two at one edge. Edge 0 lies between axes 0 and 1; the last one is kept for the numbers at the rings as long as there
 * are others. `null` where the line has no edge left.
 */
export function nameEdges(lines: readonly (readonly (number | null)[])[]): readonly (number | null)[] {
  const heights = lines.map(line => line.map((_, edge) => middleOf(line, edge)));
  const axes = lines[0]?.length ?? 0;
  const taken = new Set(axes > lines.length ? [axes - 1] : []);
  return heights.map((own, line) => {
    const others = heights.filter((_, other) => other !== line);
    const free = own.flatMap((height, edge) =>
      height === null || taken.has(edge) ? [] : [{edge, room: room(height, others, edge)}],
    );
    const best = free.reduce<{edge: number; room: number} | null>(
      (most, at) => (most && most.room >= at.room ? most : at),
      null,
    );
    if (best) taken.add(best.edge);
    return best?.edge ?? null;
  });
}

/** Height of a line in the middle of an edge, in points. */
function middleOf(line: readonly (number | null)[], edge: number): number | null {
  const from = line[edge] ?? null;
  const to = line[(edge + 1) % line.length] ?? null;
  return from === null || to === null ? null : (from + to) / 2;
}

function room(height: number, others: readonly (readonly (number | null)[])[], edge: number): number {
  const gaps = others.flatMap(other => {
    const at = other[edge] ?? null;
    return at === null ? [] : [Math.abs(at - height)];
  });
  return Math.min(10, ...gaps);
}
