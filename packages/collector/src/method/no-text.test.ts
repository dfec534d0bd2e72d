import assert from 'node:assert/strict';
import {it} from 'node:test';
import {onBothDatabases} from '../database/database.test-helper.js';
import {visitorOf} from '../beheer/visitor.test-helper.js';
import {ballotOn, decisionOn, newId, newReceipt, quoteOn, reasonOn, told, voteOn} from '../voices/round.test-helper.js';
import {deskOn, highlightIn} from './desk.test-helper.js';

/** What somebody types or pastes that PostgreSQL does not take for a text. */
const NO_TEXT = ['Een\0plein', '\ud83d'];

onBothDatabases('a sign that is no text', ground => {
  it('is refused wherever somebody can write, and nothing is kept of it', async () => {
    const desk = await deskOn(await ground.open());
    const {made, ask, atDesk, give, cookie, parts} = desk;
    const [rubric = ''] = made.values;
    const quote = quoteOn(made);
    const card = {schema: 1, id: newId(), counter: 1, tag: 'a'};
    const kept = () => parts.database.query.selectFrom('card').select('body').orderBy('id').execute();
    const before = await kept();
    for (const text of NO_TEXT) {
      const names = {[rubric]: {own: text}};
      const voices = [
        quoteOn(made, text),
        reasonOn(made, text),
        voteOn(made, {names}),
        voteOn(made, {missing: text}),
        voteOn(made, {objections: {[rubric]: text}}),
        {...ballotOn(made), marks: {[text]: 7}},
      ];
      const cards = [
        {...card, kind: 'value', name: text},
        {...card, kind: 'rubric', name: text, values: []},
        {...card, kind: 'value', name: 'schaduw', tag: text},
        {...decisionOn(quote, 'released'), redacted: text},
        highlightIn({id: quote.id, text}, {value: newId(), exact: text}),
        {...made.question, counter: 2, versions: [{text}]},
      ];
      const door = {name: 'begeleider', passphrase: 'vier woorden uit een boek', code: newReceipt()};
      const [{passphrase, name, code}, headers] = [door, {cookie}];
      const answers = {
        ...Object.fromEntries(voices.map(voice => [JSON.stringify(voice), give(made, voice)])),
        ...Object.fromEntries(
          cards.map(each => [JSON.stringify(each), atDesk('PUT', `/cards/${each.id}`, {body: each})]),
        ),
        person: atDesk('POST', '/people', {body: {name: text}}),
        subject: atDesk('POST', '/people', {body: {name, subject: text}}),
        origin: atDesk('PUT', '/settings', {body: {origins: [text]}}),
        slug: ask('POST', '/v1/alliances', {headers, body: {slug: text, record: made.alliance}}),
        name: ask('POST', '/v1/sessions', {body: {name: text, passphrase}}),
        passphrase: ask('POST', '/v1/sessions', {body: {name, passphrase: text}}),
        token: ask('POST', '/v1/sessions', {body: {token: text}}),
        code: ask('POST', '/v1/set-up', {body: {...door, code: text}}),
        'another name': ask('POST', '/v1/set-up', {body: {name: text, passphrase, code}}),
      };
      for (const [what, answer] of Object.entries(answers))
        assert.equal(await told(await answer), '400 not-understood', what);
    }
    for (const table of ['voice', 'settled_voice'] as const)
      assert.deepEqual(await parts.database.query.selectFrom(table).select('body').execute(), []);
    assert.deepEqual(await kept(), before);
  });

  it('is refused in words on the pages for facilitators, too', async () => {
    const {made, cookie, ...desk} = await deskOn(await ground.open());
    const visitor = visitorOf(desk, cookie);
    const home = `/beheer/alliances/${made.slug}`;
    const forms: readonly (readonly [path: string, fields: Readonly<Record<string, string>>])[] = [
      [`${home}/people`, {name: 'Een\0ander'}],
      [`${home}/values`, {name: 'Gast\0vrij', rubric: ''}],
      [`${home}/questions`, {text: 'Waar\0door?', prompts: '', moderation: 'held'}],
      [`${home}/plans`, {name: 'Het\0plein', type: 'design', text: 'Een plein.'}],
    ];
    for (const [path, fields] of forms) {
      const seen = await visitor.fill(path, fields);
      assert.equal(seen.status, 400, path);
      assert.match(seen.html, /Er klopt iets niet in wat u invulde/, path);
    }
    const door = visitorOf(desk);
    const entering = await door.fill('/beheer/enter', {name: 'a\0b', passphrase: 'vier woorden uit een boek'});
    assert.equal(entering.status, 400);
  });
});
