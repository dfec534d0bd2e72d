import {expect} from '@open-wc/testing';
import type {Reading} from '../content.js';
import {nothingKnown} from '../records.js';
import {Followed} from './followed.js';

describe('keeping up with an alliance', () => {
  it('rests between two looks, however fast it changes', async () => {
    const reading: Reading = {content: {type: 'ready', known: nothingKnown}, isAlliance: true, text: ''};
    const acts: string[] = [];
    const again = (): Promise<Reading> => {
      const looks = acts.push('look');
      if (looks < 5) void followed.keepUp(looks + 1);
      return Promise.resolve(reading);
    };
    const rest = (): Promise<void> => Promise.resolve(void acts.push('rest'));
    const nothing = (): void => undefined;
    const {signal: ended} = new AbortController();
    const parts = {again, rest, ended, chance: () => 0.5, onContent: nothing, onLook: nothing};
    const followed = new Followed(parts, reading);
    await followed.keepUp(1);
    expect(acts).to.deep.equal(['look', 'rest', 'look', 'rest', 'look']);
  });
});
