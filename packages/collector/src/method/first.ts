/** The first of many, by id: however many are offered, it keeps about as many as it is asked for. */
export class First<Item> {
  readonly #most: number;
  readonly #idOf: (item: Item) => string;
  #items: Item[] = [];

  constructor(most: number, idOf: (item: Item) => string) {
    this.#most = most;
    this.#idOf = idOf;
  }

  /** One more, which may be among the first. */
  offer(item: Item): void {
    this.#items.push(item);
    if (this.#items.length >= 2 * this.#most) this.#items = [...this.items];
  }

  /** In the order of their ids. */
  get items(): readonly Item[] {
    const idOf = this.#idOf;
    return this.#items.sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1)).slice(0, this.#most);
  }
}
