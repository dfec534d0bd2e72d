/** What an attacker sees of the ballots of a round, by name: a number or text per ballot id, to sort by. */
export type Sights = Readonly<Record<string, ReadonlyMap<string, number | string>>>;

/** How well one sight told who gave which ballot, over all rounds. */
export interface Success {
  readonly sight: string;
  /** Voters whose ballot was guessed right: the n-th by this sight is the n-th voter's. */
  readonly right: number;
  readonly rounds: number;
  readonly voters: number;
  /** Standard deviations between the order of the voters and that of the sight, and no order at all. */
  readonly order: number;
}

/** Guesses, round by round, which voter gave which ballot. */
export class Attack {
  readonly #sums = new Map<string, {right: number; correlation: number}>();
  #rounds = 0;
  #voters = 0;

  /** @param truth Ids of the ballots, in the order of what the attacker knows of the voters. */
  guess(truth: readonly string[], sights: Sights): void {
    this.#rounds++;
    this.#voters = truth.length;
    for (const [sight, seen] of Object.entries(sights)) {
      const sum = this.#sums.get(sight) ?? {right: 0, correlation: 0};
      this.#sums.set(sight, sum);
      const guessed = sorted(truth, seen);
      sum.right += guessed.filter((id, place) => id === truth[place]).length;
      sum.correlation += correlation(guessed.map(id => truth.indexOf(id)));
    }
  }

  get successes(): readonly Success[] {
    return [...this.#sums].map(([sight, {right, correlation: sum}]) => {
      const order = sum * Math.sqrt((this.#voters - 1) / this.#rounds);
      return {sight, right, rounds: this.#rounds, voters: this.#voters, order: Number(order.toFixed(2))};
    });
  }
}

/** What looks the same is put in the order of the ids, which are random. */
function sorted(ids: readonly string[], seen: ReadonlyMap<string, number | string>): readonly string[] {
  const key = (id: string) => seen.get(id) ?? -1;
  return [...ids].sort().sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

/** Rank correlation with 0, 1, 2, …: its variance by chance is 1 / (n − 1). @see Spearman, 1904 */
function correlation(ranks: readonly number[]): number {
  const n = ranks.length;
  const distance = ranks.reduce((sum, rank, place) => sum + (rank - place) ** 2, 0);
  return 1 - (6 * distance) / (n * (n * n - 1));
}

/** Chance that guessing at random does as well: one in a million is beyond chance. */
const BEYOND = 1e-6;

/** Standard deviations that chance exceeds, up or down, once in a million. */
const DEVIATIONS = 4.9;

/** Whether somebody who guesses at random would do as well. */
export function isChance({right, rounds, order}: Success): boolean {
  return chanceOf(right, rounds) > BEYOND && Math.abs(order) < DEVIATIONS;
}

/**
 * Chance of at least so many right. Somebody who guesses at random has one right in a round on average, however many
 * voters there are; the number that is right is all but exactly Poisson's.
 *
 * @see Montmort's problem of coincidences
 */
function chanceOf(right: number, rounds: number): number {
  let term = Math.exp(-rounds);
  let below = 0;
  for (let count = 0; count < right; count++) {
    below += term;
    term *= rounds / (count + 1);
  }
  return 1 - below;
}
