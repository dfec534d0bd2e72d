import {expect} from '@open-wc/testing';
import {QuoteSubmitEvent} from '@samenwaarde/elements/quote-capture';
import {ParcelEvent} from '@samenwaarde/elements/shared/requests';
import {ids} from '../alliance.test-helper.js';
import '../define.js';
import {openRoom} from '../rooms.js';
import {ADDRESS, FakeCollector} from './collector.test-helper.js';

class SilentStream extends EventTarget {
  readyState = 0;

  close(): void {
    this.readyState = 2;
  }
}

describe('<samen-alliance> of a collector', () => {
  const here = {fetch, EventSource};
  const collector = new FakeCollector();
  const alliance = document.createElement('samen-alliance');
  before(() => {
    window.fetch = collector.fetcher;
    Object.assign(window, {EventSource: SilentStream});
  });
  after(async () => {
    await alliance.wipe();
    alliance.remove();
    Object.assign(window, here);
  });

  it('hands over what waits as a file', async () => {
    await openRoom('samen-quote-capture');
    alliance.setAttribute('src', ADDRESS);
    document.body.append(alliance);
    window.fetch = (address, request) =>
      request?.method === 'PUT'
        ? Promise.reject(new TypeError('Failed to fetch'))
        : collector.fetcher(address, request);
    alliance.dispatchEvent(new QuoteSubmitEvent(ids.question, ['Schaduw', 'Een wc']));
    const file = await new Promise<File>(settle => alliance.dispatchEvent(new ParcelEvent(settle)));
    const parcel = JSON.parse(await file.text()) as {
      readonly kind: string;
      readonly records: readonly {text: string}[];
    };
    expect(file.name).to.match(/-parcel\.json$/);
    expect(parcel.kind).to.equal('parcel');
    expect(parcel.records.map(({text}) => text).sort()).to.deep.equal(['Een wc', 'Schaduw']);
    await alliance.wipe();
    alliance.remove();
    window.fetch = collector.fetcher;
  });

  it('tells the page how many answers wait, and when that changes', async () => {
    await openRoom('samen-quote-capture');
    alliance.setAttribute('src', ADDRESS);
    document.body.append(alliance);
    const changes = (): Promise<void> =>
      new Promise(settle => alliance.addEventListener('samen-waiting', () => settle(), {once: true}));
    expect(alliance.waiting).to.equal(0);
    const more = changes();
    alliance.dispatchEvent(new QuoteSubmitEvent(ids.question, ['Rust']));
    await more;
    expect(alliance.waiting).to.equal(1);
    await changes();
    expect(alliance.waiting).to.equal(0);
    expect(collector.given.size).to.equal(1);
  });
});
