// node scripts/proofs.mjs chaos --submissions 10000 --kills 100: a proof of the collector, longer than in npm test. The
// same code, with other numbers; each prints its seed, and --seed repeats a run. With --on sqlite or --on postgres on
// one of the two databases alone.
import {parseArgs} from 'node:util';
import {run} from './run.mjs';

/** The test file of each proof, and its numbers when none are given. */
const PROOFS = {
  chaos: {file: 'proofs/exactly-once', numbers: {submissions: 10_000, kills: 100}},
  linking: {file: 'proofs/linking', numbers: {rounds: 200, voters: 50}},
  marks: {file: 'proofs/marks', numbers: {sessions: 1_000}},
  backup: {file: 'proofs/backup', numbers: {ballots: 100_000}},
  codes: {file: 'voices/codes', numbers: {times: 100}},
};

const [name, ...words] = process.argv.slice(2);
const proof = Object.hasOwn(PROOFS, name ?? '') ? PROOFS[name] : undefined;
if (!proof) throw new Error(`No proof ${name}; there are ${Object.keys(PROOFS).join(', ')}.`);

const names = [...Object.keys(proof.numbers), 'seed', 'on'];
const options = Object.fromEntries(names.map(each => [each, {type: 'string'}]));
const {on, ...values} = parseArgs({args: words, options}).values;
if (![undefined, 'sqlite', 'postgres'].includes(on)) throw new Error(`No database ${on}; there are sqlite, postgres.`);
const numbers = Object.entries({...proof.numbers, ...values});
const environment = Object.fromEntries(numbers.map(([each, value]) => [`PROOF_${each.toUpperCase()}`, String(value)]));
const only = on === undefined ? [] : [`--test-name-pattern=\\(${on}\\)`];
const file = `packages/collector/src/${proof.file}.test.ts`;
run(
  process.execPath,
  ['--conditions=@samenwaarde/source', '--import', 'tsx', '--test', '--test-reporter=spec', ...only, file],
  environment,
);
