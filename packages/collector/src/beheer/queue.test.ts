import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {deskOn, type Desk} from '../method/desk.test-helper.js';
import {newReceipt, pathOf, quoteOn, voteOn} from '../voices/round.test-helper.js';
import {inMemory} from './inside.test-helper.js';
import {actionIn, hiddenIn, readingOf, visitorOf, type Seen, type Visitor} from './visitor.test-helper.js';

const hostile = '<img src=x onerror=alert(1)>';

describe('what a facilitator reads', () => {
  const empty = inMemory();

  /** A facilitator who has entered, with an alliance that asks something in every way. */
  async function reading(): Promise<Desk & {visitor: Visitor}> {
    const desk = await deskOn(await empty());
    return {...desk, visitor: visitorOf(desk, desk.cookie)};
  }

  it('shows the names that people thought of one by one, without the votes that they are in', async () => {
    const {give, made, visitor} = await reading();
    const [first = ''] = made.values;
    const vote = (own: string) =>
      voteOn(made, {names: {[first]: {own}}, objections: {[first]: 'Tegenteken'}, missing: 'Mistteken'});
    const votes = [`Bij Kees ${hostile}`, 'Rot op'].map(vote);
    for (const each of votes) await give(made, each);
    const path = `/beheer/alliances/${made.slug}/queue`;
    const seen = await visitor.look(`${path}?kind=own-name`);
    assert.match(readingOf(seen), /Naam voor “Gastvrij” Bij Kees|Naam voor “Gastvrij” Rot op/);
    assert.ok(!seen.html.includes(hostile) && !votes.some(({id}) => seen.html.includes(id)));
    assert.doesNotMatch(seen.html, /teken/);
    const formOf = (words: string, {html}: Seen) => {
      const section = html.split('<section ').find(each => each.includes(words)) ?? '';
      return /action="([^"]*)"/.exec(section)?.[1] ?? '';
    };
    const choice = {kind: 'own-name', status: 'held'};
    const redacted = {...choice, outcome: 'released', redacted: 'Bij [naam]', seen: `Bij Kees ${hostile}`};
    const left = await visitor.fill(formOf('Bij Kees', seen), redacted);
    assert.match(readingOf(left), /Opgeslagen\..*Rot op/);
    assert.doesNotMatch(readingOf(left), /Kees/);
    const refusal = {...choice, outcome: 'refused', reason: 'insult', redacted: 'Rot op', seen: 'Rot op'};
    const done = await visitor.fill(formOf('Rot op', left), refusal);
    assert.match(readingOf(done), /Hier staat niets/);
    assert.match(readingOf(await visitor.look(`${path}?kind=own-name&status=refused`)), /Rot op/);
    assert.match(readingOf(await visitor.look(`${path}?kind=own-name&status=released`)), /Bij \[naam\]/);
  });

  it('shows what people object and miss, each by itself', async () => {
    const {give, made, visitor} = await reading();
    const [first = ''] = made.values;
    const vote = voteOn(made, {objections: {[first]: `Vaag ${hostile}`}, missing: 'Iets voor jongeren.'});
    await give(made, vote);
    const path = `/beheer/alliances/${made.slug}/remarks`;
    const objections = await visitor.look(path);
    assert.ok(readingOf(objections).includes(`Bij “Gastvrij” Vaag ${hostile}`) && !objections.html.includes(hostile));
    assert.doesNotMatch(objections.html, /jongeren/);
    const missing = await visitor.look(`${path}?kind=missing`);
    assert.match(readingOf(missing), /Iets voor jongeren\./);
    for (const {html} of [objections, missing]) assert.ok(!html.includes(vote.id) && !/<form|<button/.test(html));
  });

  it('lets through at once what somebody read, but nothing that changed since or may tell who somebody is', async () => {
    const {give, ask, made, visitor} = await reading();
    const texts = ['Een plek om te zitten.', 'Schaduw.', 'Bel maar, 06 12 34 56 78.', 'Rust.'];
    const quotes = texts.map(text => quoteOn(made, text));
    for (const quote of quotes.slice(0, 3)) await give(made, quote);
    const last = quotes[3] ?? quoteOn(made);
    const receipt = newReceipt();
    const put = (text: string) => ask('PUT', pathOf(made, last), {body: {...last, text}, receipt});
    await put('Rust.');
    const path = `/beheer/alliances/${made.slug}/queue`;
    const seen = await visitor.look(path);
    assert.match(readingOf(seen), /Er staat een telefoonnummer in\..*Bel maar, \[telefoonnummer\]\..*Deze 3 vrijgeven/);
    await put('Onrust.');
    const all = seen.html.slice(seen.html.indexOf(`action="${path}"`));
    const done = readingOf(await visitor.fill(path, hiddenIn({...seen, html: all})));
    assert.match(done, /2 vrijgegeven\. Van 1 is de tekst intussen anders\./);
    assert.ok(done.includes('Onrust.') && done.includes('Bel maar') && !done.includes('Schaduw.'));
    const published = await (await ask('GET', `/v1/alliances/${made.slug}`)).text();
    assert.ok(published.includes('Schaduw.') && published.includes('Een plek') && !published.includes('nrust.'));
  });

  it('goes on with the next one, on the page where somebody was', async () => {
    const {give, made, visitor} = await reading();
    const texts = Array.from({length: 30}, (_, place) => `Antwoord nummer ${place}.`);
    for (const text of texts) await give(made, quoteOn(made, text));
    const path = `/beheer/alliances/${made.slug}/queue`;
    const first = await visitor.look(path);
    assert.equal(first.html.match(/<blockquote>/g)?.length, 25);
    const onward = /href="([^"]*cursor=[^"]*)"/.exec(first.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const second = await visitor.look(onward);
    assert.equal(second.html.match(/<blockquote>/g)?.length, 5);
    const [one = '', next = ''] = second.html.split('<section ').slice(1);
    const form = {...second, html: one.slice(0, one.indexOf('</form>'))};
    const {location} = await visitor.send(actionIn(form, '/queue/'), hiddenIn(form));
    assert.equal(location.split('#')[1], /id="([^"]*)"/.exec(next)?.[1]);
    assert.equal((await visitor.look(location)).html.match(/<blockquote>/g)?.length, 4, 'still the second page');
  });

  it('stays at the quote in which somebody highlights, and shows those in which nobody did', async () => {
    const {give, made, visitor} = await reading();
    for (const text of ['🌳 Een plek om te zitten.', 'Schaduw en rust.']) await give(made, quoteOn(made, text));
    const path = `/beheer/alliances/${made.slug}`;
    const held = await visitor.look(`${path}/queue`);
    await visitor.fill(
      `${path}/queue`,
      hiddenIn({...held, html: held.html.slice(held.html.indexOf(`"${path}/queue"`))}),
    );
    const bare = await visitor.look(`${path}/quotes?marks=none`);
    const section = bare.html.split('<section ').find(each => each.includes('zitten')) ?? '';
    const form = {...bare, html: section};
    const filled = {...hiddenIn(form), exact: 'plek om te zitten', value: 'Ergens zitten'};
    const {location} = await visitor.send(actionIn(form, '/quotes/'), filled);
    assert.equal(location.split('#')[1], /id="([^"]*)"/.exec(section)?.[1]);
    const after = await visitor.look(location);
    assert.match(after.html, /🌳 Een <mark>plek om te zitten<\/mark>\./);
    assert.match(after.html, /<option value="Ergens zitten">/, 'the name can be chosen for the next one');
    const left = await visitor.look(`${path}/quotes?marks=none`);
    assert.ok(left.html.includes('Schaduw') && !left.html.includes('zitten.'));
  });
});
