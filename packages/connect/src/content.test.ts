import {expect} from '@open-wc/testing';
import {publication} from '@samenwaarde/core/files';
import {backupText, ids, records} from './alliance.test-helper.js';
import {random} from './random.js';
import {freshName, readStore, shown, wipeAll} from './store.test-helper.js';

const address = 'https://waarden.example.nl/ververij.json';
const answering =
  (text: string, status = 200): typeof fetch =>
  () =>
    Promise.resolve(new Response(text, {status}));
const published = () => JSON.stringify(publication(records, random));

describe('what a page brings', () => {
  const warn = console.warn;
  let warnings: string[] = [];
  beforeEach(() => {
    warnings = [];
    console.warn = (...words: unknown[]) => void warnings.push(words.join(' '));
  });
  afterEach(async () => {
    console.warn = warn;
    await wipeAll();
  });

  for (const [what, fetcher, reason] of [
    ['a backup on the web', answering(backupText()), 'not-for-publication'],
    ['nonsense', answering('<!doctype html><p>Hallo'), 'not-understood'],
    ['a list of something else', answering('[1,2,3]'), 'not-understood'],
    ['a publication with an unknown key', answering(published().replace('{', '{"author":"x",')), 'not-understood'],
    ['a newer version', answering(published().replace('"schema":1', '"schema":2')), 'too-new'],
    ['a collector', answering('{"schema":1,"kind":"alliance"}'), 'too-new'],
    ['a page that is not there', answering('', 404), 'not-found'],
    ['a server that fails', answering('', 500), 'unreachable'],
    ['no network', () => Promise.reject(new TypeError('Failed to fetch')), 'unreachable'],
  ] as const) {
    it(`is failed, ${reason}, for ${what}, and its maker is told once`, async () => {
      const store = await readStore({src: address, fetcher}, '');
      expect(await shown(store, 'samen-quote-capture')).to.deep.equal({type: 'failed', reason});
      expect(await shown(store, 'samen-scorecard')).to.deep.equal({type: 'failed', reason});
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.include('<samen-alliance>').and.to.include(address);
    });
  }

  it('is a publication: its results are shown, and people can answer what is open', async () => {
    const requests: RequestInit[] = [];
    const fetcher: typeof fetch = (_, init) => {
      requests.push(init ?? {});
      return Promise.resolve(new Response(published()));
    };
    const store = await readStore({src: address, fetcher}, '');
    const state = await shown(store, 'samen-scorecard');
    expect(state).to.nested.include({
      type: 'ready',
      'scores.ballots': 5,
      'scores.verdict': 'insufficient',
      'plan.number': 1,
    });
    expect(state).to.deep.equal(await shown(await readStore(), 'samen-scorecard'));
    const marks = {[ids.welcoming]: 7};
    await store.take({
      type: 'samen-ballot-submit',
      round: ids.round,
      ballot: {marks, reasons: {}},
      changing: undefined,
    });
    expect((await shown(store, 'samen-plan-ballot')).type).to.equal('answered');
    expect(requests.map(({credentials}) => credentials)).to.deep.equal(['omit']);
    const failure: unknown = await store.export('publication').catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(Error);
    expect(await (await store.export('parcel')).text()).to.include('"ballot"');
  });

  it('is a data block with a backup, which is never written to the device', async () => {
    const store = await readStore();
    expect((await shown(store, 'samen-quote-capture')).type).to.equal('asking');
    await store.take({type: 'samen-draft', subject: ids.question, draft: 'Rust'});
    const written = (await store.stored()).find(entry => entry.store === 'records');
    expect(written?.entries).to.equal(0);
  });

  it('is empty without content, and says of a chosen id that it is not there', async () => {
    const store = await readStore({}, '');
    for (const widget of [
      'samen-quote-capture',
      'samen-rubric-vote',
      'samen-plan-ballot',
      'samen-scorecard',
    ] as const) {
      expect(await shown(store, widget)).to.deep.equal({type: 'empty'});
      expect(await shown(store, widget, {question: 'x', round: 'x'})).to.deep.equal({
        type: 'failed',
        reason: 'not-found',
      });
    }
  });

  it('has storage of its own for every address, also when pages name it alike', async () => {
    const fetcher = answering(published());
    const base = document.head.appendChild(document.createElement('base'));
    base.href = '/one/';
    const one = await readStore({name: '', src: 'alliance.json', fetcher}, '');
    base.href = '/two/';
    const two = await readStore({name: '', src: 'alliance.json', fetcher}, '');
    base.remove();
    await one.take({type: 'samen-draft', subject: ids.question, draft: 'Rust'});
    one.close();
    expect(await shown(two, 'samen-quote-capture')).to.include({type: 'asking', draft: ''});
  });

  it('is refused next to another alliance that the device keeps under the same name', async () => {
    const name = freshName();
    const store = await readStore({name}, '');
    await store.import(backupText());
    store.close();
    const other = '00000000-0000-4000-8000-000000000000';
    const again = await readStore({name}, backupText().replaceAll(ids.alliance, other));
    expect(await shown(again, 'samen-scorecard')).to.deep.equal({type: 'failed', reason: 'not-understood'});
    expect(warnings.join()).to.include('another alliance');
  });
});
