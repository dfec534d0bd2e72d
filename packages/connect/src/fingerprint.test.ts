import {expect} from '@open-wc/testing';
import {fingerprint} from './fingerprint.js';

describe('a fingerprint', () => {
  afterEach(() => Reflect.deleteProperty(crypto, 'subtle'));

  it('is SHA-256, on https and where browsers have no crypto.subtle', async () => {
    // Outside oracle: FIPS 180-4, appendix B.1.
    const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    expect(await fingerprint('abc')).to.equal(abc);
    Object.defineProperty(crypto, 'subtle', {value: undefined, configurable: true});
    expect(await fingerprint('abc')).to.equal(abc);
  });
});
