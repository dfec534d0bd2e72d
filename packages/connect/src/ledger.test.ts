import {expect} from '@open-wc/testing';
import {ids} from './alliance.test-helper.js';
import {openDatabase, type Database, type Opener} from './keeping.js';
import {register} from './register.js';
import {freshName, readStore, ready, shown, until, wipeAll} from './store.test-helper.js';
import type {Store} from './store.js';

const quote = (text: string) =>
  ({type: 'samen-quote-submit', question: ids.question, quotes: [text], changing: undefined}) as const;
const storage = (store: Store) => ready(store).device.storage;

/** A database that is full while `full.now` says so. */
function fullOpener(full: {now: boolean}): Opener {
  return async (...request) => {
    const database = await openDatabase(...request);
    if (!database) return undefined;
    return new Proxy(database, {
      get(target, key) {
        const member: unknown = Reflect.get(target, key, target);
        if (key !== 'transaction') return typeof member === 'function' ? (member.bind(target) as unknown) : member;
        return (...[stores, mode, options]: Parameters<Database['transaction']>) => {
          if (mode === 'readwrite' && full.now) throw new DOMException('Full.', 'QuotaExceededError');
          return target.transaction(stores, mode, options);
        };
      },
    });
  };
}

const faults: readonly [string, Opener][] = [
  ['is missing', () => Promise.reject(new ReferenceError('indexedDB is not defined'))],
  ['throws on opening', () => Promise.reject(new DOMException('Not here.', 'InvalidStateError'))],
  ['hangs for ever', () => new Promise(() => undefined)],
  ['is full from the start', fullOpener({now: true})],
];

describe('what a device keeps', () => {
  afterEach(wipeAll);

  for (const [fault, opener] of faults) {
    it(`lives in memory, and says so, where storage ${fault}`, async () => {
      const store = await readStore({opener});
      await store.take(quote('Rust'));
      const state = await shown(store, 'samen-quote-capture');
      expect(state).to.nested.include({type: 'answered', 'about.storage': 'memory', 'own[0].text': 'Rust'});
      await store.take({type: 'samen-next-person'});
      expect((await shown(store, 'samen-quote-capture')).type).to.equal('asking');
    }).timeout(20_000);
  }

  it('has the browser wait for the disk at every write, before anybody is told that something is kept', async () => {
    const durabilities: unknown[] = [];
    const opener: Opener = async (...request) => {
      const database = await openDatabase(...request);
      return (
        database &&
        new Proxy(database, {
          get(target, key) {
            const member: unknown = Reflect.get(target, key, target);
            if (key !== 'transaction') return typeof member === 'function' ? (member.bind(target) as unknown) : member;
            return (...[stores, mode, options]: Parameters<Database['transaction']>) => {
              if (mode === 'readwrite') durabilities.push(options?.durability);
              return target.transaction(stores, mode, options);
            };
          },
        })
      );
    };
    const store = await readStore({opener});
    await store.take(quote('Rust'));
    await store.wipe();
    expect(new Set(durabilities)).to.deep.equal(new Set(['strict']));
  });

  it('says so before the first keystroke where storage cannot be opened', async () => {
    const store = await readStore({opener: () => Promise.reject(new Error('No.'))});
    expect(storage(store)).to.equal('memory');
  });

  it('keeps what did not fit and writes it once there is room again', async () => {
    const full = {now: false};
    const name = freshName();
    const store = await readStore({name, opener: fullOpener(full)});
    await store.take(quote('Past'));
    expect(storage(store)).to.equal('device');
    full.now = true;
    await store.take(quote('Past niet'));
    expect(storage(store)).to.equal('memory');
    full.now = false;
    await store.take(quote('Past weer'));
    expect(storage(store)).to.equal('device');
    store.close();
    expect(ready(await readStore({name})).device.own.size).to.equal(3);
  });

  it('does not call itself written because another tab could read', async () => {
    const full = {now: false};
    const name = freshName();
    const store = await readStore({name, opener: fullOpener(full)});
    const other = await readStore({name});
    await store.take(quote('Past'));
    await until(other, ({device}) => device.own.size === 1);
    full.now = true;
    await store.take(quote('Past niet'));
    await other.take(quote('Van de andere'));
    await until(store, ({device}) => device.own.size === 3);
    expect(storage(store)).to.equal('memory');
  });

  it('keeps what was there before when it can only be read later', async () => {
    const name = freshName();
    const before = await readStore({name});
    await before.take(quote('Eerder'));
    before.close();
    let broken = true;
    const opener: Opener = (...request) => (broken ? Promise.reject(new Error('No.')) : openDatabase(...request));
    const store = await readStore({name, opener});
    await store.take(quote('Nu'));
    broken = false;
    await store.take(quote('Straks'));
    await until(store, ({device}) => device.own.size === 3);
    expect(storage(store)).to.equal('device');
  });

  it('stores nothing before somebody acts', async () => {
    const name = freshName();
    const store = await readStore({name});
    await shown(store, 'samen-quote-capture');
    const names = (await indexedDB.databases()).map(database => database.name);
    expect(names).not.to.include(`samenwaarde:${name}`);
    expect((await store.stored()).every(({entries}) => entries === 0)).to.equal(true);
  });

  it('stores only what is in the register, each with its reason and its end in two languages', async () => {
    const [local, session, cookies] = [localStorage.length, sessionStorage.length, document.cookie];
    const name = freshName();
    const store = await readStore({name});
    await store.take({type: 'samen-draft', subject: ids.question, draft: 'Ru'});
    await store.take(quote('Rust'));
    await store.take({type: 'samen-quotes-import', question: ids.question, quotes: [{text: 'Parks', held: true}]});
    const database = await openDatabase(`samenwaarde:${name}`, true, () => undefined);
    expect([...database!.objectStoreNames].sort()).to.deep.equal(register.map(entry => entry.store).sort());
    database!.close();
    for (const {reason, until: end} of register) {
      for (const words of [reason.nl, reason.en, end.nl, end.en]) expect(words).to.match(/\S{2,}/);
    }
    expect([localStorage.length, sessionStorage.length, document.cookie]).to.deep.equal([local, session, cookies]);
    expect((await caches.keys()).length).to.equal(0);
  });

  it('is all gone after a wipe, the database included', async () => {
    const name = freshName();
    const store = await readStore({name});
    await store.take(quote('Rust'));
    await store.wipe();
    expect(ready(store).device.own.size).to.equal(0);
    expect((await indexedDB.databases()).map(database => database.name)).not.to.include(`samenwaarde:${name}`);
    await store.take(quote('Opnieuw'));
    expect(storage(store)).to.equal('device');
    expect((await shown(store, 'samen-quote-capture')).type).to.equal('answered');
  });

  it('says that a wipe failed', async () => {
    const store = await readStore({opener: () => Promise.reject(new Error('No.'))});
    await store.take(quote('Rust'));
    const error: unknown = await store.wipe().then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).to.be.instanceOf(Error);
    expect(ready(store).device.own.size).to.equal(0);
  });
});
