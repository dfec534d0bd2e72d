import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {alliance, answered, enteredOn, home, inMemory, sorted} from './inside.test-helper.js';
import {hiddenIn, readingOf, type Seen} from './visitor.test-helper.js';

/** The quote as it is underlined. */
const shownIn = ({html}: Seen) => /<blockquote>(.*?)<\/blockquote>/s.exec(html)?.[1];

/** The forms with that button, in their order: where each is sent, and what travels along. */
function formsIn(seen: Seen, button: string) {
  const forms = [...seen.html.matchAll(/<form.*?<\/form>/gs)].map(([html]) => html);
  return forms
    .filter(html => html.includes(`<button>${button}</button>`))
    .map(html => ({action: /action="([^"]*)"/.exec(html)?.[1] ?? '', hidden: hiddenIn({...seen, html})}));
}

describe('highlighting', () => {
  const empty = inMemory();

  /** A facilitator with one quote that is released. */
  async function withQuote(text: string) {
    const here = await enteredOn(await empty());
    await here.visitor.fill('/beheer/start', alliance);
    const {id} = await answered(here, {text, moderation: 'released'});
    const mark = (exact: string, value = '') => here.visitor.fill(`${home}/quotes/${id}`, {exact, value});
    const press = async (seen: Seen, button: string, fields: Readonly<Record<string, string>> = {}) => {
      const {action = '', hidden = {}} = formsIn(seen, button).at(-1) ?? {};
      return here.visitor.fill(action, {...hidden, ...fields});
    };
    const sort = (name: string) => sorted(here.visitor, name);
    return {...here, id, mark, press, sort};
  }

  it('that was a mistake is undone, and with one press done again where it was', async () => {
    const {visitor, id, mark, press} = await withQuote('🌳 rust, en nog eens rust');
    await mark('rust', 'kalmte');
    const twice = await mark('rust', 'kalmte');
    const both = '🌳 <mark>rust</mark>, en nog eens <mark>rust</mark>';
    assert.equal(shownIn(twice), both, 'the same words again are those after them');
    assert.match(readingOf(await mark('rust', 'kalmte')), /Deze woorden zijn al aangestreept onder die naam/);
    const [first, second] = formsIn(twice, 'Streep weghalen');
    const left = await visitor.fill(second?.action ?? '', {});
    assert.match(readingOf(left), /De streep is weg\. /);
    const sent = await visitor.send(first?.action ?? '', {marks: '', cursor: ''});
    assert.match(sent.location, new RegExp(`#text-${id}$`), 'it goes on at the quote');
    const gone = await visitor.look(sent.location);
    assert.equal(shownIn(gone), '🌳 rust, en nog eens rust');
    assert.equal(shownIn(await press(left, 'Toch weer aanstrepen'))?.match(/<mark>/g)?.length, 1);
    assert.equal(shownIn(await press(gone, 'Toch weer aanstrepen')), both);
    assert.match(readingOf(await visitor.look(`${home}/audit`)), /haalde een streep uit een citaat weg/);
  });

  it('takes words as they stand in the quote, however they were typed over', async () => {
    const {mark} = await withQuote('Bankjes in de schaduw.\nIk vind ’t (echt) “gezellig”.');
    const seen = await mark('SCHADUW. ik vind \'t (echt) "gezellig".');
    assert.equal(shownIn(seen), 'Bankjes in de <mark>schaduw.\nIk vind ’t (echt) “gezellig”.</mark>');
    assert.match(seen.html, /<option value="schaduw\. Ik vind ’t \(echt\) “gezellig”\."/);
    assert.match(readingOf(await mark('bank.es')), /Deze woorden staan niet precies zo in het citaat/);
  });

  it('brings a value to the longlist, and without its last words it goes; with them its rubric has it again', async () => {
    const {visitor, mark, press, sort} = await withQuote('Bomen voor schaduw.');
    const marked = await mark('schaduw', 'koelte');
    assert.match(readingOf(await sort('Groen')), /Groen koelte Veranderen/);
    const gone = await press(marked, 'Streep weghalen');
    assert.match(readingOf(gone), /De streep is weg\. Deze waarde staat nu in geen citaat meer\./);
    assert.doesNotMatch(gone.html, /<option value="koelte"/);
    assert.doesNotMatch(readingOf(await visitor.look(`${home}/values`)), /koelte/);
    assert.match(readingOf(await press(marked, 'Streep weghalen')), /Dit is er niet, of niet meer/);
    await mark('schaduw', 'Koelte');
    assert.match(readingOf(await visitor.look(`${home}/values`)), /Nog geen plaats \(0\).*Groen koelte Veranderen/);
  });

  it('gives a value a name that can change, and not to that of another', async () => {
    const {visitor, mark, press} = await withQuote('Bankjes, en schaduw.');
    await mark('Bankjes', 'rust');
    const marked = await mark('schaduw', 'koelte');
    const taken = await press(marked, 'Naam veranderen', {name: 'RUST'});
    assert.equal(taken.status, 400);
    assert.match(readingOf(taken), /Er is al een waarde met deze naam\. Haal de streep weg/);
    assert.match(taken.html, /<details\s+open>\s*<summary>Veranderen of weghalen/);
    assert.match(readingOf(await press(marked, 'Naam veranderen', {name: ' '})), /Naam van de waarde Vul dit in\./);
    const named = await press(marked, 'Naam veranderen', {name: 'onder de bomen'});
    assert.match(readingOf(named), /De waarde heeft een andere naam\. .*“schaduw”: onder de bomen/);
    assert.match(readingOf(await visitor.look(`${home}/audit`)), /gaf een waarde een andere naam/);
  });

  it('stays as it is while people vote on the rubric, and says so beforehand', async () => {
    const {visitor, mark, press, sort} = await withQuote('Schaduw, en bankjes.');
    const marked = await mark('Schaduw');
    await sort('Groen');
    await visitor.fill(`${home}/values/votes`, {recognition: 'yes', dots: '3', k: '5'});
    const seen = await visitor.look(`${home}/quotes`);
    assert.match(readingOf(seen), /Mensen antwoorden nu op vragen over deze waarde/);
    for (const button of ['Naam veranderen', 'Streep weghalen']) {
      assert.deepEqual(formsIn(seen, button), []);
      assert.match(readingOf(await press(marked, button, {name: 'koelte'})), /Dit kan niet meer veranderen/);
    }
  });
});
