import type {Fault} from '../http/faults.js';
import {wordsInFile, wordsOf} from './fault-words.js';

/** Where something was filled in. */
export interface Place {
  /** Id of the element to go to. */
  readonly id: string;
  readonly label: string;
  /** Under which name the API has it: `name`, or `levels.4`. */
  readonly at: string;
  /** What was typed there; empty where nothing is typed. */
  readonly typed: string;
  /** What to say for a reason, where there is something better to say than usual. */
  readonly says?: Says;
}

/** Own words for some of the reasons. */
export type Says = Readonly<Partial<Record<Fault['reason'], string>>>;

/** What is wrong at one place, in words for the person. */
export interface Wrong {
  readonly words: string;
  /** Where; nothing for what has no place of its own on the page. */
  readonly place?: Pick<Place, 'id' | 'label'>;
}

/** Why something was not done, to stand at the top of a page. */
export interface Trouble {
  readonly words: string;
  readonly wrongs: readonly Wrong[];
}

/** Most faults that are told at one place: of a long list the first lines are enough to begin with. */
const MOST = 3;

/** What the API found wrong in what somebody sent. A page takes out of it what belongs to its fields, from top to bottom. */
export class Faults {
  #left: readonly Fault[];
  readonly #placed: Wrong[] = [];

  constructor(faults: readonly Fault[] = []) {
    this.#left = faults;
  }

  /** What is wrong there; `undefined` for nothing. It is among `placed` from then on. */
  at(place: Place): string | undefined {
    const there = this.#left.filter(({path}) => `.${path}.`.includes(`.${place.at}.`));
    return this.#take(place, there, fault => wordsOf(fault, place));
  }

  /** What is wrong with a file: everything that no field before it took. */
  inFile(place: Place): string | undefined {
    return this.#take(place, this.#left, wordsInFile);
  }

  /** What fields took, in their order. */
  placed(): readonly Wrong[] {
    return this.#placed;
  }

  /** What no field took. */
  unplaced(): readonly Wrong[] {
    const words = this.#left.slice(0, MOST).map(fault => wordsOf(fault, {typed: ''}));
    return [...new Set(words)].map(each => ({words: each}));
  }

  #take(place: Place, there: readonly Fault[], words: (fault: Fault) => string): string | undefined {
    if (there.length === 0) return undefined;
    this.#left = this.#left.filter(fault => !there.includes(fault));
    const said = [...new Set(there.slice(0, MOST).map(words))].join(' ');
    this.#placed.push({words: said, place});
    return said;
  }
}
