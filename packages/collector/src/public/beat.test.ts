import assert from 'node:assert/strict';
import {describe, it, type TestContext} from 'node:test';
import {silent} from '../log.js';
import {Beat} from './beat.js';
import type {State} from './state.js';

const state = (revision: number): State => ({revision, counts: {}});
/** Lets everything happen that waits for nothing but its turn. */
const turn = () => new Promise(setImmediate);

/** A beat on a clock of its own; `read` is asked what there is. */
function beating({mock}: TestContext, read: () => Promise<State>) {
  mock.timers.enable({apis: ['setTimeout', 'Date']});
  const faults: unknown[] = [];
  const log = {...silent, error: (_: string, error: unknown) => void faults.push(error)};
  const beat = new Beat(read, {log, clock: Date.now});
  const pass = async (milliseconds: number) => {
    mock.timers.tick(milliseconds);
    await turn();
  };
  const heard: number[] = [];
  const listen = () => beat.listen('a', told => heard.push(told.state.revision));
  return {beat, faults, pass, heard, listen};
}

describe('the beat of an alliance', () => {
  it('tells a state once, however often it looks', async context => {
    let [revision, looks] = [1, 0];
    const {heard, pass, listen} = beating(context, () => Promise.resolve((looks++, state(revision))));
    listen();
    await turn();
    for (let beats = 0; beats < 5; beats++) await pass(150);
    assert.deepEqual([looks, heard], [6, [1]]);
    revision = 2;
    await pass(150);
    assert.deepEqual(heard, [1, 2]);
  });

  it('looks again soon when something was written while it looked', async context => {
    const looks: ((state: State) => void)[] = [];
    const {beat, heard, pass, listen} = beating(context, () => new Promise(settle => looks.push(settle)));
    listen();
    beat.wake('a');
    looks[0]?.(state(1));
    await turn();
    await pass(99);
    assert.equal(looks.length, 1, 'not for every ballot of a busy round');
    await pass(1);
    looks[1]?.(state(2));
    await turn();
    assert.deepEqual(heard, [1, 2]);
  });

  it('looks no more when nobody listens, and again for who comes later', async context => {
    let looks = 0;
    const {heard, pass, listen} = beating(context, () => Promise.resolve(state(++looks)));
    const leave = listen();
    leave();
    await turn();
    await pass(1_000);
    assert.deepEqual([looks, heard], [1, []]);
    listen();
    await turn();
    assert.deepEqual([looks, heard], [2, [2]]);
  });

  it('looks less often while the database stays away, and tells when it is there again', async context => {
    let isThere = false;
    const read = () => (isThere ? Promise.resolve(state(1)) : Promise.reject(new Error('away')));
    const {faults, heard, pass, listen} = beating(context, read);
    const passSlowly = async (milliseconds: number) => {
      for (let passed = 0; passed < milliseconds; passed += 50) await pass(50);
    };
    listen();
    await passSlowly(60_000);
    assert.ok(faults.length > 5 && faults.length <= 31, `${faults.length} lines in the log of a minute`);
    isThere = true;
    await passSlowly(3_000);
    assert.deepEqual(heard, [1]);
  });
});
