import {expect} from '@open-wc/testing';
import type {ReactiveControllerHost} from 'lit';
import {LatePart} from './late-part.js';

const host = {requestUpdate() {}, addController() {}} as unknown as ReactiveControllerHost;

describe('a late part', () => {
  it('is fetched once, however often it is asked for', async () => {
    let fetched = 0;
    const late = new LatePart(host, () => Promise.resolve(++fetched));
    await Promise.all([late.load(), late.load()]);
    await late.load();
    expect(late.part).to.equal(1);
  });

  it('says when it could not be fetched, and tries again when asked again', async () => {
    let online = false;
    const late = new LatePart(host, () =>
      online ? Promise.resolve('here') : Promise.reject(new TypeError('Failed to fetch dynamically imported module')),
    );
    await late.load();
    expect([late.part, late.failed]).to.deep.equal([undefined, true]);
    online = true;
    await late.load();
    expect([late.part, late.failed]).to.deep.equal(['here', false]);
  });

  it('tries again by itself when the connection is back, as long as its widget is on the page', async () => {
    let fetched = 0;
    const late = new LatePart(host, () =>
      ++fetched < 3 ? Promise.reject(new TypeError('Failed')) : Promise.resolve(),
    );
    late.hostConnected();
    await late.load();
    window.dispatchEvent(new Event('online'));
    await late.arrival;
    expect([fetched, late.failed]).to.deep.equal([2, true]);
    late.hostDisconnected();
    window.dispatchEvent(new Event('online'));
    expect(fetched).to.equal(2);
    late.hostConnected();
    window.dispatchEvent(new Event('online'));
    await late.arrival;
    window.dispatchEvent(new Event('online'));
    expect([fetched, late.failed]).to.deep.equal([3, false]);
    late.hostDisconnected();
  });
});
