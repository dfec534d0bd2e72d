import {together, type Counted, type Counts} from './count.js';

/** A part of the tally of a question or round, as the database keeps it. */
export interface Part {
  readonly alliance: string;
  readonly round: string;
  /** Its name, drawn at random. */
  readonly part: string;
  /** Its counts, as JSON. */
  readonly body: string;
}

/** A part as it will be. */
export interface Draft extends Part {
  /** Whether it was not written before. */
  readonly isNew: boolean;
  readonly counts: Counts;
  /** What was counted since it was written last. */
  readonly more: Counted;
}

/** Most questions and rounds of which parts are remembered: about 10 MB. Of one that was forgotten a new part begins. */
const MOST = 5_000;

/**
 * The parts of tallies that one writer adds to. Nobody else changes them, so it knows what stands there and writes what
 * will stand there: one row, whatever was counted. When one is gone after all, because its round closed and opened
 * again, a new one begins.
 */
export class OwnParts {
  readonly #draw: () => string;
  readonly #known = new Map<string, Pick<Draft, 'part' | 'counts'>>();

  /** @param draw Gives a name that nobody has. */
  constructor(draw: () => string) {
    this.#draw = draw;
  }

  /** How the parts will be with what was counted. It is remembered when it is kept. */
  with(counted: readonly Counted[]): Draft[] {
    return counted.map(more => {
      const before = this.#known.get(keyOf(more));
      return before === undefined ? this.begin(more) : draft(more, before, false);
    });
  }

  /** A new part, with nothing but this. */
  begin(more: Counted): Draft {
    return draft(more, {part: this.#draw(), counts: {}}, true);
  }

  /** These are what stands in the database now. */
  keep(drafts: readonly Draft[]): void {
    if (this.#known.size > MOST) this.#known.clear();
    for (const one of drafts) this.#known.set(keyOf(one), one);
  }

  /** Nobody knows whether these were written: nothing is added to them any more. */
  forget(drafts: readonly Draft[]): void {
    for (const one of drafts) this.#known.delete(keyOf(one));
  }
}

/** What of a draft the database is told: not again what its JSON says already. */
export function rowOf({alliance, round, part, body, isNew}: Draft): Pick<Draft, keyof Part | 'isNew'> {
  return {alliance, round, part, body, isNew};
}

function draft(more: Counted, {part, counts}: Pick<Draft, 'part' | 'counts'>, isNew: boolean): Draft {
  const sum = together(counts, more.counts);
  const {alliance, round} = more;
  return {alliance, round, part, body: JSON.stringify(sum), isNew, counts: sum, more};
}

function keyOf({alliance, round}: Pick<Counted, 'alliance' | 'round'>): string {
  return `${alliance} ${round}`;
}
