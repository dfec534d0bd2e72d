import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {AnyRecord} from '@samenwaarde/core/schema';
import {correction, generate} from 'lean-qr';
import {toSvgSource} from 'lean-qr/extras/svg';
import {setUpCode} from '../facilitator/set-up.js';
import {bench, makeAlliance, newId, newReceipt, random} from '../voices/round.test-helper.js';
import {alliance, answered, enteredOn, home, inMemory, sorted} from './inside.test-helper.js';
import {actionIn, readingOf, siteOf, visitorOf} from './visitor.test-helper.js';

const passphrase = 'vier woorden uit een boek';
const hostile = '<img src=x onerror=alert(1)>';

describe('beheer', () => {
  const empty = inMemory();
  const inside = async () => enteredOn(await empty());

  it('asks for the code of the server first, then for a passphrase', async () => {
    const database = await empty();
    const made = bench(database);
    const visitor = visitorOf(made);
    assert.match(readingOf(await visitor.look('/beheer')), /Eerste keer/);
    const wrong = await visitor.fill('/beheer/set-up', {code: '0000', name: 'begeleider', passphrase});
    assert.equal(wrong.status, 403);
    assert.match(readingOf(wrong), /Deze code klopt niet/);
    assert.match(wrong.html, /value="begeleider"/, 'what was typed is still there');
    assert.ok(!wrong.html.includes(passphrase), 'but a passphrase is never sent back');
    const code = (await setUpCode(database.query, random)) ?? '';
    const ready = await visitor.fill('/beheer/set-up', {code, name: 'begeleider', passphrase});
    assert.match(readingOf(ready), /Uw account is klaar/);
    const unlike = await visitor.fill('/beheer/enter', {name: 'begeleider', passphrase: 'vijf andere woorden'});
    assert.match(readingOf(unlike), /horen niet bij elkaar/);
    assert.match(readingOf(await visitor.fill('/beheer/enter', {name: 'begeleider', passphrase})), /Uw allianties/);
    assert.match(readingOf(await visitor.fill('/beheer/leave', {})), /U bent uitgelogd/);
  });

  it('sends who has not entered to the door, and shows nothing', async () => {
    const {bench: made} = await inside();
    const {slug} = await makeAlliance(made.parts.database);
    const seen = await visitorOf(made).look(`/beheer/alliances/${slug}`);
    assert.deepEqual([seen.status, seen.location], [303, '/beheer']);
    assert.ok(!seen.html.includes('Samen Ververij'));
  });

  it('shows a facilitator of another alliance nothing', async () => {
    const {visitor, bench: made} = await inside();
    const {slug} = await makeAlliance(made.parts.database);
    const seen = await visitor.look(`/beheer/alliances/${slug}`);
    assert.ok(seen.status === 403 || seen.status === 404);
    assert.ok(!seen.html.includes('Samen Ververij'));
  });

  it('reads no form or file of who has not entered, and no long form at the door', async () => {
    const {bench: made} = await inside();
    const {slug} = await makeAlliance(made.parts.database);
    for (const path of [
      '/beheer/start',
      '/beheer/start-from-file',
      `/beheer/alliances/${slug}/questions`,
      `/beheer/alliances/${slug}/settings/import`,
    ]) {
      let isRead = false;
      const pull = () => void (isRead = true);
      const options = {method: 'POST', body: new ReadableStream({pull}, {highWaterMark: 0}), duplex: 'half'};
      const answer = await siteOf(made).request(`http://localhost:8090${path}`, options as RequestInit);
      assert.deepEqual([answer.status, answer.headers.get('location'), isRead], [303, '/beheer', false], path);
    }
    const long = {method: 'POST', headers: {'Content-Length': '20000'}, body: 'a'};
    assert.equal((await siteOf(made).request('http://localhost:8090/beheer/enter', long)).status, 413);
  });

  it('is not at an address that is written in another way', async () => {
    const {visitor} = await inside();
    await visitor.fill('/beheer/start', alliance);
    for (const name of ['%2F%2Felders.example%2F..%2Fververij', 'javascript:a%2F..%2Fververij', 'verver%69j'])
      assert.equal((await visitor.look(`/beheer/alliances/${name}`)).status, 404, name);
  });

  it('says nothing that somebody else put in its address', async () => {
    const {visitor} = await inside();
    for (const address of ['/beheer?said=Bel+0900+1234', '/beheer?said=Bel+0900+1234&seal=abc'])
      assert.doesNotMatch(readingOf(await visitor.look(address)), /0900/);
  });

  it('does nothing for a page of another site', async () => {
    const {visitor} = await inside();
    const seen = await visitor.fill('/beheer/start', alliance, 'https://elders.example');
    assert.equal(seen.status, 403);
    assert.ok(!readingOf(await visitor.look('/beheer')).includes('Samen Ververij'));
  });

  it('starts an alliance, keeps what was typed when something is wrong, and shows no markup of others', async () => {
    const {visitor} = await inside();
    const wrong = await visitor.fill('/beheer/start', {...alliance, name: hostile, slug: 'Niet Goed'});
    assert.equal(wrong.status, 400);
    assert.ok(!wrong.html.includes(hostile));
    assert.match(readingOf(wrong), /Gebruik hooguit 60 kleine letters/);
    assert.match(wrong.html, /value="gemeente Elzendrecht"/);
    const begun = await visitor.fill('/beheer/start', {...alliance, name: hostile});
    assert.ok(!begun.html.includes(hostile));
    assert.ok(readingOf(begun).includes(hostile), 'it reads as it was typed');
  });

  it('takes away what was left empty', async () => {
    const {visitor, bench: made} = await inside();
    await visitor.fill('/beheer/start', {...alliance, purpose: 'Samen één plein.'});
    await visitor.fill(`${home}/settings/about`, alliance);
    const question = {text: 'Waardoor bent u hier graag?', prompts: '', moderation: 'held'};
    const asked = await visitor.fill(`${home}/questions`, {...question, closesOn: '2027-01-01'});
    assert.ok(asked.html.includes('2027-01-01'));
    const path = actionIn(asked, '/questions/').replace(/\/status$/, '');
    const changed = await visitor.fill(path, {...question, closesOn: ''});
    assert.ok(!changed.html.includes('2027-01-01'));
    const published = await (await made.ask('GET', '/v1/alliances/ververij')).text();
    assert.doesNotMatch(published, /purpose|closesOn/);
  });

  it('asks a question, reads what people answer, and lets it through without the name in it', async () => {
    const {visitor, bench: made} = await inside();
    await visitor.fill('/beheer/start', alliance);
    const asked = await visitor.fill(`${home}/questions`, {
      text: 'Waardoor bent u hier graag?',
      prompts: 'Wat moet blijven?',
      moderation: 'held',
    });
    assert.match(readingOf(asked), /De vraag is open\. .*Waardoor bent u hier graag\?/);
    const question = /questions\/([0-9a-f-]{36})/.exec(actionIn(asked, '/questions/'))?.[1] ?? '';
    const quote = {schema: 1, kind: 'quote', id: newId(), question, text: `Bakker Tol ${hostile} groet iedereen.`};
    const given = await made.ask('PUT', `/v1/alliances/ververij/contributions/${quote.id}`, {
      body: quote,
      receipt: newReceipt(),
    });
    assert.equal(given.status, 201);
    const queue = await visitor.look(`${home}/queue`);
    assert.ok(readingOf(queue).includes(quote.text));
    assert.ok(!queue.html.includes(hostile));
    const redacted = 'Bakker [naam] groet iedereen.';
    const decision = {outcome: 'released', reason: '', redacted};
    const stale = await visitor.fill(`${home}/queue/${quote.id}`, {...decision, seen: 'iets anders'});
    assert.match(readingOf(stale), /heeft het intussen veranderd/);
    const done = await visitor.fill(`${home}/queue/${quote.id}`, {...decision, seen: quote.text});
    assert.match(readingOf(done), /Hier staat niets/);
    const published = await (await made.ask('GET', '/v1/alliances/ververij')).text();
    assert.ok(published.includes(redacted) && !published.includes('Tol'));
  });

  it('closes a question and opens it again, without its last day', async () => {
    const {visitor} = await inside();
    await visitor.fill('/beheer/start', alliance);
    const fields = {text: 'Waardoor?', prompts: '', moderation: 'held', closesOn: '2026-12-01'};
    const asked = await visitor.fill(`${home}/questions`, fields);
    const status = actionIn(asked, '/status');
    const closed = await visitor.fill(status, {status: 'closed'});
    assert.match(readingOf(closed), /De vraag is gesloten\. .*Gesloten · versie 1 van 1 Vraag weer openen/);
    const open = await visitor.fill(status, {status: 'open'});
    assert.match(readingOf(open), /De vraag is weer open\. .*Open · versie 1 van 1/);
    assert.doesNotMatch(open.html, /2026-12-01/);
    assert.match(readingOf(await visitor.look(`${home}/audit`)), /opende een vraag weer/);
  });

  it('counts who was heard apart from what they said, for everybody to read', async () => {
    const {visitor, bench: made} = await inside();
    await visitor.fill('/beheer/start', alliance);
    const asked = await visitor.fill(`${home}/questions`, {text: 'Waardoor?', prompts: '', moderation: 'held'});
    const action = actionIn(asked, '/heard');
    await visitor.fill(action, {participant: '12', interviewee: '', expert: '1'});
    const seen = await visitor.fill(action, {participant: '14', interviewee: '3', expert: '1'});
    assert.match(readingOf(seen), /Opgeslagen/);
    assert.match(seen.html, /name="interviewee"\s+value="3"/);
    const wrong = await visitor.fill(action, {participant: 'veel', interviewee: '3', expert: '1'});
    assert.equal(wrong.status, 400);
    const {records} = (await (await made.ask('GET', '/v1/alliances/ververij')).json()) as {records: AnyRecord[]};
    assert.deepEqual(
      records.flatMap(record => (record.kind === 'source-count' ? [record.counts] : [])),
      [{participant: 14, interviewee: 3, expert: 1}],
    );
  });

  it('goes from words to a tested plan: highlight, rubric, profile, plan, code cards, close', async () => {
    const {visitor, bench: made} = await inside();
    await visitor.fill('/beheer/start', alliance);
    const quote = await answered({visitor, bench: made}, {text: '🌳 Een plek om te zitten.', moderation: 'released'});

    const missed = await visitor.fill(`${home}/quotes/${quote.id}`, {exact: 'plek om te dansen', value: ''});
    assert.equal(missed.status, 400);
    assert.match(readingOf(missed), /staan niet precies zo in het citaat/);
    await visitor.fill(`${home}/quotes/${quote.id}`, {exact: 'plek om te zitten', value: 'ergens zitten'});
    const named = await sorted(visitor, 'Gastvrij');
    assert.match(readingOf(named), /Gastvrij ergens zitten/);
    const frozen = await visitor.fill(actionIn(named, '/values/profile'), {});
    assert.match(readingOf(frozen), /Versie 1 van het profiel ligt vast/);

    const planned = await visitor.fill(`${home}/plans`, {name: 'Het Verfplein', type: 'design', text: 'Een plein.'});
    const terms = {passMark: '5,5', scale: 'marks', k: '3', trust: 'code-cards', closesOn: '', resultsOn: ''};
    const opened = await visitor.fill(actionIn(planned, '/rounds'), terms);
    assert.match(readingOf(opened), /De ronde over Het Verfplein, versie 1 is open/);
    const close = actionIn(opened, '/close');
    const before = await visitor.look(close.replace('/close', '/code-cards'));
    assert.match(before.html, /name="count"\s+value="24"/, 'what is usual is filled in');
    const round = /rounds\/([0-9a-f-]{36})/.exec(close)?.[1] ?? '';
    assert.ok(before.html.includes(`/embed/plan-ballot?round=${round}`), 'a card leads to its own round');
    const print = (count: number, page: string) =>
      visitor.fill(close.replace('/close', '/code-cards'), {count: String(count), page});
    const printed = await print(3, 'https://www.ververij.nl/plan');
    const codes = [...printed.html.matchAll(/class="code">([^<]+)</g)].map(([, code = '']) => code);
    assert.equal(codes.length, 3);
    assert.ok(printed.html.includes(`href="${home}/plans"`), 'and leads on');
    const dots = (picture: string) => [...picture.matchAll(/ d="([^"]+)"/g)].map(([, path]) => path);
    const leading = (address: string) => dots(toSvgSource(generate(address, {minCorrectionLevel: correction.M})));
    assert.deepEqual(
      dots(printed.html),
      codes.flatMap(code => leading(`https://www.ververij.nl/plan#code=${code}`)),
      'scanned, a card leads to the page, and its code goes to no server',
    );
    const {html} = await print(1, 'https://www.ververij.nl/plan#meedoen');
    const [, further = ''] = /class="code">([^<]+)</.exec(html) ?? [];
    assert.deepEqual(
      dots(html),
      leading(`https://www.ververij.nl/plan#meedoen&code=${further}`),
      'to a place in a page',
    );
    assert.match(
      readingOf(printed),
      /Samen Ververij Het Verfplein, versie 1 [0-9A-Z]{4}-/,
      'a card says what it is for',
    );

    const published = (await (await made.ask('GET', '/v1/alliances/ververij')).json()) as {
      records: {id: string; kind: string; name?: string}[];
    };
    const rubric = published.records.find(({kind}) => kind === 'rubric')?.id ?? '';
    for (const [place, code] of codes.entries()) {
      const ballot = {schema: 1, kind: 'ballot', id: newId(), round, marks: {[rubric]: 6 + place}};
      const path = `/v1/alliances/ververij/contributions/${ballot.id}`;
      const given = await made.ask('PUT', path, {body: ballot, receipt: newReceipt(), code});
      assert.equal(given.status, 201, await given.text());
    }
    assert.match(readingOf(await visitor.look(home)), /Het Verfplein, versie 1 open 3/);
    assert.match(readingOf(await visitor.fill(close, {sure: 'yes'})), /Gesloten ronde .* Iedereen ziet de uitslag/);
    const result = (await (await made.ask('GET', `/v1/alliances/ververij/rounds/${round}/result`)).json()) as {
      shown: {ballots: number};
    };
    assert.equal(result.shown.ballots, 3);
    const acts = readingOf(await visitor.look(`${home}/audit`));
    for (const act of ['begon de alliantie', 'opende een ronde', 'maakte codekaarten', 'sloot een ronde'])
      assert.ok(acts.includes(act), act);
    assert.doesNotMatch(acts, /-(added|replaced|closed)/);
  });

  it('gives files to keep, lets others in, and ends an alliance only when its name is typed over', async () => {
    const {visitor, bench: made} = await inside();
    await visitor.fill('/beheer/start', alliance);
    const backup = await visitor.look(`${home}/backup`);
    assert.equal((JSON.parse(backup.html) as {kind: string}).kind, 'backup');
    const invited = await visitor.fill(`${home}/people`, {name: 'tweede'});
    const code = /class="code">([^<]+)</.exec(invited.html)?.[1] ?? '';
    const second = visitorOf(made);
    await second.fill('/beheer/invitation', {code, name: 'tweede', passphrase});
    assert.match(readingOf(await second.fill('/beheer/enter', {name: 'tweede', passphrase})), /Samen Ververij/);
    const kept = await visitor.fill(`${home}/settings/end`, {what: 'everything', typed: 'iets anders'});
    assert.match(readingOf(kept), /Er is niets weggehaald/);
    const gone = await visitor.fill(`${home}/settings/end`, {what: 'everything', typed: 'ververij'});
    assert.match(readingOf(gone), /U hebt nog geen alliantie/);
  });

  it('sets which sites may show an alliance, and says which tried', async () => {
    const {visitor, bench: made} = await inside();
    await visitor.fill('/beheer/start', alliance);
    await made.ask('GET', '/v1/alliances/ververij', {headers: {origin: 'https://www.ververij.nl'}});
    assert.match(
      readingOf(await visitor.look(`${home}/settings/origins`)),
      /https:\/\/www\.ververij\.nl \(op 1 plek\)/,
    );
    const settings = readingOf(await visitor.look(`${home}/settings`));
    assert.match(settings, /Op welke websites\? Nog geen website · geprobeerd, en niet op de lijst: 1 Wat mensen/);
    const letIn = actionIn(await visitor.look(`${home}/settings/origins`), '/origins/more');
    await visitor.fill(letIn, {origin: 'https://www.ververij.nl'});
    const seen = await visitor.look(`${home}/settings/origins`);
    assert.match(seen.html, />\s*https:\/\/www\.ververij\.nl<\/textarea/);
    assert.doesNotMatch(readingOf(seen), /\(op 1 plek\)/);
    const origins = 'https://www.ververij.nl\nhttps://ververij.nl/pad';
    assert.equal((await visitor.fill(`${home}/settings/origins`, {origins})).status, 400);
    await visitor.fill(`${home}/settings/origins`, {origins: 'https://www.ververij.nl'});
    assert.doesNotMatch(readingOf(await visitor.look(`${home}/settings/origins`)), /\(op 1 plek\)/);
  });
});
