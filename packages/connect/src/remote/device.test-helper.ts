import {receipt, uuid} from '@samenwaarde/core';
import type {Ballot, Quote, Voice} from '@samenwaarde/core/schema';
import {ids} from '../alliance.test-helper.js';
import {changed, nothingKept, type Change, type Kept} from '../kept.js';
import {random} from '../random.js';
import type {Ready} from '../snapshot.js';
import {ADDRESS, Pauses, settled, type FakeCollector} from './collector.test-helper.js';
import {DeviceOutbox} from './device-outbox.js';
import {Post} from './post.js';
import {posted} from './posted.js';
import {Sender} from './sender.js';
import type {Shelf} from './shelf.js';

/** What a device keeps, in memory: the sender needs no page. */
export class Device implements Shelf {
  kept: Kept = nothingKept;

  async exchange(...[, , made]: Parameters<Shelf['exchange']>): Promise<void> {
    this.apply(await made((store, key) => Promise.resolve(this.kept[store].get(key))));
  }

  apply(changes: readonly Change[]): void {
    this.kept = changed(this.kept, changes);
  }

  give(text: string, id = uuid(random)): Quote {
    return this.#give({schema: 1, kind: 'quote', id, question: ids.question, text}, ids.question);
  }

  giveBallot(mark: number, id = uuid(random)): Ballot {
    return this.#give({schema: 1, kind: 'ballot', id, round: ids.round, marks: {[ids.welcoming]: mark}}, ids.round);
  }

  take(id: string): void {
    this.#post([
      {store: 'records', key: id},
      {store: 'receipts', key: id},
      {store: 'own', key: id},
    ]);
  }

  #give<Record extends Voice>(record: Record, subject: string): Record {
    const {id} = record;
    const own = {subject, receipt: this.kept.own.get(id)?.receipt ?? receipt(random), place: 1};
    this.#post([
      {store: 'records', key: id, value: record},
      {store: 'own', key: id, value: own},
    ]);
    return record;
  }

  #post(changes: readonly Change[]): void {
    this.apply(posted({device: this.kept} as unknown as Ready, changes));
  }
}

export interface Page {
  readonly sender: Sender;
  readonly pauses: Pauses;
}

/** A page with a sender, until it is stopped. */
export function open(device: Device, collector: FakeCollector, chance: () => number = () => 1): Page {
  const pauses = new Pauses();
  const post = new Post(ADDRESS, collector.fetcher);
  const sender = new Sender({
    outbox: new DeviceOutbox(device, () => Promise.resolve(true)),
    send: (id, letter) => post.send(id, letter),
    turn: work => work(),
    rest: pauses.rest,
    chance,
  });
  return {sender, pauses};
}

/** Ends every pause until everything was answered. */
export async function sendAll({sender, pauses}: Page, device: Device): Promise<void> {
  sender.wake();
  for (let rounds = 0; [...device.kept.outbox.values()].some(({refused}) => !refused) && rounds < 500; rounds += 1) {
    await settled();
    pauses.end();
  }
  await settled();
}
