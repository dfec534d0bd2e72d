import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Answer} from './answer.js';
import {conditional, demandMatch, etagOf} from './etag.js';

const asked = (headers: Readonly<Record<string, string>>) => ({header: (name: string) => headers[name]});
const [here, other] = [etagOf('here'), etagOf('other')];

test('who has an answer does not get it again, also when a proxy called its tag weak', async () => {
  for (const [header, status] of [
    [here, 304],
    [`W/${here}`, 304],
    [`${other}, ${here}`, 304],
    ['*', 304],
    [other, 200],
  ] as const) {
    let isMade = false;
    const make = () => ((isMade = true), new Answer('here'));
    const response = await conditional(asked({'if-none-match': header}), here, make);
    assert.deepEqual([response.status, isMade, response.headers.get('etag')], [status, status === 200, here], header);
  }
});

test('a change meets what its sender saw, or does not happen', () => {
  const cases: readonly [headers: Readonly<Record<string, string>>, there: string | undefined, isFine: boolean][] = [
    [{}, here, true],
    [{}, undefined, true],
    [{'if-match': here}, here, true],
    [{'if-match': `W/${here}`}, here, true],
    [{'if-match': other}, here, false],
    [{'if-match': here}, undefined, false],
    [{'if-match': '*'}, here, true],
    [{'if-match': '*'}, undefined, false],
    [{'if-none-match': '*'}, undefined, true],
    [{'if-none-match': '*'}, here, false],
    [{'if-none-match': other}, here, true],
  ];
  for (const [headers, there, isFine] of cases) {
    const demand = () => demandMatch(asked(headers), there);
    if (isFine) assert.doesNotThrow(demand, JSON.stringify(headers));
    else assert.throws(demand, {status: 412}, JSON.stringify([headers, there]));
  }
});
