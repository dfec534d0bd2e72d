import {receipt, uuid} from '@samenwaarde/core';
import type {Ballot, Quote} from '@samenwaarde/core/schema';
import {chanceFrom, type Chance} from './seeded.test-helper.js';

/** When a page is loaded again: between two acts, as a letter leaves, or as its answer comes and is not noted yet. */
export type Reload = 'between' | 'sending' | 'answered';

/** One thing that somebody does with a phone. */
export type Act = {
  /** Milliseconds of life before it. */
  readonly pause: number;
} & (
  | {readonly does: 'give'; readonly record: Ballot | Quote; readonly receipt: string}
  | {readonly does: 'change'; readonly record: Ballot | Quote}
  | {readonly does: 'withdraw'; readonly id: string}
  | {readonly does: 'reload'; readonly moment: Reload}
);

/** What people with phones are asked to do. */
export interface Task {
  readonly seed: string;
  readonly phones: number;
  /** Contributions of all phones together. */
  readonly submissions: number;
  /** Ids of what is answered. */
  readonly question: string;
  readonly round: string;
  readonly values: readonly string[];
  /** Contributions are given and nothing else. */
  readonly naive: boolean;
}

const RELOADS: readonly Reload[] = ['between', 'sending', 'answered'];
const MARKS = [1, 4, 6, 7, 8, 10, 'unknown'] as const;
/** Longest pause, in milliseconds of life. */
const LONGEST_PAUSE = 4_000;

/** Everything that the person at this place does, first to last: it depends on the task alone, on nothing that happens. */
export function actsOf(task: Task, place: number): readonly Act[] {
  const life = new Life(task, chanceFrom(task.seed, 'phone', place));
  const share = Math.floor(task.submissions / task.phones) + (place < task.submissions % task.phones ? 1 : 0);
  const acts: Act[] = [];
  for (let given = 0; given < share;) {
    const act = life.next();
    if (act.does === 'give') given++;
    acts.push(act);
  }
  return acts;
}

/** Ids of what is given and never withdrawn: all of these reach a collector sooner or later. */
export function standing(acts: readonly Act[]): readonly string[] {
  const withdrawn = new Set(acts.flatMap(act => (act.does === 'withdraw' ? [act.id] : [])));
  return acts.flatMap(act => (act.does === 'give' && !withdrawn.has(act.record.id) ? [act.record.id] : []));
}

class Life {
  readonly #task: Task;
  readonly #chance: Chance;
  /** What was given, and whether it still stands. */
  readonly #given = new Map<string, {readonly kind: 'ballot' | 'quote'; stands: boolean}>();

  constructor(task: Task, chance: Chance) {
    this.#task = task;
    this.#chance = chance;
  }

  next(): Act {
    const pause = this.#chance.below(LONGEST_PAUSE);
    return {pause, ...(this.#task.naive ? this.#give() : this.#other(this.#chance.next()))};
  }

  #other(drawn: number) {
    // Words that were withdrawn are gone with their receipt; a ballot can be given again.
    const changeable = this.#ids(({kind, stands}) => stands || kind === 'ballot');
    const withdrawable = this.#ids(({stands}) => stands);
    if (drawn >= 0.87) return {does: 'reload', moment: this.#chance.of(RELOADS)} as const;
    if (drawn >= 0.75 && withdrawable.length > 0) return this.#withdraw(this.#chance.of(withdrawable));
    if (drawn >= 0.5 && drawn < 0.75 && changeable.length > 0) return this.#change(this.#chance.of(changeable));
    return this.#give();
  }

  #give() {
    const id = uuid(this.#chance.bytes);
    const kind = this.#chance.of(['ballot', 'quote'] as const);
    this.#given.set(id, {kind, stands: true});
    return {does: 'give', record: this.#record(id, kind), receipt: receipt(this.#chance.bytes)} as const;
  }

  #change(id: string) {
    const about = this.#given.get(id)!;
    about.stands = true;
    return {does: 'change', record: this.#record(id, about.kind)} as const;
  }

  #withdraw(id: string) {
    this.#given.get(id)!.stands = false;
    return {does: 'withdraw', id} as const;
  }

  #ids(isWanted: (about: {readonly kind: 'ballot' | 'quote'; readonly stands: boolean}) => boolean): readonly string[] {
    return [...this.#given].filter(([, about]) => isWanted(about)).map(([id]) => id);
  }

  #record(id: string, kind: 'ballot' | 'quote'): Ballot | Quote {
    const {question, round, values} = this.#task;
    const mark = uuid(this.#chance.bytes);
    if (kind === 'quote') return {schema: 1, kind, id, question, text: `Hier ${mark} ben ik graag.`};
    const marks = Object.fromEntries(values.map(value => [value, this.#chance.of(MARKS)]));
    return {schema: 1, kind, id, round, marks};
  }
}
