import assert from 'node:assert/strict';
import {test} from 'node:test';
import {conditional, demandMatch, etagOf} from './etag.js';

const asked = (headers: Readonly<Record<string, string>>): Request => new Request('http://localhost/', {headers});
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
    const make = () => ((isMade = true), new Response('here'));
    const response = await conditional(asked({'If-None-Match': header}), here, make);
    assert.deepEqual([response.status, isMade, response.headers.get('ETag')], [status, status === 200, here], header);
  }
});

test('a change meets what its sender saw, or does not happen', () => {
  const cases: readonly [headers: Readonly<Record<string, string>>, there: string | undefined, isFine: boolean][] = [
    [{}, here, true],
    [{}, undefined, true],
    [{'If-Match': here}, here, true],
    [{'If-Match': `W/${here}`}, here, true],
    [{'If-Match': other}, here, false],
    [{'If-Match': here}, undefined, false],
    [{'If-Match': '*'}, here, true],
    [{'If-Match': '*'}, undefined, false],
    [{'If-None-Match': '*'}, undefined, true],
    [{'If-None-Match': '*'}, here, false],
    [{'If-None-Match': other}, here, true],
  ];
  for (const [headers, there, isFine] of cases) {
    const demand = () => demandMatch(asked(headers), there);
    if (isFine) assert.doesNotThrow(demand, JSON.stringify(headers));
    else assert.throws(demand, {status: 412}, JSON.stringify([headers, there]));
  }
});
