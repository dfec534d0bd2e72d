import assert from 'node:assert/strict';
import {before, describe, it} from 'node:test';
import {alliance, answered, enteredOn, home, inMemory, sorted, type Inside} from './inside.test-helper.js';
import {actionIn, readingOf, type Seen} from './visitor.test-helper.js';

/** A field as it stands on a page, with everything that is said about it; of several with a name the one that is wrong. */
function fieldIn({html}: Seen, name: string): {readonly tag: string; readonly id: string; readonly said: string} {
  const tags = [...html.matchAll(new RegExp(`<(?:input|textarea|select)[^>]* name="${name}"[^>]*>`, 'g'))];
  const [tag = ''] = tags.find(([each]) => each.includes('aria-invalid')) ?? tags[0] ?? [];
  const id = / id="([^"]*)"/.exec(tag)?.[1] ?? '';
  const ids = (/aria-describedby="([^"]*)"/.exec(tag)?.[1] ?? '').split(' ');
  const said = ids.map(each => new RegExp(` id="${each}">([^<]*)<`).exec(html)?.[1] ?? `nothing at ${each}`);
  return {tag, id, said: said.join(' ').replace(/\s+/g, ' ').trim()};
}

/** The list of what is wrong, at the top of a page. */
function summaryIn({html}: Seen): string {
  return /<div class="problem" role="alert"[\s\S]*?<\/div>/.exec(html)?.[0] ?? '';
}

/** Asserts that the field says this, that its page leads to it, and that nothing else is said to be wrong. */
function assertWrong(seen: Seen, name: string, words: string): void {
  const {tag, id, said} = fieldIn(seen, name);
  assert.equal(seen.status, 400, words);
  assert.match(tag, /aria-invalid="true"/, name);
  assert.ok(said.endsWith(words), `${name} says: ${said}`);
  const summary = summaryIn(seen);
  assert.ok(summary.includes(`href="#${id}"`) && summary.includes(words), summary);
  assert.equal(summary.match(/<li>/g)?.length, 1, summary);
  assert.equal(seen.html.match(/aria-invalid="true"/g)?.length, 1);
  assert.match(seen.html, /<title>\s*Let op: /);
}

const question = {text: 'Waardoor bent u hier graag?', prompts: '', moderation: 'held', closesOn: '', resultsOn: ''};
const long = 'a'.repeat(121);

/** What is typed wrong, where, and what is said of it. */
const CASES: readonly [path: string, right: object, field: string, typed: string, said: string][] = [
  ['/beheer/start', alliance, 'name', '', 'Vul dit in.'],
  ['/beheer/start', alliance, 'name', long, 'Maak dit korter. Het mogen hooguit 120 tekens zijn. Nu zijn het er 121.'],
  ['/beheer/start', alliance, 'texts', '2027-02-30', 'Deze dag bestaat niet. Schrijf een dag zo: 2026-12-31.'],
  ['/beheer/start', alliance, 'everything', '', 'Vul dit in.'],
  [
    '/beheer/start',
    alliance,
    'slug',
    'Mijn Wijk',
    'Gebruik hooguit 60 kleine letters, cijfers en streepjes, zonder spatie. Begin en eindig niet met een streepje.',
  ],
  [
    '/beheer/start',
    alliance,
    'partners',
    `gemeente\n\n${long}`,
    'Regel 3. Maak dit korter. Het mogen hooguit 120 tekens zijn. Nu zijn het er 121.',
  ],
  [`${home}/questions`, question, 'text', '', 'Vul dit in.'],
  [`${home}/questions`, question, 'closesOn', 'morgen', 'Deze dag bestaat niet. Schrijf een dag zo: 2026-12-31.'],
  [
    `${home}/settings/origins`,
    {},
    'origins',
    'https://www.ververij.nl\nhttps://ververij.nl/pad',
    'Regel 2. Dit is niet het adres van een website. Schrijf het zo: https://www.ververij.nl, met niets erachter.',
  ],
  [`${home}/people`, {}, 'name', 'a', 'Maak dit langer. Het zijn minstens 2 tekens.'],
];

