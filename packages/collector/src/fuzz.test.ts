import assert from 'node:assert/strict';
import {it} from 'node:test';
import {onBothDatabases} from './database/database.test-helper.js';
import {entered} from './facilitator/entered.test-helper.js';
import {Fuzzer, SLOW_ON_PURPOSE, type Document} from './fuzz.test-helper.js';
import {ballotOn, bench, makeAlliance, newReceipt, quoteOn, type Bench} from './voices/round.test-helper.js';
import {recount} from './voices/tallies.js';

/** Requests of one run; `node scripts/fuzz.mjs` asks for more. */
const REQUESTS = Number(process.env['FUZZ_REQUESTS'] ?? 1_000);
/** Any run can be done again from its seed; the run of every day has one and the same. */
const SEED = Number(process.env['FUZZ_SEED'] ?? 7);
/** Requests on one alliance, of which one may end it. */
const ON_ONE = 50;
/** What ends the session or the alliance: after it a new one is needed. */
const LAST = ['/sessions/current', '/alliances/{alliance}'];
/** Milliseconds that any answer may take. Deriving a passphrase is slow on purpose. */
const LONGEST = 1_000;

onBothDatabases('the API', ground => {
  it(`is broken by none of ${REQUESTS} requests of its own document (FUZZ_SEED=${SEED})`, async context => {
    const database = await ground.open();
    const collector = bench(database);
    const document = (await (await collector.ask('GET', '/openapi.json')).json()) as Document;
    const fuzzer = new Fuzzer(document, seeded(SEED));
    const statuses = new Map<number, number>();
    let [cookie, isOver] = ['', false];
    for (let count = 0; count < REQUESTS; count++) {
      if (count % ON_ONE === 0 || isOver)
        ({cookie, known: fuzzer.known, places: fuzzer.places} = await scene(collector));
      const strange = fuzzer.request(cookie);
      const start = performance.now();
      const response = await collector.ask(strange.method, strange.path, strange);
      await response.text();
      const took = performance.now() - start;
      const told = `request ${count}: ${strange.method} ${strange.path} ${(strange.body ?? '').slice(0, 2_000)}`;
      assert.ok(response.status < 500, `${response.status} to ${told}`);
      if (!SLOW_ON_PURPOSE.includes(strange.route)) assert.ok(took < LONGEST, `${took} ms for ${told}`);
      isOver = response.status === 204 && LAST.includes(strange.route);
      statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
    }
    context.diagnostic(JSON.stringify(Object.fromEntries([...statuses].sort(([a], [b]) => a - b))));
    for (const status of [200, 201, 204, 400, 401, 404, 409])
      assert.ok(
        REQUESTS < 1_000 || (statuses.get(status) ?? 0) > 0,
        `no answer was ${status}: the requests are too tame or too wild`,
      );
    assert.deepEqual(await recount(database.query), [], 'the tallies are right after all of it');
  });
});

/** A new alliance, with what somebody must know to say something about it. */
async function scene(collector: Bench): Promise<Pick<Fuzzer, 'known' | 'places'> & {cookie: string}> {
  const made = await makeAlliance(collector.parts.database);
  const {cookie, person} = await entered(collector, made.alliance.id);
  const receipt = newReceipt();
  const given = [quoteOn(made), ballotOn(made)];
  for (const record of given) await collector.give(made, record, {receipt});
  const ids = [...made.cards, ...given].map(({id}) => id);
  const places = {
    alliance: [made.slug],
    id: [...ids, person.id],
    round: [made.round.id, made.voteRound.id],
    question: [made.question.id],
    value: made.values,
    planVersion: [made.round.planVersion],
    profileVersion: [made.round.profileVersion],
  };
  return {cookie, places, known: [made.slug, ...ids, receipt, receipt, person.id]};
}

function seeded(seed: number): (length: number) => Uint8Array {
  return length =>
    Uint8Array.from({length}, () => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      return seed >>> 24;
    });
}
