import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Entry, Outcome} from './entry.js';
import type {Flush} from './flush.js';
import {writer} from './writer.js';

const entry = (id: string): Entry => ({
  ...{alliance: 'a', id, subject: 's', kind: 'ballot', record: undefined, body: '', receipt: ''},
  ...{isPublic: false, card: undefined},
});

/** A flush that waits until it is let go, and remembers what it was given. */
function gate(): {flush: Flush; batches: string[][]; open: () => void} {
  const batches: string[][] = [];
  let open: () => void = () => undefined;
  const opened = new Promise<void>(resolve => (open = resolve));
  const flush: Flush = async entries => {
    batches.push(entries.map(({id}) => id));
    await opened;
    return entries.map((): Outcome => 'added');
  };
  return {flush, batches, open: () => open()};
}

const turn = () => new Promise(resolve => setImmediate(resolve));
const failing = (code: string) => Object.assign(new Error(code), {code});

describe('writer', () => {
  it('sends together what arrives while it is busy: two flushes at once on PostgreSQL, one on SQLite', async () => {
    for (const [kind, expected] of [
      ['postgres', [['1', '2'], ['3'], ['4', '5']]],
      [
        'sqlite',
        [
          ['1', '2'],
          ['3', '4', '5'],
        ],
      ],
    ] as const) {
      const {flush, batches, open} = gate();
      const {give, idle} = writer({kind}, () => flush);
      const given = [give(entry('1')), give(entry('2'))];
      await turn();
      given.push(give(entry('3')));
      await turn();
      given.push(give(entry('4')), give(entry('5')));
      await turn();
      open();
      assert.deepEqual(await Promise.all(given), Array(5).fill('added'));
      await idle();
      assert.deepEqual(batches, expected);
    }
  });

  it('rests once nothing is under way any more', async () => {
    const {flush, open} = gate();
    const {give, idle} = writer({kind: 'sqlite'}, () => flush);
    const given = give(entry('1'));
    await turn();
    let isIdle = false;
    const rests = idle().then(() => (isIdle = true));
    await turn();
    assert.equal(isIdle, false);
    open();
    await Promise.all([given, rests]);
  });

  it('sends no more at once than a flush can carry', async () => {
    const sizes: number[] = [];
    const {give} = writer({kind: 'sqlite'}, () => entries => {
      sizes.push(entries.length);
      return Promise.resolve(entries.map(() => 'added'));
    });
    await Promise.all(Array.from({length: 1_200}, (_, place) => give(entry(String(place)))));
    assert.deepEqual(sizes, [500, 500, 200]);
  });

  it('gives no flush a group while it is busy with another', async () => {
    const gates: ReturnType<typeof gate>[] = [];
    const {give} = writer({kind: 'postgres'}, () => {
      gates.push(gate());
      return gates.at(-1)!.flush;
    });
    const first = give(entry('1'));
    await turn();
    const second = give(entry('2'));
    await turn();
    for (const {open} of gates) open();
    await Promise.all([first, second]);
    assert.deepEqual(gates.map(({batches}) => batches.flat()).sort(), [['1'], ['2']]);
  });

  it('keeps the others when one cannot be written', async () => {
    const {give} = writer({kind: 'sqlite'}, () => entries => {
      if (entries.some(({id}) => id === 'bad')) return Promise.reject(failing('22P05'));
      return Promise.resolve(entries.map(() => 'added'));
    });
    const given = await Promise.allSettled(['1', 'bad', '2'].map(id => give(entry(id))));
    assert.deepEqual(
      given.map(({status}) => status),
      ['fulfilled', 'rejected', 'fulfilled'],
    );
  });

  it('tries again when somebody else was there at the same moment', async () => {
    let times = 0;
    const {give} = writer({kind: 'sqlite'}, () => entries => {
      return times++ === 0 ? Promise.reject(failing('23505')) : Promise.resolve(entries.map(() => 'same'));
    });
    assert.equal(await give(entry('1')), 'same');
    assert.equal(times, 2);
  });

  it('tells all of them at once when the database is away', async () => {
    let times = 0;
    const {give, idle} = writer({kind: 'postgres'}, () => () => {
      times++;
      return Promise.reject(failing('ECONNREFUSED'));
    });
    const given = await Promise.allSettled(['1', '2', '3'].map(id => give(entry(id))));
    assert.ok(given.every(({status}) => status === 'rejected'));
    assert.equal(times, 1);
    await idle();
  });
});
