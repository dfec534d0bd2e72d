import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {hiddenIn, readingOf, type Seen} from '../beheer/visitor.test-helper.js';
import {before, bodies, close, type Before} from './forms.test-helper.js';

describe('a receipt without a script', () => {
  /** Somebody answered the question; gives the code that they wrote down. */
  async function answered({visitor, made, home}: Before, text: string): Promise<string> {
    const path = `${home}/questions/${made.question.id}/form`;
    const form = hiddenIn(await visitor.look(path));
    await visitor.fill(path, {...form, text});
    return form['quote-receipt'] ?? '';
  }

  /** What is there under a code, as somebody types it. */
  const lookedUp = ({visitor, home}: Before, code: string): Promise<Seen> =>
    visitor.fill(`${home}/own/form`, {receipt: code.toLowerCase().replaceAll('-', ' ')});

  it('is asked for where the forms are', async () => {
    const site = await before();
    assert.match((await site.visitor.look(`${site.home}/form`)).html, /href="own\/form"/);
    assert.match(readingOf(await site.visitor.look(`${site.home}/own/form`)), /De code op uw bewijs/);
  });

  it('leads to the answer, to change it', async () => {
    const site = await before();
    const {visitor, made, home, collector} = site;
    const found = await lookedUp(site, await answered(site, 'Rust'));
    assert.match(readingOf(found), /Uw antwoord Rust Veranderen Weghalen/);
    assert.match(found.html, new RegExp(`action="../questions/${made.question.id}/form"`));
    const path = `${home}/questions/${made.question.id}/form`;
    const again = await visitor.fill(path, {...hiddenIn(found), text: 'Rust', as: 'reopened'});
    assert.match(again.html, />\s*Rust<\/textarea/);
    assert.deepEqual(
      (await bodies(collector)).map(({text}) => text),
      ['Rust'],
    );
    await visitor.fill(path, {...hiddenIn(again), text: 'Rust en schaduw'});
    assert.deepEqual(
      (await bodies(collector)).map(({text}) => text),
      ['Rust en schaduw'],
    );
  });

  it('leads to a ballot, with the marks that were given', async () => {
    const site = await before();
    const {visitor, made, home, collector} = site;
    const path = `${home}/rounds/${made.round.id}/form`;
    const mark = `marks[${made.values[0] ?? ''}]`;
    const form = hiddenIn(await visitor.look(path));
    await visitor.fill(path, {...form, [mark]: '4'});
    const found = await lookedUp(site, form['ballot-receipt'] ?? '');
    assert.match(readingOf(found), /U gaf 1 kernwaarde een antwoord/);
    const again = await visitor.fill(path, {...hiddenIn(found), as: 'reopened'});
    assert.match(again.html, /value="4"\s+checked/);
    await visitor.fill(path, {...hiddenIn(again), [mark]: '8'});
    assert.deepEqual(
      (await bodies(collector)).map(({marks}) => marks),
      [{[made.values[0] ?? '']: 8}],
    );
  });

  it('takes the answer away, once', async () => {
    const site = await before();
    const code = await answered(site, 'Rust');
    const away = await site.visitor.fill(`${site.home}/own/form`, {receipt: code, as: 'withdrawn'});
    assert.match(readingOf(away), /Uw antwoord is weggehaald/);
    assert.deepEqual(await bodies(site.collector), []);
    assert.equal((await lookedUp(site, code)).status, 404);
  });

  it('cannot take away marks that were counted', async () => {
    const site = await before();
    const {visitor, made, home} = site;
    const path = `${home}/rounds/${made.round.id}/form`;
    const form = hiddenIn(await visitor.look(path));
    await visitor.fill(path, {...form, [`marks[${made.values[0] ?? ''}]`]: '4'});
    await close(site, 'round');
    const kept = await visitor.fill(`${home}/own/form`, {receipt: form['ballot-receipt'] ?? '', as: 'withdrawn'});
    assert.equal(kept.status, 409);
    assert.match(readingOf(kept), /Dit telt al mee\. Het kan niet meer worden veranderd of weggehaald\./);
  });

  it('that nobody has finds nothing, whatever was typed', async () => {
    const site = await before();
    await answered(site, 'Rust');
    for (const typed of ['', 'onzin', '<script>alert(1)</script>', '62DE-3Z1C-X8R2-1DTG-AC36-3SZE-GMV']) {
      const seen = await site.visitor.fill(`${site.home}/own/form`, {receipt: typed});
      assert.equal(seen.status, 404, typed);
      assert.match(readingOf(seen), /Bij deze code vinden wij geen antwoord/);
      assert.match(seen.html, /aria-describedby="receipt-wrong"\s+aria-invalid="true"/);
      assert.ok(!seen.html.includes('<script>'));
    }
  });
});
