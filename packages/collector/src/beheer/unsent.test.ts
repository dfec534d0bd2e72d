import assert from 'node:assert/strict';
import {before, describe, it} from 'node:test';
import {setUpCode} from '../facilitator/set-up.js';
import {bench, random} from '../voices/round.test-helper.js';
import {alliance, home, inMemory, type Inside} from './inside.test-helper.js';
import {hiddenIn, readingOf, siteOf, visitorOf} from './visitor.test-helper.js';

const [name, passphrase] = ['begeleider', 'vier woorden uit een boek'];

describe('what somebody typed when their session was over', () => {
  const empty = inMemory();
  const question = {
    text: 'Waardoor bent u hier graag?',
    prompts: 'Wat moet “blijven”?\r\nEn wat niet?',
    moderation: 'held',
  };
  let here: Inside;
  before(async () => {
    const made = bench(await empty());
    here = {bench: made, visitor: visitorOf(made)};
    const code = (await setUpCode(made.parts.database.query, random)) ?? '';
    await here.visitor.fill('/beheer/set-up', {code, name, passphrase});
    await here.visitor.fill('/beheer/enter', {name, passphrase});
    await here.visitor.fill('/beheer/start', alliance);
    await here.visitor.fill('/beheer/leave', {});
  });

  it('goes along through the door, and is there again with nothing done', async () => {
    const {visitor} = here;
    const door = await visitor.fill(`${home}/questions`, question);
    assert.equal(door.status, 401);
    assert.match(readingOf(door), /Log weer in/);
    const unlike = {name, passphrase: 'een andere zin'};
    const wrong = await visitor.fill('/beheer/enter-again', {...hiddenIn(door), ...unlike});
    assert.match(readingOf(wrong), /horen niet bij elkaar/);
    assert.ok(!wrong.html.includes('een andere zin'));
    const back = await visitor.fill('/beheer/enter-again', {...hiddenIn(wrong), name, passphrase});
    assert.equal(back.status, 200);
    assert.match(readingOf(back), /U bent weer ingelogd\. Er is nog niets opgeslagen/);
    assert.match(back.html, /autofocus[^>]*>\s*Waardoor bent u hier graag\?<\/textarea/);
    assert.ok(back.html.includes('Wat moet “blijven”?\r\nEn wat niet?</textarea') && !back.html.includes(passphrase));
    assert.doesNotMatch(readingOf(await visitor.look(`${home}/questions`)), /Waardoor/);
    assert.match(readingOf(await visitor.fill(`${home}/questions`, question)), /De vraag is open/);
    await visitor.fill('/beheer/leave', {});
  });

  it('is not taken from a page of another site, and not when it is long', async () => {
    const site = siteOf(here.bench);
    const send = async (text: string, headers: Record<string, string>) => {
      const body = new URLSearchParams({...question, text});
      const address = `http://localhost:8090${home}/questions`;
      const length = {'content-length': String(body.toString().length)};
      const answer = await site.request(address, {method: 'POST', body, headers: {...length, ...headers}});
      return [answer.status, answer.headers.get('location'), (await answer.text()).includes(question.prompts)];
    };
    const toTheDoor = [303, '/beheer', false];
    assert.deepEqual(await send('Bel mij', {origin: 'https://elders.example'}), toTheDoor);
    assert.deepEqual(await send('Bel mij', {}), toTheDoor);
    const own = 'http://localhost:8090';
    assert.deepEqual(await send('Bel mij', {origin: own, 'sec-fetch-site': 'cross-site'}), toTheDoor);
    assert.deepEqual(await send('a'.repeat(70_000), {origin: own}), toTheDoor);
  });

  it('is not brought along by a page of another site either', async () => {
    const site = siteOf(here.bench);
    const body = new URLSearchParams({path: `${home}/questions`, 'field-text': 'Bel mij', name, passphrase: 'geraden'});
    const headers = {origin: 'https://elders.example'};
    const answer = await site.request('http://localhost:8090/beheer/enter-again', {method: 'POST', body, headers});
    assert.deepEqual([answer.status, answer.headers.get('location')], [303, '/beheer']);
  });

  it('leads to the door when it is of no page', async () => {
    for (const path of ['/beheer/ergens', '//elders.example', 'https://elders.example', '/beheer/%2e']) {
      const seen = await here.visitor.fill('/beheer/enter-again', {path, name, passphrase});
      assert.match(readingOf(seen), /Uw allianties/, path);
    }
  });
});
