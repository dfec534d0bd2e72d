// Phones with the real client code of packages/connect, in a process of their own, as far from the collector as people
// are. A proof of the collector starts it with what to do as JSON in its first argument, and hears what the phones know.
import {canonical, uuid} from '@samenwaarde/core';
import {changed, nothingKept} from '../../packages/connect/src/kept.ts';
import {DeviceOutbox} from '../../packages/connect/src/remote/device-outbox.ts';
import {Post} from '../../packages/connect/src/remote/post.ts';
import {posted} from '../../packages/connect/src/remote/posted.ts';
import {Sender} from '../../packages/connect/src/remote/sender.ts';
import {actsOf} from '../../packages/collector/src/proofs/acts.test-helper.ts';
import {chanceFrom} from '../../packages/collector/src/proofs/seeded.test-helper.ts';

/** Times that everything goes faster than in life. */
const FASTER = 50;

/** Letters that may wait before a phone does something new: people look at the screen. */
const PATIENT = 3;

const {address, ...task} = JSON.parse(process.argv[2]);

const rest = milliseconds => new Promise(settle => setTimeout(settle, milliseconds / FASTER));

class Phone {
  /** What stays when the page goes. */
  #kept = nothingKept;
  #acts;
  /** For pauses between tries, and ids of tries. What a person does draws nothing from it: how often is tried differs. */
  #chance;
  #page;
  /** The page is loaded again at this moment of the next letter. */
  #reloadAt;
  /** What its person gave and wants now, by id; an empty form is withdrawn. */
  #given = new Map();

  constructor(place) {
    this.#acts = actsOf(task, place);
    this.#chance = chanceFrom(task.seed, 'tries', place);
  }

  /** Gives, changes, withdraws and reloads. The page goes with the last act, whatever it was doing. */
  async use() {
    this.open();
    for (const act of this.#acts) {
      await rest(act.pause);
      while (this.#kept.outbox.size >= PATIENT) await rest(500);
      this.#do(act);
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

  close() {
    this.#page.sender.stop();
    this.#page.over.abort();
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

  #do(act) {
    if (act.does === 'give') this.#give(act);
    else if (act.does === 'change') this.#post(act.record);
    else if (act.does === 'withdraw') this.#withdraw(act.id);
    else if (act.moment === 'between') this.#reload();
    else this.#reloadAt = act.moment;
  }

  #reload() {
    this.close();
    this.open();
  }

  #reloadWhen(moment) {
    if (this.#reloadAt !== moment) return;
    this.#reloadAt = undefined;
    this.#reload();
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
    const sending = task.naive ? this.#sendAsNew(post, letter) : post.send(id, letter);
    this.#reloadWhen('sending');
    const answer = await sending;
    if (answer.type === 'taken' || answer.type === 'gone') about.acknowledged = formOf(letter);
    this.#reloadWhen('answered');
    return answer;
  }

  /** What a client does that has no ids of its own: every try is a new contribution. */
  #sendAsNew(post, letter) {
    const id = uuid(this.#chance.bytes);
    return post.send(id, {...letter, record: {...letter.record, id}});
  }

  #give({record, receipt}) {
    this.#given.set(record.id, {kind: record.kind, receipt, sent: new Set()});
    this.#post(record);
  }

  #withdraw(id) {
    this.#given.get(id).wanted = '';
    this.#keep([
      {store: 'records', key: id},
      {store: 'own', key: id},
    ]);
  }

  #post(record) {
    const about = this.#given.get(record.id);
    about.wanted = canonical(record);
    const own = {subject: record.question ?? record.round, receipt: about.receipt, place: 1};
    this.#keep([
      {store: 'records', key: record.id, value: record},
      {store: 'own', key: record.id, value: own},
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

const phones = Array.from({length: task.phones}, (_, place) => new Phone(place));
const tell = () => process.send(phones.flatMap(phone => phone.report()));
process.once('disconnect', () => process.exit());
process.once('message', async () => {
  for (const phone of phones) phone.open();
  await Promise.all(phones.map(phone => phone.delivered()));
  tell();
});
await Promise.all(phones.map(phone => phone.use()));
tell();
