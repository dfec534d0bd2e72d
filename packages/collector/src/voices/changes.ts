import type {Voice} from '@samenwaarde/core/schema';
import {run, type Connection} from '../database/transact.js';
import {Differences} from './count.js';
import {decide} from './decide.js';
import {isText, type Entry, type Kept, type Outcome} from './entry.js';
import type {Statements} from './statements.js';

/** What the database has of what a flush is about, under its locks. */
export interface Found {
  readonly cards: readonly {readonly alliance: string; readonly id: string; readonly body: string}[];
  readonly codes: readonly (Coded & {readonly spent: number})[];
  readonly kept: readonly Kept[];
}

/** A code, by its hash. */
export interface Coded {
  readonly alliance: string;
  readonly round: string;
  readonly hash: string;
}

/** A text that was there and became another, or went. */
export interface Altered {
  readonly alliance: string;
  readonly id: string;
  readonly isWithdrawn: boolean;
}

/** The changes of one flush. Entries are decided one by one, each as if those before it were kept already. */
export class Changes {
  readonly #cards: ReadonlyMap<string, string>;
  readonly #spent: Map<string, boolean>;
  readonly #kept: Map<string, Kept>;
  readonly #before: ReadonlySet<string>;
  readonly #dirty = new Map<string, Kept>();
  readonly #codes: Coded[] = [];
  readonly #revised = new Set<string>();
  readonly #altered: Altered[] = [];
  readonly #differences = new Differences();

  constructor({cards, codes, kept}: Found) {
    this.#cards = new Map(cards.map(({alliance, id, body}) => [`${alliance} ${id}`, body]));
    this.#spent = new Map(codes.map(({alliance, round, hash, spent}) => [`${alliance} ${round} ${hash}`, spent !== 0]));
    this.#kept = new Map(kept.map(row => [`${row.alliance} ${row.id}`, row]));
    this.#before = new Set(this.#kept.keys());
  }

  /** Texts that were changed or withdrawn: what was decided about them does not hold any more. */
  get altered(): readonly Altered[] {
    return this.#altered;
  }

  /** What becomes of an entry; notes what has to be written for it. */
  take(entry: Entry): Outcome {
    const kept = this.#kept.get(`${entry.alliance} ${entry.id}`);
    const card = this.#cards.get(`${entry.alliance} ${entry.subject}`);
    const spent = this.#spent.get(`${entry.alliance} ${entry.subject} ${entry.code ?? ''}`);
    const outcome = decide(entry, {kept, card, spent});
    if (outcome === 'added' || outcome === 'changed') this.#keep(entry, kept);
    return outcome;
  }

  /** Writes all of it. @param shard Part of the tallies that this flush adds to. */
  async write(connection: Connection, statements: Statements, shard: number): Promise<void> {
    const write = async (statement: string, rows: readonly object[]) => {
      if (rows.length > 0) await run(connection, statement, [JSON.stringify(rows)]);
    };
    const dirty = [...this.#dirty];
    const known = dirty.filter(([key]) => this.#before.has(key)).map(([, row]) => row);
    await write(statements.spend, this.#codes);
    await write(
      statements.insert,
      dirty.filter(([key]) => !this.#before.has(key)).map(([, row]) => row),
    );
    await write(
      statements.updateOpen,
      known.filter(({settled}) => !settled),
    );
    await write(
      statements.updateSettled,
      known.filter(({settled}) => settled),
    );
    await write(
      statements.tally,
      this.#differences.rows().map(row => ({...row, shard})),
    );
    await write(
      statements.revise,
      [...this.#revised].map(id => ({id})),
    );
  }

  #keep(entry: Entry, before: Kept | undefined): void {
    const {alliance, subject, id, kind, body, receipt} = entry;
    const row = {alliance, subject, id, kind, body, receipt, settled: before?.settled ?? false};
    this.#kept.set(`${alliance} ${id}`, row);
    this.#dirty.set(`${alliance} ${id}`, row);
    if (before === undefined) this.#spend(entry);
    else if (isText(kind)) this.#altered.push({alliance, id, isWithdrawn: body === ''});
    if (entry.isPublic || (before !== undefined && isText(kind))) this.#revised.add(alliance);
    // Tallies are of what is open: what closed was shown, and is counted no more.
    if (row.settled) return;
    if (before !== undefined && before.body !== '')
      this.#differences.count(alliance, JSON.parse(before.body) as Voice, -1);
    if (entry.record !== undefined) this.#differences.count(alliance, entry.record, 1);
  }

  #spend({alliance, subject, code, needs}: Entry): void {
    if (needs !== 'spent-code' || code === undefined) return;
    this.#spent.set(`${alliance} ${subject} ${code}`, true);
    this.#codes.push({alliance, round: subject, hash: code});
  }
}
