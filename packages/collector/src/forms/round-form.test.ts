import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {hiddenIn, readingOf} from '../beheer/visitor.test-helper.js';
import {before, bodies, close} from './forms.test-helper.js';

describe('a plan marked without a script', () => {
  it('asks what would have to change at what is insufficient alone, and loses nothing of what was typed', async () => {
    const {visitor, made, collector, home} = await before();
    const path = `${home}/rounds/${made.round.id}/form`;
    const [first = '', second = ''] = made.values;
    const fields = {
      ...hiddenIn(await visitor.look(path)),
      [`marks[${first}]`]: '8',
      [`reasons[${first}]`]: 'Toch een wc.',
      [`reasons[${second}]`]: 'Meer groen.',
    };
    const asked = await visitor.fill(path, fields);
    assert.equal(asked.status, 400);
    assert.match(
      readingOf(asked),
      /nog niet\. .*Gastvrij Wat er anders moet, vragen wij alleen bij een onvoldoende\. Groen Wat/,
    );
    for (const value of [first, second])
      assert.match(asked.html, new RegExp(`id="${value}"[^>]*aria-describedby="reasons-hint ${value}-wrong"`));
    assert.match(readingOf(asked), /Toch een wc\..*Meer groen\./);
    assert.deepEqual(await bodies(collector), []);
    const sent = await visitor.fill(path, {...fields, [`marks[${first}]`]: '5', [`marks[${second}]`]: '3'});
    assert.match(readingOf(sent), /Verstuurd/);
    assert.equal((await bodies(collector)).length, 3);
  });

  it('points out what may be somebody’s own in a reason, and where, before anything is sent', async () => {
    const {visitor, made, collector, home} = await before();
    const path = `${home}/rounds/${made.round.id}/form`;
    const [first = ''] = made.values;
    const words = 'Bel 06 12 34 56 78.';
    const fields = {...hiddenIn(await visitor.look(path)), [`marks[${first}]`]: '4', [`reasons[${first}]`]: words};
    const warned = await visitor.fill(path, fields);
    assert.match(readingOf(warned), /Er staat een telefoonnummer in uw tekst bij Gastvrij\. Weghalen\?/);
    assert.deepEqual(await bodies(collector), []);
    for (const [as, text] of [
      ['without', 'Bel [telefoonnummer].'],
      ['anyway', words],
    ] as const) {
      await visitor.fill(path, {...fields, ...hiddenIn(warned), as});
      assert.deepEqual((await bodies(collector))[1]?.['text'], text);
    }
  });

  it('that was sent before the round closed is still sent afterwards; what comes too late stays in sight', async () => {
    const site = await before();
    const {visitor, made, home} = site;
    const path = `${home}/rounds/${made.round.id}/form`;
    const mark = {[`marks[${made.values[0] ?? ''}]`]: '7'};
    const [early, late] = [hiddenIn(await visitor.look(path)), hiddenIn(await visitor.look(path))];
    assert.match(readingOf(await visitor.fill(path, {...early, ...mark})), /Verstuurd/);
    await close(site, 'round');
    assert.match(readingOf(await visitor.fill(path, {...early, ...mark})), /Verstuurd/);
    const refused = await visitor.fill(path, {...late, ...mark});
    assert.equal(refused.status, 409);
    assert.match(readingOf(refused), /Meedoen kan niet meer/);
    assert.match(refused.html, /value="7"\s+checked/);
  });

  it('that was not taken yet can be gone back to as well; the thanks name the day of the result', async () => {
    const {visitor, made, home} = await before({round: {resultsOn: '2026-12-01'}});
    const path = `${home}/rounds/${made.round.id}/form`;
    const asked = await visitor.fill(path, hiddenIn(await visitor.look(path)));
    assert.deepEqual([asked.status, asked.headers.get('cache-control')], [400, 'private, no-cache']);
    const sent = await visitor.fill(path, {...hiddenIn(asked), [`marks[${made.values[0] ?? ''}]`]: '7'});
    assert.match(readingOf(sent), /Wij hebben uw antwoord\. De uitslag komt op 1 december 2026\./);
    assert.equal(sent.headers.get('cache-control'), 'no-store');
  });

  it('is the same form when somebody goes back to it in the browser, and never what they sent', async () => {
    const {visitor, made, collector, home} = await before();
    const path = `${home}/rounds/${made.round.id}/form`;
    const seen = await visitor.look(path);
    assert.equal(seen.headers.get('cache-control'), 'private, no-cache');
    const drawn = hiddenIn(seen);
    const mark = (score: string): Record<string, string> => ({...drawn, [`marks[${made.values[0] ?? ''}]`]: score});
    for (const score of ['7', '4']) assert.match(readingOf(await visitor.fill(path, mark(score))), /Verstuurd/);
    assert.deepEqual(
      (await bodies(collector)).map(({marks}) => marks),
      [{[made.values[0] ?? '']: 4}],
    );
  });
});
