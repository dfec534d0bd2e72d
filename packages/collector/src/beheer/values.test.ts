import assert from 'node:assert/strict';
import {before, describe, it} from 'node:test';
import {alliance, answered, enteredOn, home, inMemory, sorted, type Inside} from './inside.test-helper.js';
import {actionIn, readingOf} from './visitor.test-helper.js';

describe('sorting values', () => {
  const empty = inMemory();
  let here: Inside;
  before(async () => {
    here = await enteredOn(await empty());
    await here.visitor.fill('/beheer/start', alliance);
    const text = 'schaduw, rust en een wc';
    const quote = await answered(here, {text, moderation: 'released'});
    for (const exact of ['schaduw', 'rust', 'een wc']) await here.visitor.fill(`${home}/quotes/${quote.id}`, {exact});
  });

  it('lays several in a rubric, new or not, and takes out what does not belong', async () => {
    const {visitor} = here;
    const tick = (name: string, html: string) =>
      new RegExp(`name="([a-z]+-[0-9a-f-]{36})"[^>]*> ${name}`).exec(html)?.[1] ?? '';
    const {html} = await visitor.look(`${home}/values`);
    assert.match(readingOf({...(await visitor.look(`${home}/values`))}), /Nog geen plaats \(3\)/);
    const made = await visitor.fill(`${home}/values`, {rubric: '', name: 'Ademruimte', [tick('schaduw', html)]: 'yes'});
    assert.match(readingOf(made), /Nog geen plaats \(2\)/);
    const rubric = /<option value="([0-9a-f-]{36})"/.exec(made.html)?.[1] ?? '';
    const both = {[tick('rust', html)]: 'yes', [tick('een wc', html)]: 'yes'};
    const more = await visitor.fill(`${home}/values`, {rubric, name: '', ...both});
    assert.match(readingOf(more), /Ademruimte schaduw · (rust · een wc|een wc · rust)/);
    const change = actionIn(more, `/values/${rubric}`);
    const out = await visitor.fill(change, {name: 'Ademruimte', [tick('een wc', more.html)]: 'yes'});
    assert.match(readingOf(out), /Nog geen plaats \(1\).*Ademruimte schaduw · rust/);
  });

  it('makes no rubric of nothing, and of one that was emptied neither a core value nor a question', async () => {
    const {visitor} = here;
    const none = await visitor.fill(`${home}/values`, {rubric: '', name: 'Bedacht'});
    assert.match(readingOf(none), /Welke waarden horen daar\? Vink aan wat erbij hoort\./);
    const made = await sorted(visitor, 'Bedacht');
    const rubric = /id="rubric-([0-9a-f-]{36})" tabindex="-1">\s*<h2>Bedacht/.exec(made.html)?.[1] ?? '';
    const out = /name="(out-[0-9a-f-]{36})"[^>]*> een wc/.exec(made.html)?.[1] ?? '';
    const emptied = await visitor.fill(`${home}/values/${rubric}`, {name: 'Bedacht', [out]: 'yes'});
    assert.match(readingOf(emptied), /Bedacht Hier ligt niets in\./);
    const frozen = await visitor.fill(`${home}/values/profile`, {});
    assert.match(readingOf(frozen), /Versie 1: Ademruimte Profiel vastleggen/);
  });

  it('of rounds about them closes none by accident', async () => {
    const {visitor} = here;
    const open = await visitor.fill(`${home}/values/votes`, {recognition: 'yes', dots: '3', k: '5'});
    const close = actionIn(open, '/values/votes/');
    assert.match(readingOf(await visitor.fill(close, {})), /Vink dit eerst aan/);
    assert.match(
      readingOf(await visitor.fill(close, {sure: 'yes'})),
      /Gesloten ronde · 0 antwoorden\. Iedereen ziet de uitslag/,
    );
  });
});
