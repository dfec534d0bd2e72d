// A million ballots on eight values: our tally beside a bare loop over the same objects, and our column form beside a
// bare loop over the same typed arrays. Making columns of ballots is timed too.
import {tally, tallyColumns, toColumns} from '../../packages/core/dist/index.js';
import {interleave, median, row} from './interleave.mjs';

const BALLOTS = 1_000_000;
const VALUES = Array.from({length: 8}, (_, place) => `0000000${place}-1111-4111-8111-111111111111`);
const ROUNDS = 11;

/** Parsed ballots, as they come out of JSON: every object of its own, about one answer in twenty "don't know". */
function ballots() {
  let seed = 42;
  const next = () => (seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0);
  return Array.from({length: BALLOTS}, () => ({
    marks: Object.fromEntries(VALUES.map(value => [value, next() % 20 === 0 ? 'unknown' : 1 + ((next() >>> 8) % 10)])),
  }));
}

function bareObjects(all) {
  const counts = VALUES.map(() => new Array(12).fill(0));
  for (const {marks} of all)
    for (let place = 0; place < VALUES.length; place++) {
      const mark = marks[VALUES[place]];
      counts[place][typeof mark === 'number' ? mark : 11]++;
    }
  return counts;
}

function bareColumns(columns) {
  return columns.map(column => {
    const counts = new Uint32Array(16);
    for (let place = 0; place < column.length; place++) counts[column[place]]++;
    return counts;
  });
}

const timed = act => () => {
  const start = performance.now();
  act();
  return performance.now() - start;
};

export async function bench() {
  const all = ballots();
  const columns = toColumns(all, VALUES);
  const bytes = Object.values(columns.columns);
  const same =
    tally(all).values[VALUES[0]].marks[6] === bareObjects(all)[0][7] &&
    bareColumns(bytes)[0][7] === bareObjects(all)[0][7];
  if (!same) throw new Error('the tallies differ, so their times say nothing');
  const times = await interleave(
    {
      objects: timed(() => tally(all)),
      bareObjects: timed(() => bareObjects(all)),
      columns: timed(() => tallyColumns(columns)),
      bareColumns: timed(() => bareColumns(bytes)),
      convert: timed(() => toColumns(all, VALUES)),
      bareAgain: timed(() => bareObjects(all)),
    },
    ROUNDS,
  );
  return [
    row('tally of a million ballots', {ours: times.objects, bare: times.bareObjects}, 1.2),
    row('the same in columns', {ours: times.columns, bare: times.bareColumns}, 1.5),
    row('bare beside bare', {ours: times.bareAgain, bare: times.bareObjects}),
    {what: 'ballots to columns', ours: Math.round(median(times.convert))},
  ];
}
