import type {Voice} from '@samenwaarde/core/schema';
import {insertRows, list} from '../database/rows.js';
import {run, type Connection} from '../database/transact.js';
import {alteredIn, type Altered} from './altered.js';
import {Counter, type Counted} from './count.js';
import {decide} from './decide.js';
import {isText, type Entry, type Kept, type Outcome} from './entry.js';
import {rowOf, type Draft, type OwnParts} from './own-parts.js';
import {PART, VOICE, type Statements} from './statements.js';

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
  readonly #counter = new Counter();

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
    const isCard = this.#cards.has(`${entry.alliance} ${entry.id}`);
    const hasEnded = !this.#cards.has(`${entry.alliance} ${entry.alliance}`);
    const outcome = decide(entry, {kept, card, isCard, spent, hasEnded});
    if (outcome === 'added' || outcome === 'changed') this.#keep(entry, kept);
    else if (outcome === 'same' && kept !== undefined) this.#number(entry, kept);
    return outcome;
  }

  /** Writes all of it. @returns How the parts of the tallies are now. */
  async save(connection: Connection, ready: Statements, parts: OwnParts): Promise<readonly Draft[]> {
    await this.#writeCodes(connection, ready);
    const dirty = [...this.#dirty];
    const fresh = dirty.filter(([key]) => !this.#before.has(key)).map(([, row]) => row);
    // In one order, so that no two flushes wait in turn.
    fresh.sort((a, b) => (a.id < b.id ? -1 : 1));
    await insertRows(connection, {kind: ready.kind, table: 'voice', columns: VOICE}, fresh);
    for (const [key, row] of dirty) if (this.#before.has(key)) await change(connection, row);
    const revised = [...this.#revised].map(id => ({id}));
    if (revised.length > 0) await run(connection, ready.revise, [JSON.stringify(revised)]);
    return saveParts(connection, ready, {parts, counted: this.#counter.rounds});
  }

  async #writeCodes(connection: Connection, {kind, spend}: Statements): Promise<void> {
    if (this.#codes.length === 0) return;
    const columns = [
      this.#codes.map(({alliance}) => alliance),
      this.#codes.map(({round}) => round),
      this.#codes.map(({hash}) => hash),
    ];
    await run(
      connection,
      spend,
      columns.map(values => list(kind, values)),
    );
  }

  /** The same words again, as a later form: what lies between the two comes too late. */
  #number({alliance, id, edition = 0}: Entry, kept: Kept): void {
    if (edition <= kept.edition) return;
    this.#kept.set(`${alliance} ${id}`, {...kept, edition});
    this.#dirty.set(`${alliance} ${id}`, {...kept, edition});
  }

  #keep(entry: Entry, known: Kept | undefined): void {
    const {alliance, subject, id, kind, body, receipt} = entry;
    // What was withdrawn before it arrived is new when it is given after all.
    const before = known?.kind === '' ? undefined : known;
    const edition = entry.edition ?? known?.edition ?? 0;
    const row = {alliance, subject, id, kind, body, receipt, edition, settled: before?.settled ?? false};
    this.#kept.set(`${alliance} ${id}`, row);
    this.#dirty.set(`${alliance} ${id}`, row);
    if (before === undefined) this.#spend(entry);
    else this.#altered.push(...alteredIn(entry, before));
    if (entry.isPublic || (before !== undefined && isText(kind))) this.#revised.add(alliance);
    // Tallies are of what is open: what closed was shown, and is counted no more.
    if (row.settled) return;
    if (before !== undefined && before.body !== '') this.#counter.count(alliance, JSON.parse(before.body) as Voice, -1);
    if (entry.record !== undefined) this.#counter.count(alliance, entry.record, 1);
  }

  #spend({alliance, subject, code, needs}: Entry): void {
    if (needs !== 'spent-code' || code === undefined) return;
    this.#spent.set(`${alliance} ${subject} ${code}`, true);
    this.#codes.push({alliance, round: subject, hash: code});
  }
}

/** Changes are few beside what is new. */
async function change(
  connection: Connection,
  {alliance, id, subject, kind, body, edition, settled}: Kept,
): Promise<void> {
  await connection
    .updateTable(settled ? 'settled_voice' : 'voice')
    .set({subject, kind, body, edition})
    .where('alliance', '=', alliance)
    .where('id', '=', id)
    .execute();
}

/** Adds to the parts of the tallies that this writer has; where one is gone it begins another. */
async function saveParts(
  connection: Connection,
  {kind, goOn}: Statements,
  {parts, counted}: {parts: OwnParts; counted: readonly Counted[]},
): Promise<readonly Draft[]> {
  const drafts = parts.with(counted);
  const known = drafts.filter(({isNew}) => !isNew);
  const there =
    known.length === 0
      ? []
      : await run<Pick<Draft, 'alliance' | 'round'>>(connection, goOn, [JSON.stringify(known.map(rowOf))]);
  const found = new Set(there.map(({alliance, round}) => `${alliance} ${round}`));
  const written = drafts.map(draft =>
    draft.isNew || found.has(`${draft.alliance} ${draft.round}`) ? draft : parts.begin(draft.more),
  );
  const fresh = written.filter(({isNew}) => isNew);
  await insertRows(connection, {kind, table: 'tally', columns: PART}, fresh);
  return written;
}
