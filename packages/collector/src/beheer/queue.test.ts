import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {deskOn, type Desk} from '../method/desk.test-helper.js';
import {voteOn} from '../voices/round.test-helper.js';
import {inMemory} from './inside.test-helper.js';
import {readingOf, visitorOf, type Seen, type Visitor} from './visitor.test-helper.js';

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
      const section = html.split('<section>').find(each => each.includes(words)) ?? '';
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
});
