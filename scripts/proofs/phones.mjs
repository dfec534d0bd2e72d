// Phones with the real client code of packages/connect, in a process of their own, as far from the collector as people
// are. A proof of the collector starts it with what to do as JSON in its first argument, and hears what the phones know.
import {canonical, receipt, uuid} from '@samenwaarde/core';
import {changed, nothingKept} from '../../packages/connect/src/kept.ts';
import {DeviceOutbox} from '../../packages/connect/src/remote/device-outbox.ts';
import {Post} from '../../packages/connect/src/remote/post.ts';
import {posted} from '../../packages/connect/src/remote/posted.ts';
import {Sender} from '../../packages/connect/src/remote/sender.ts';
import {chanceFrom} from '../../packages/collector/src/proofs/seeded.test-helper.ts';

/** Times that everything goes faster than in life. */
const FASTER = 50;

/** Letters that may wait before a phone does something new: people look at the screen. */
const PATIENT = 3;

const {seed, phones: count, submissions, address, question, round, values, naive} = JSON.parse(process.argv[2]);

const rest = milliseconds => new Promise(settle => setTimeout(settle, milliseconds / FASTER));

/** Contributions that are still to be given: all phones stop at the same moment, whatever they were doing. */
let left = submissions;

class Phone {
  /** What stays when the page goes. */
  #kept = nothingKept;
  #chance;
  #page;
  /** What its person gave and wants now, by id; an empty form is withdrawn. */
  #given = new Map();

  constructor(place) {
    this.#chance = chanceFrom(seed, 'phone', place);
  }

  /** Gives, changes, withdraws and reloads, until all phones together gave enough. */
  async use() {
    this.open();
    while (left > 0) {
      await rest(this.#chance.below(4_000));
      if (this.#kept.outbox.size < PATIENT && left > 0) this.#act();
    }
    this.close();
  }

  open() {
    const over = new AbortController();
    const isOver = () => over.signal.aborted;
    const fetcher = (to, request) => fetch(to, {...request, signal: AbortSignal.any([request.signal, over.signal])});
    const post = new Post(address, fetcher);
    const sender = new Sender({
      outbox: new DeviceOutbox(this.#shelf(isOver), () => Promise.resolve(true)),
      send: (id, letter) => this.#send(post, id, letter),
      turn: work => work(),
      rest,
      chance: () => this.#chance.next(),
    });
    this.#page = {sender, over};
    sender.wake();
  }

  /** The page goes, whatever it was doing. */
  close() {
    this.#page.sender.stop();
    this.#page.over.abort();
  }

  reload() {
    this.close();
    this.open();
  }

  async delivered() {
    while (this.#kept.outbox.size > 0) await rest(1_000);
  }

  report() {
    return [...this.#given].map(([id, about]) => {
      const letter = this.#kept.outbox.get(id);
      return {id, ...about, sent: [...about.sent], ...(letter && {waiting: formOf(letter), refused: letter.refused})};
    });
  }

  #act() {
    const act = naive ? 0 : this.#chance.next();
    if (act < 0.5) this.#give();
    else if (act < 0.75) this.#change();
    else if (act < 0.87) this.#withdraw();
    else this.reload();
  }

  /** A page that is gone changes nothing any more. */
  #shelf(isOver) {
    const phone = this;
    return {
      get kept() {
        return phone.#kept;
      },
      async exchange(...[, , made]) {
        if (isOver()) return new Promise(() => undefined);
        phone.#apply(await made((store, key) => Promise.resolve(phone.#kept[store].get(key))));
      },
    };
  }

  async #send(post, id, letter) {
    const about = this.#given.get(id);
    about.sent.add(formOf(letter));
    const answer = await (naive ? this.#sendAsNew(post, letter) : post.send(id, letter));
    if (answer.type === 'taken' || answer.type === 'gone') about.acknowledged = formOf(letter);
    return answer;
  }

  /** What a client does that has no ids of its own: every try is a new contribution. */
  #sendAsNew(post, letter) {
    const id = uuid(this.#chance.bytes);
    return post.send(id, {...letter, record: {...letter.record, id}});
  }

  #give() {
    left -= 1;
    const id = uuid(this.#chance.bytes);
    const kind = this.#chance.of(['ballot', 'quote']);
    this.#given.set(id, {kind, receipt: receipt(this.#chance.bytes), sent: new Set()});
    this.#post(id, this.#record(id, kind));
  }

  #change() {
    const [id, about] = this.#some();
    // Words that were withdrawn are gone with their receipt; a ballot can be given again.
    if (id && this.#kept.own.has(id)) this.#post(id, this.#record(id, about.kind));
  }

  #withdraw() {
    const [id, about] = this.#some();
    if (!id || about.wanted === '') return;
    about.wanted = '';
    this.#keep([
      {store: 'records', key: id},
      {store: 'own', key: id},
    ]);
  }

  #some() {
    return this.#given.size > 0 ? this.#chance.of([...this.#given]) : [];
  }

  #record(id, kind) {
    const mark = uuid(this.#chance.bytes);
    if (kind === 'quote') return {schema: 1, kind, id, question, text: `Hier ${mark} ben ik graag.`};
    const marks = values.map(value => [value, this.#chance.of([1, 4, 6, 7, 8, 10, 'unknown'])]);
    return {schema: 1, kind, id, round, marks: Object.fromEntries(marks)};
  }

  #post(id, record) {
    const about = this.#given.get(id);
    about.wanted = canonical(record);
    const own = {subject: record.question ?? record.round, receipt: about.receipt, place: 1};
    this.#keep([
      {store: 'records', key: id, value: record},
      {store: 'own', key: id, value: own},
    ]);
  }

  #keep(changes) {
    this.#apply(posted({device: this.#kept}, changes));
    this.#page.sender.wake();
  }

  #apply(changes) {
    this.#kept = changed(this.#kept, structuredClone(changes));
  }
}

function formOf({record}) {
  return record ? canonical(record) : '';
}

const phones = Array.from({length: count}, (_, place) => new Phone(place));
const tell = () => process.send(phones.flatMap(phone => phone.report()));
process.once('disconnect', () => process.exit());
process.once('message', async () => {
  for (const phone of phones) phone.open();
  await Promise.all(phones.map(phone => phone.delivered()));
  tell();
});
await Promise.all(phones.map(phone => phone.use()));
tell();
