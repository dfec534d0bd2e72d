import {expect} from '@open-wc/testing';
import {codeCard} from '@samenwaarde/core';
import {publication} from '@samenwaarde/core/files';
import type {Round} from '@samenwaarde/core/schema';
import {ids, question, records} from '../alliance.test-helper.js';
import type {Surroundings} from '../collector.js';
import {openDatabase} from '../keeping.js';
import {asking, ballot, ballotState, next, quote} from '../people.test-helper.js';
import {random} from '../random.js';
import {freshName, readStore, ready, shown, until, wipeAll} from '../store.test-helper.js';
import type {Store, StoreOptions} from '../store.js';
import {ADDRESS, FakeCollector, Pauses} from './collector.test-helper.js';
import {FakeStreams} from './streams.test-helper.js';

let pauses: Pauses;
let streams: FakeStreams;
let collector: FakeCollector;
const warnings: string[] = [];

const round = records.find(record => record.kind === 'round' && record.id === ids.round) as Round;

const surroundings = (): Surroundings => ({streams: streams.open, rest: pauses.rest, chance: () => 1});

/** A store of the alliance at the collector. */
function remoteStore(options: StoreOptions = {}): Promise<Store> {
  return readStore({src: ADDRESS, fetcher: collector.fetcher, surroundings: surroundings(), ...options}, '');
}

const isDelivered = (store: Store): Promise<void> => until(store, ({device}) => device.outbox.size === 0);
const deliveries = async (store: Store): Promise<string[]> =>
  (await asking(store)).own.map(({delivery}) => delivery.type);
/** Ends every pause, until the work is done. */
async function during(work: Promise<unknown>): Promise<void> {
  const turning = setInterval(() => pauses.end());
  await work;
  clearInterval(turning);
}
const noLocks = (): StoreOptions => ({surroundings: {...surroundings(), locks: null}});