describe('a field that is filled in wrong', () => {
  const empty = inMemory();
  let here: Inside;
  before(async () => {
    here = await enteredOn(await empty());
    await here.visitor.fill('/beheer/start', alliance);
  });

  it('says why, and the page leads to it', async () => {
    for (const [path, right, field, typed, said] of CASES) {
      const another = path === '/beheer/start' ? {slug: 'elders'} : {};
      const seen = await here.visitor.fill(path, {...right, ...another, [field]: typed});
      assertWrong(seen, field, said);
      assert.ok(seen.html.includes(typed), 'what was typed is still there');
    }
  });

  it('that somebody else has says so, and which of the two it is', async () => {
    const taken = await here.visitor.fill('/beheer/start', {...alliance, name: 'Anders'});
    assert.equal(taken.status, 409);
    assert.equal(fieldIn(taken, 'slug').said.endsWith('Dit korte adres is al in gebruik. Kies een ander.'), true);
    const backup = JSON.parse((await here.visitor.look(`${home}/backup`)).html) as object;
    const again = await here.visitor.choose('/beheer/start-from-file', {'file-slug': 'vrij'}, {file: backup});
    assert.doesNotMatch(again.html, /aria-invalid/, 'the address is free: the alliance itself is here already');
  });

  it('in a form that is folded away is in sight', async () => {
    const {visitor} = here;
    const planned = await visitor.fill(`${home}/plans`, {name: 'Het plein', type: 'design', text: 'Een plein.'});
    const versions = actionIn(planned, '/versions');
    const seen = await visitor.fill(versions, {text: 'a'.repeat(5_001)});
    const {id, said} = fieldIn(seen, 'text');
    assert.match(said, /Het mogen hooguit 5\.000 tekens zijn\. Nu zijn het er 5\.001\.$/);
    const folded = new RegExp(`<details\\s+open\\s*>(?:(?!</details>)[\\s\\S])*id="${id}"`);
    assert.match(seen.html, folded);
    assert.equal(seen.html.match(/<details\s+open/g)?.length, 1, 'and the others stay folded');
  });

  it('of a plan that is refused leaves no second plan behind', async () => {
    const {visitor} = here;
    const refused = await visitor.fill(`${home}/plans`, {name: 'Het park', type: 'design', text: ''});
    assertWrong(refused, 'text', 'Vul dit in.');
    const seen = await visitor.fill(`${home}/plans`, {name: 'Het park', type: 'design', text: 'Een park.'});
    assert.equal(seen.html.match(/<h2>Het park<\/h2>/g)?.length, 1);
  });

  it('with a number says between which, or that it is none', async () => {
    const {visitor} = here;
    const {id} = await answered(here, {text: 'een bankje', moderation: 'released'});
    await visitor.fill(`${home}/quotes/${id}`, {exact: 'bankje', value: ''});
    await sorted(visitor, 'Gastvrij');
    await visitor.fill(`${home}/values/profile`, {});
    const terms = {passMark: '5,5', scale: 'marks', k: '5', trust: 'open-link', closesOn: '', resultsOn: ''};
    const open = actionIn(await visitor.look(`${home}/plans`), '/rounds');
    for (const [field, typed, said] of [
      ['passMark', '11', 'Dit getal is te hoog. Het hoogste is 10.'],
      ['passMark', '0,5', 'Dit getal is te laag. Het laagste is 1.'],
      ['passMark', '5,55', 'Gebruik hooguit één cijfer achter de komma.'],
      ['passMark', 'zes', 'Vul hier een getal in.'],
      ['k', '2,5', 'Vul een heel getal in.'],
      ['k', '', 'Vul hier een getal in.'],
    ] as const)
      assertWrong(await visitor.fill(open, {...terms, [field]: typed}), field, said);
    const heard = actionIn(await visitor.fill(`${home}/questions`, question), '/heard');
    for (const [typed, said] of [
      ['veel', 'Vul hier een getal in.'],
      ['-1', 'Dit getal is te laag. Het laagste is 0.'],
    ] as const)
      assertWrong(await visitor.fill(heard, {participant: typed, interviewee: '', expert: '2'}), 'participant', said);
  });

  it('that holds a file says what is wrong with the file', async () => {
    const {visitor} = here;
    const none = await visitor.choose(`${home}/settings/import`, {}, {file: 'geen bestand'});
    assertWrong(none, 'file', 'Dit bestand is geen back-up, pakket of publicatie van Samenwaarde.');
    const backup = JSON.parse((await visitor.look(`${home}/backup`)).html) as {records: {kind: string}[]};
    const nameless = {...backup, records: [{...backup.records[0], name: ''}]};
    const seen = await visitor.choose(`${home}/settings/import`, {}, {file: nameless});
    assert.match(readingOf(seen), /Er klopt iets niet in dit bestand\. Plaats in het bestand: records\.0/);
    const twice = {...backup, records: [...backup.records, backup.records.find(({kind}) => kind !== 'alliance')]};
    assertWrong(
      await visitor.choose(`${home}/settings/import`, {}, {file: twice}),
      'file',
      `Er staat iets twee keer in. Plaats in het bestand: records[${backup.records.length}].`,
    );
  });
});
