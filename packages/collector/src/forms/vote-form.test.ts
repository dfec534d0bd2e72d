import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {canonical} from '@samenwaarde/core';
import {hiddenIn, readingOf} from '../beheer/visitor.test-helper.js';
import {before as openedWith, bodies, close, type Before} from './forms.test-helper.js';

/** A vote on three rubrics, of which the last has no name. */
async function before(): Promise<Before> {
  const site = await openedWith({voteRound: {dots: 2}});
  const [, , id = ''] = site.made.voteRound.rubrics;
  const body = canonical({schema: 1, kind: 'rubric', id, counter: 1, tag: 'a', values: []});
  await site.collector.parts.database.query.updateTable('card').set({body}).where('id', '=', id).execute();
  return site;
}

describe('rubrics voted on without a script', () => {
  it('stand among what is open, with every question', async () => {
    const {visitor, made, home} = await before();
    const path = `rounds/${made.voteRound.id}/form`;
    assert.ok((await visitor.look(`${home}/form`)).html.includes(`href="${path}"`));
    const seen = readingOf(await visitor.look(`${home}/${path}`));
    assert.match(seen, /gemeente vraagt dit\..*Niemand ziet wat u koos\. Vanaf 3 antwoorden/);
    assert.match(seen, /Klopt dit: Gastvrij\? Klopt Klopt deels Klopt niet Weet ik niet/);
    assert.match(seen, /Kies er hooguit 2 die u het belangrijkst vindt.*Wat mist u\?/);
  });

  it('send one vote, however often the page is sent, with a receipt that opens it again', async () => {
    const {visitor, made, collector, home} = await before();
    const path = `${home}/rounds/${made.voteRound.id}/form`;
    const [first = '', second = '', nameless = ''] = made.voteRound.rubrics;
    const form = hiddenIn(await visitor.look(path));
    const fields = {
      ...form,
      [`recognition[${first}]`]: 'fits',
      [`recognition[${second}]`]: 'not',
      [`objections[${second}]`]: 'Er is geen groen.',
      [`own[${nameless}]`]: 'Thuis',
      [`dots[${first}]`]: '1',
      missing: 'Een wc.',
    };
    for (const seen of [await visitor.fill(path, fields), await visitor.fill(path, fields)])
      assert.ok(seen.html.includes(form['rubric-vote-receipt'] ?? 'no receipt'));
    const expected = {
      recognition: {[first]: 'fits', [second]: 'not'},
      objections: {[second]: 'Er is geen groen.'},
      names: {[nameless]: {own: 'Thuis'}},
      dots: {[first]: 1},
      missing: 'Een wc.',
    };
    const [vote, ...others] = await bodies(collector);
    assert.deepEqual({...vote, ...expected}, vote);
    assert.deepEqual(others, []);
    const found = await visitor.fill(`${home}/own/form`, {receipt: form['rubric-vote-receipt'] ?? ''});
    assert.ok(found.html.includes(`action="../rounds/${made.voteRound.id}/form"`));
    const again = await visitor.fill(path, {...hiddenIn(found), as: 'reopened'});
    for (const kept of [/value="not"\s+checked/, /value="Thuis"/, />\s*Een wc\.<\/textarea/])
      assert.match(again.html, kept);
    await visitor.fill(path, {...hiddenIn(again), [`recognition[${first}]`]: 'unknown'});
    assert.deepEqual(
      (await bodies(collector)).map(({recognition}) => recognition),
      [{[first]: 'unknown'}],
    );
  });

  it('say at the field what is wrong, send nothing then, and lose nothing of what was typed', async () => {
    const {visitor, made, collector, home} = await before();
    const path = `${home}/rounds/${made.voteRound.id}/form`;
    const [first = '', second = '', nameless = ''] = made.voteRound.rubrics;
    const form = hiddenIn(await visitor.look(path));
    assert.match(readingOf(await visitor.fill(path, form)), /U hebt nog niets gekozen/);
    const answers = {[`recognition[${first}]`]: 'fits', [`dots[${first}]`]: '1'};
    for (const [typed, id, said] of [
      [{[`objections[${first}]`]: 'Toch niet.'}, `objection-${first}`, /alleen bij “klopt deels” en “klopt niet”/],
      [{[`own[${nameless}]`]: 'x'.repeat(121)}, `own-${nameless}`, /hooguit 120 tekens/],
      [{[`names[${nameless}]`]: first, [`own[${nameless}]`]: 'Thuis'}, `own-${nameless}`, /Kies “Een andere naam”/],
      [{[`names[${nameless}]`]: 'own'}, `own-${nameless}`, /Schrijf een naam op/],
      [{missing: 'x'.repeat(5_001)}, 'missing', /Nu zijn het er 5\.001/],
      [{[`dots[${second}]`]: '1', [`dots[${nameless}]`]: '1'}, 'dots', /Kies er hooguit 2\./],
    ] as const) {
      const seen = await visitor.fill(path, {...form, ...answers, ...typed});
      assert.equal(seen.status, 400);
      assert.match(readingOf(seen), said);
      assert.ok(seen.html.includes(`<a href="#${id}">`) && seen.html.includes(`id="${id}"`), id);
      assert.match(seen.html, /value="fits"\s+checked/);
    }
    assert.deepEqual(await bodies(collector), []);
  });

  it('point out what may be somebody’s own in a name or a text, and take it out when asked', async () => {
    const {visitor, made, collector, home} = await before();
    const path = `${home}/rounds/${made.voteRound.id}/form`;
    const nameless = made.voteRound.rubrics[2] ?? '';
    const fields = {...hiddenIn(await visitor.look(path)), [`own[${nameless}]`]: 'Bel 06 12 34 56 78'};
    const warned = await visitor.fill(path, fields);
    assert.match(readingOf(warned), /Er staat een telefoonnummer in uw tekst bij Groep 1\. Weghalen\?/);
    assert.deepEqual(await bodies(collector), []);
    await visitor.fill(path, {...fields, as: 'without'});
    const [vote] = await bodies(collector);
    assert.deepEqual(vote?.['names'], {[nameless]: {own: 'Bel [telefoonnummer]'}});
  });

  it('that came before the close count once more sent; what comes too late stays in sight', async () => {
    const site = await before();
    const {visitor, made, home} = site;
    const path = `${home}/rounds/${made.voteRound.id}/form`;
    const answer = {[`recognition[${made.voteRound.rubrics[0] ?? ''}]`]: 'partly'};
    const [early, late] = [hiddenIn(await visitor.look(path)), hiddenIn(await visitor.look(path))];
    await visitor.fill(path, {...early, ...answer});
    await close(site, 'voteRound');
    assert.match(readingOf(await visitor.fill(path, {...early, ...answer})), /Verstuurd/);
    const refused = await visitor.fill(path, {...late, ...answer});
    assert.equal(refused.status, 409);
    assert.match(refused.html, /value="partly"\s+checked/);
    assert.match(readingOf(await visitor.look(path)), /De ronde is gesloten/);
  });
});