describe('an alliance of a collector', () => {
  const {warn} = console;
  beforeEach(() => {
    [pauses, streams, collector] = [new Pauses(), new FakeStreams(), new FakeCollector()];
    warnings.length = 0;
    console.warn = (...words: unknown[]) => void warnings.push(words.join(' '));
  });
  afterEach(async () => {
    console.warn = warn;
    await wipeAll();
  });

  it('shows what the collector answers, and says where answers go', async () => {
    const store = await remoteStore();
    expect(await asking(store)).to.nested.include({type: 'asking', 'about.destination': 'collector'});
    expect(await shown(store, 'samen-scorecard')).to.nested.include({type: 'ready', 'scores.ballots': 5});
    expect(warnings).to.deep.equal([]);
  });

  it('keeps an answer on the device before it is sent, and says sent when the collector has it', async () => {
    const name = freshName();
    const store = await remoteStore({name});
    const database = await openDatabase(`samenwaarde:${name}`, true, () => undefined);
    const kept: unknown[] = [];
    const said: string[] = [];
    const unsubscribe = store.subscribe(() => {
      const [own] = [...ready(store).device.own.keys()];
      if (own) void asking(store).then(state => said.push(state.own[0]?.delivery.type ?? ''));
    });
    const {fetcher} = collector;
    const onTheDisk: typeof fetch = async (address, request) => {
      if (request?.method === 'PUT') kept.push(...(await database!.getAll('outbox')));
      return fetcher(address, request);
    };
    Object.assign(collector, {fetcher: onTheDisk});
    const second = await remoteStore({name, fetcher: onTheDisk});
    await second.take(quote('Rust'));
    await isDelivered(second);
    await until(store, ({device}) => device.own.size === 1 && device.outbox.size === 0);
    expect(kept).to.have.length(1);
    expect(kept[0]).to.deep.nested.include({'record.text': 'Rust', tried: 'under-way'});
    expect(await deliveries(second)).to.deep.equal(['held']);
    expect(new Set(said.slice(0, -1))).not.to.include('kept');
    unsubscribe();
    database!.close();
  });

  it('says waiting while nobody answers, and sends it at once when there is a network again', async () => {
    const store = await remoteStore();
    collector.fault = () => 'lost before';
    await store.take(ballot(4, 8, {[ids.welcoming]: 'Hek.'}));
    await until(store, ({device}) => [...device.outbox.values()].some(({tried}) => tried === 'failed'));
    expect(await ballotState(store)).to.deep.nested.include({'own.delivery': {type: 'waiting', days: 7}});
    collector.fault = () => 'none';
    dispatchEvent(new Event('online'));
    await isDelivered(store);
    expect(await ballotState(store)).to.deep.nested.include({type: 'answered', 'own.delivery': {type: 'sent'}});
    expect([...collector.given.values()].map(({kind}) => kind).sort()).to.deep.equal(['ballot', 'reason']);
  });

  it('sends what an earlier visit left, also when the collector was not there when the page came', async () => {
    const name = freshName();
    const before = await remoteStore({name});
    collector.fault = () => 'lost before';
    await before.take(quote('Rust'));
    before.close();
    const store = await remoteStore({name});
    expect(store.snapshot).to.deep.equal({type: 'failed', reason: 'unreachable'});
    collector.fault = () => 'none';
    dispatchEvent(new Event('online'));
    await until(store, ({device}) => device.own.size === 1 && device.outbox.size === 0);
    expect(await deliveries(store)).to.deep.equal(['held']);
  });

  it('sends what it cannot keep, and never says that it is kept', async () => {
    const store = await remoteStore({opener: () => Promise.reject(new Error('No.'))});
    collector.fault = () => 'lost before';
    await store.take(quote('Rust'));
    await until(store, ({device}) => [...device.outbox.values()].some(({tried}) => tried === 'failed'));
    expect(await asking(store)).to.nested.include({'about.storage': 'memory', 'own[0].delivery.type': 'waiting'});
    collector.fault = () => 'none';
    dispatchEvent(new Event('online'));
    await isDelivered(store);
    expect(await deliveries(store)).to.deep.equal(['held']);
  });

  it('says how many answers wait, once one could not be sent', async () => {
    const store = await remoteStore();
    expect((await asking(store)).about).not.to.have.property('waiting');
    collector.fault = () => 'lost before';
    await store.take({...quote(''), quotes: ['Rust', 'Schaduw']});
    await until(store, ({device}) => [...device.outbox.values()].some(({tried}) => tried === 'failed'));
    expect((await asking(store)).about).to.include({waiting: 2});
  });

  it('is unreachable where nobody ever answers, and tells the maker once which setting to look at', async () => {
    collector.fault = () => 'lost before';
    const store = await remoteStore();
    pauses.end();
    expect(await shown(store, 'samen-quote-capture')).to.deep.equal({type: 'failed', reason: 'unreachable'});
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.include(location.origin).and.to.include('https://waarden.example.nl');
    expect(warnings[0]).to.include('allowed origins');
  });

  it('keeps a refused answer in sight with its text and the reason, also after a reload', async () => {
    const name = freshName();
    const store = await remoteStore({name});
    collector.refusal = () => [409, 'closed'];
    await store.take(quote('Te laat'));
    await until(store, ({device}) => [...device.outbox.values()].some(({refused}) => refused));
    store.close();
    const [own] = (await asking(await remoteStore({name}))).own;
    expect(own).to.deep.include({text: 'Te laat', delivery: {type: 'refused', reason: 'closed'}});
  });

  it('changes and takes away what the collector has, and one ballot stays one ballot', async () => {
    const store = await remoteStore();
    await store.take(ballot(4, 8));
    await isDelivered(store);
    const [id] = [...collector.given.keys()];
    await store.take(ballot(6, 8));
    await isDelivered(store);
    expect(collector.given.get(id!)).to.deep.include({marks: {[ids.welcoming]: 6, [ids.roomToBreathe]: 8}});
    await store.take({type: 'samen-withdraw', subject: ids.round, contribution: id!});
    expect((await ballotState(store)).type).to.equal('marking');
    await isDelivered(store);
    expect(collector.given.size).to.equal(0);
    await store.take(ballot(7, 7));
    await isDelivered(store);
    expect([...collector.given.keys()]).to.deep.equal([id]);
  });

  it('leaves nothing of a person who left but what is not delivered, and shows that to nobody', async () => {
    const name = freshName();
    const store = await remoteStore({name});
    await store.take(quote('Aangekomen'));
    await isDelivered(store);
    collector.fault = () => 'lost before';
    await store.take(quote('Nog niet'));
    await store.take(next);
    expect((await asking(store)).own).to.deep.equal([]);
    const left = Object.fromEntries((await store.stored()).map(({store: key, entries}) => [key, entries]));
    expect(left).to.include({own: 0, records: 0, receipts: 0, drafts: 0, outbox: 1});
    const parcel = await (await store.export('parcel')).text();
    expect(parcel).to.include('Nog niet').and.not.to.include('Aangekomen');
    collector.fault = () => 'none';
    dispatchEvent(new Event('online'));
    await isDelivered(store);
    expect((await asking(store)).own).to.deep.equal([]);
    expect(collector.given.size).to.equal(2);
  });

  it('never writes who was there in a kiosk, and delivers all the same', async () => {
    const store = await remoteStore();
    store.kiosk = true;
    await store.ready;
    await store.take(quote('Rust'));
    await isDelivered(store);
    expect(await deliveries(store)).to.deep.equal(['held']);
    expect((await store.stored()).every(({entries}) => entries === 0)).to.equal(true);
  });

  it('finds an answer back on another device by its receipt, and only under its own question', async () => {
    const one = await remoteStore();
    await one.take(quote('Rust'));
    await isDelivered(one);
    const [given] = (await asking(one)).own;
    const other = await remoteStore({name: freshName()});
    const answers: boolean[] = [];
    const answer = (found: boolean): unknown => answers.push(found);
    const request = {type: 'samen-receipt', code: given!.code.toLowerCase(), answer} as const;
    await other.take({...request, subject: ids.round});
    await other.take({...request, subject: ids.question});
    expect(answers).to.deep.equal([false, true]);
    expect((await asking(other)).own[0]).to.deep.include({text: 'Rust', delivery: {type: 'held'}});
    await other.take({type: 'samen-withdraw', subject: ids.question, contribution: given!.id});
    await isDelivered(other);
    expect(collector.given.size).to.equal(0);
  });

  it('goes on where the numbers of another device were, when an answer was found back by its receipt', async () => {
    const one = await remoteStore();
    await one.take(quote('Rus'));
    await isDelivered(one);
    const [given] = (await asking(one)).own;
    const {id} = given!;
    await one.take(quote('Rust', id));
    await isDelivered(one);
    const other = await remoteStore({name: freshName()});
    await other.take({type: 'samen-receipt', code: given!.code, answer: () => undefined, subject: ids.question});
    await other.take(quote('Rust en schaduw', id));
    expect(ready(other).device.outbox.get(id)?.edition).to.equal(3);
    await isDelivered(other);
    expect(collector.given.get(id)).to.include({text: 'Rust en schaduw'});
    await one.take({type: 'samen-receipt', code: given!.code, answer: () => undefined, subject: ids.question});
    await one.take({type: 'samen-withdraw', subject: ids.question, contribution: id});
    await isDelivered(one);
    expect(collector.given.size).to.equal(0);
  });

  it('sends once, whichever of several tabs it was given in', async () => {
    for (const options of [{}, noLocks()]) {
      const name = freshName();
      const tabs = [await remoteStore({name, ...options}), await remoteStore({name, ...options})];
      const before = collector.asked.length;
      await Promise.all(tabs.map((tab, place) => tab.take(quote(`Van tabblad ${place}`))));
      await Promise.all(
        tabs.map(tab => during(until(tab, ({device}) => device.own.size === 2 && device.outbox.size === 0))),
      );
      expect(collector.asked.slice(before).filter(line => line.startsWith('PUT'))).to.have.length(2);
      for (const tab of tabs) expect(await deliveries(tab)).to.deep.equal(['held', 'held']);
    }
  });

  it('sends in a sandbox too, where browsers give no locks', async () => {
    const request = (): Promise<never> => Promise.reject(new DOMException('Denied.', 'SecurityError'));
    const locks = {request} as unknown as LockManager;
    const store = await remoteStore({surroundings: {...surroundings(), locks}});
    await store.take(quote('Rust'));
    await isDelivered(store);
    expect(streams.count).to.equal(1);
  });

  it('takes over from a tab that fell silent, and from no clock', async () => {
    const name = freshName();
    const never = (): Promise<never> => new Promise(() => undefined);
    const {fetcher} = collector;
    const hanging: typeof fetch = (address, request) =>
      request?.method === 'PUT' ? never() : fetcher(address, request);
    const frozen = {streams: streams.open, locks: null, rest: never};
    const stuck = await remoteStore({name, fetcher: hanging, surroundings: frozen});
    await stuck.take(quote('Rust'));
    await until(stuck, ({device}) => [...device.outbox.values()].some(({tried}) => tried));
    const beats: number[] = [];
    const rest = (milliseconds: number): Promise<void> => {
      if (milliseconds === 2_000) beats.push(collector.given.size);
      return pauses.rest(milliseconds);
    };
    const patient = await remoteStore({name, surroundings: {streams: streams.open, locks: null, rest}});
    await during(isDelivered(patient));
    expect(beats.filter(given => given === 0).length).to.be.greaterThan(5);
    expect(collector.given.size).to.equal(1);
  });

  it('keeps everything of a device that an earlier version wrote', async () => {
    const name = freshName();
    await new Promise<void>((settle, reject) => {
      const opening = indexedDB.open(`samenwaarde:${name}`, 1);
      opening.onupgradeneeded = () => {
        for (const store of ['records', 'receipts', 'own', 'drafts', 'imports', 'card'])
          opening.result.createObjectStore(store);
        opening.transaction!.objectStore('drafts').put({draft: 'Ru'}, ids.question);
      };
      opening.onerror = () => reject(new Error('No.'));
      opening.onsuccess = () => {
        opening.result.close();
        settle();
      };
    });
    const store = await remoteStore({name});
    expect(await asking(store)).to.include({type: 'asking', draft: 'Ru'});
    await store.take(quote('Rust'));
    await isDelivered(store);
  });

  it('leaves an exercise an exercise: without a collector nothing is to be sent', async () => {
    const text = JSON.stringify(publication(records, random));
    const store = await remoteStore({fetcher: () => Promise.resolve(new Response(text))});
    await store.take(quote('Rust'));
    expect(await deliveries(store)).to.deep.equal(['kept']);
    expect(ready(store).device.outbox.size).to.equal(0);
  });

  describe('a round with code cards', () => {
    const asked = {...round, trust: 'code-cards', counter: 2} as const;
    const card = codeCard(random);
    const withCode = (code?: string): ReturnType<typeof ballot> => {
      const request = ballot(4, 8, {[ids.welcoming]: 'Hek.'});
      return {...request, ballot: {...request.ballot, ...(code && {code})}};
    };
    const code = async (store: Store): Promise<unknown> => Reflect.get(await ballotState(store), 'code');
    beforeEach(() => {
      collector.records = records.map(record => (record.id === ids.round ? asked : record));
    });

    it('asks for a code, sends it with ballot and reasons, and asks no more once the ballot is there', async () => {
      const store = await remoteStore();
      expect(await code(store)).to.equal('');
      await store.take(withCode(card));
      await isDelivered(store);
      expect(new Set(collector.codes)).to.deep.equal(new Set([card]));
      expect(collector.codes).to.have.length(2);
      const [contribution] = [...collector.given.values()].filter(({kind}) => kind === 'ballot');
      await store.take({type: 'samen-change', subject: ids.round, contribution: contribution!.id});
      expect(await ballotState(store)).to.include({type: 'marking', changing: contribution!.id});
      expect(await code(store)).to.equal(undefined);
    });

    it('asks again after a refusal, and sends the same ballot with the other code', async () => {
      const store = await remoteStore();
      collector.refusal = (_, request) =>
        new Headers(request.headers).get('samen-code') === card ? undefined : [403, 'code-unknown'];
      const wrong = codeCard(random);
      await store.take(withCode(wrong));
      await until(store, ({device}) => [...device.outbox.values()].every(({refused}) => refused));
      const state = await ballotState(store);
      expect(state).to.deep.nested.include({'own.delivery': {type: 'refused', reason: 'code-unknown'}});
      const contribution = (state as {own: {id: string}}).own.id;
      await store.take({type: 'samen-change', subject: ids.round, contribution});
      expect(await code(store)).to.equal(wrong);
      await store.take(withCode(card));
      await isDelivered(store);
      expect(collector.given.get(contribution)).to.include({kind: 'ballot'});
    });

    it('takes the code from the address of the page, and out of the address bar', async () => {
      const before = location.href;
      history.replaceState(null, '', `#plan&code=${card}`);
      const store = await remoteStore();
      expect(await code(store)).to.equal(card);
      expect(location.hash).to.equal('#plan');
      expect(await code(store)).to.equal(card);
      await store.take(withCode(card));
      await store.take(next);
      expect(await code(store)).to.equal('');
      history.replaceState(null, '', before);
    });

    it('asks for none in an exercise', async () => {
      const text = JSON.stringify(publication(collector.records, random));
      const store = await remoteStore({fetcher: () => Promise.resolve(new Response(text))});
      expect(await code(store)).to.equal(undefined);
    });
  });

  describe('live', () => {
    const close = (): void => {
      collector.records = records.map(record =>
        record.id === question.id ? {...question, counter: 2, status: 'closed'} : record,
      );
      collector.revision += 1;
    };
    const isClosed = (store: Store): Promise<void> =>
      during(
        until(store, ({known}) => {
          const asked = known.records.get(ids.question);
          return asked?.kind === 'question' && asked.status === 'closed';
        }),
      );

    it('shows a change without a reload, in every tab, by one stream', async () => {
      const name = freshName();
      const tabs = [await remoteStore({name}), await remoteStore({name})];
      await streams.opened();
      close();
      streams.say('alliance', {revision: 2, counts: {}});
      await Promise.all(tabs.map(isClosed));
      expect(streams.count).to.equal(1);
      expect((await asking(tabs[1]!)).type).to.equal('closed');
    });

    it('goes on with the stream in another tab when the first is closed', async () => {
      const name = freshName();
      const [first, second] = [await remoteStore({name}), await remoteStore({name})];
      await streams.opened();
      first.close();
      await streams.opened();
      close();
      streams.say('alliance', {revision: 2, counts: {}});
      await isClosed(second);
    });

    it('asks now and then where no stream comes through', async () => {
      const store = await remoteStore({surroundings: {...surroundings(), streams: streams.broken}});
      close();
      await isClosed(store);
      expect(collector.asked.some(line => line.endsWith('live'))).to.equal(true);
    });

    it('elects one tab where browsers have no locks, and stores nothing for it', async () => {
      const name = freshName();
      const tabs = [await remoteStore({name, ...noLocks()}), await remoteStore({name, ...noLocks()})];
      await during(streams.opened());
      close();
      streams.say('alliance', {revision: 2, counts: {}});
      await Promise.all(tabs.map(isClosed));
      expect((await indexedDB.databases()).map(database => database.name)).not.to.include(`samenwaarde:${name}`);
    });

    it('tells the giver what a facilitator decided', async () => {
      const store = await remoteStore();
      await streams.opened();
      await store.take(quote('Bel mij: 06 12 34 56 78'));
      await isDelivered(store);
      collector.delivery = {type: 'refused', reason: 'personal-data'};
      collector.revision = 2;
      streams.say('alliance', {revision: 2, counts: {}});
      await during(
        until(store, ({device}) => [...device.own.values()].some(({delivery}) => delivery?.type === 'refused')),
      );
      expect((await asking(store)).own[0]).to.deep.include({delivery: {type: 'refused', reason: 'personal-data'}});
    });

    it('tells the giver of a vote what a facilitator decided on a name in it, and keeps that as long as it stands', async () => {
      const store = await remoteStore();
      await streams.opened();
      const names = {[ids.welcoming]: {own: 'Rot op'}, [ids.roomToBreathe]: {own: 'Lucht'}};
      const vote = {recognition: {}, dots: {}, names, objections: {}};
      const request = {type: 'samen-vote-submit', round: ids.votes, vote, changing: undefined} as const;
      const deliveredNames = async () => {
        const state = await shown(store, 'samen-rubric-vote');
        return state.type === 'answered' && state.own.names;
      };
      await store.take(request);
      await isDelivered(store);
      const held = {type: 'held'};
      expect(await deliveredNames()).to.deep.equal({[ids.welcoming]: held, [ids.roomToBreathe]: held});
      const refused = {type: 'refused', reason: 'insult'};
      collector.names = {[ids.welcoming]: refused, [ids.roomToBreathe]: {type: 'released'}};
      collector.revision = 2;
      streams.say('alliance', {revision: 2, counts: {}});
      await during(until(store, ({device}) => [...device.own.values()].some(own => own.names !== undefined)));
      expect(await deliveredNames()).to.deep.equal(collector.names);
      const better = {...names, [ids.welcoming]: {own: 'Welkom'}};
      await store.take({...request, vote: {...vote, names: better}});
      await isDelivered(store);
      expect(await deliveredNames()).to.deep.equal({[ids.welcoming]: held, [ids.roomToBreathe]: {type: 'released'}});
    });
  });
});
