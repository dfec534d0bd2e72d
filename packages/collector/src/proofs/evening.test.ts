import assert from 'node:assert/strict';
import {it} from 'node:test';
import {onBothDatabases} from '../database/database.test-helper.js';
import {
  ballotOn,
  makeAlliance,
  newReceipt,
  pathOf,
  quoteOn,
  reasonOn,
  voteOn,
  type Made,
} from '../voices/round.test-helper.js';
import {Killable} from './killable.test-helper.js';

const PEOPLE = 60;

/** What one person's phone asks in a minute: what there is, twice, and everything that can be given, one thing changed. */
async function takePart(url: string, made: Made): Promise<readonly number[]> {
  const statuses: number[] = [];
  const ask = async (method: string, path: string, receipt?: string, body?: object) => {
    const headers = {...(receipt && {'Samen-Receipt': receipt}), ...(body && {'Content-Type': 'application/json'})};
    const response = await fetch(url + path, {method, headers, ...(body && {body: JSON.stringify(body)})});
    await response.arrayBuffer();
    statuses.push(response.status);
  };
  const alliance = `/v1/alliances/${made.slug}`;
  await ask('GET', alliance);
  await ask('GET', `${alliance}/live`);
  const ballot = ballotOn(made);
  const receipt = newReceipt();
  for (const record of [quoteOn(made), voteOn(made), ...made.values.map(() => reasonOn(made))])
    await ask('PUT', pathOf(made, record), newReceipt(), record);
  await ask('PUT', pathOf(made, ballot), receipt, ballot);
  await ask('PUT', pathOf(made, ballot), receipt, {...ballot, marks: {}});
  await ask('GET', alliance);
  return statuses;
}

onBothDatabases('an evening', ground => {
  it('has sixty people behind one address, and none of them is refused', async context => {
    const address = await ground.address();
    const made = await makeAlliance(await ground.at(address));
    const collector = await Killable.on(address, {CONTRIBUTIONS_PER_MINUTE: ''}, 0);
    context.after(() => collector.stop());
    const start = Date.now();
    const all = await Promise.all(Array.from({length: PEOPLE}, () => takePart(collector.url, made)));
    assert.ok(Date.now() - start < 60_000);
    const expected = [200, 200, 201, 201, ...made.values.map(() => 201), 201, 200, 200];
    for (const statuses of all) assert.deepEqual(statuses, expected);
    const live = await fetch(`${collector.url}/v1/alliances/${made.slug}/live`);
    const {counts} = (await live.json()) as {counts: Record<string, number>};
    assert.equal(counts[made.round.id], PEOPLE);
  });
});
