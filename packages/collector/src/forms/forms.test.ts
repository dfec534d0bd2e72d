import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {hiddenIn, readingOf} from '../beheer/visitor.test-helper.js';
import {entered} from '../facilitator/entered.test-helper.js';
import {pages} from '../pages.js';
import {newId} from '../voices/round.test-helper.js';
import {before, bodies} from './forms.test-helper.js';

const hostile = '<script>alert(1)</script>';

describe('forms without a script', () => {
  it('lead to everything that is open', async () => {
    const {visitor, made, home} = await before();
    const seen = await visitor.look(`${home}/form`);
    assert.ok(readingOf(seen).includes('Waardoor bent u hier graag?'));
    assert.ok(
      seen.html.includes(`questions/${made.question.id}/form`) && seen.html.includes(`rounds/${made.round.id}/form`),
    );
    assert.equal((await visitor.look('/v1/alliances/nergens/form')).status, 404);
  });

  it('send an answer once, however often the page is sent', async () => {
    const {visitor, made, collector, home} = await before();
    const path = `${home}/questions/${made.question.id}/form`;
    const form = await visitor.look(path);
    assert.match(readingOf(form), /gemeente vraagt dit\. Wij vragen niet wie u bent\. Een begeleider leest/);
    const fields: Record<string, string> = {...hiddenIn(form), text: `Rust ${hostile}`, as: 'typed'};
    const [first, second] = [await visitor.fill(path, fields), await visitor.fill(path, fields)];
    for (const seen of [first, second]) {
      assert.equal(seen.status, 200);
      assert.match(readingOf(seen), /Verstuurd\. Wij hebben uw antwoord\./);
      assert.ok(!seen.html.includes(hostile) && readingOf(seen).includes(hostile));
      assert.ok(seen.html.includes(fields['quote-receipt'] ?? 'no receipt'));
    }
    assert.deepEqual(
      (await bodies(collector)).map(({text}) => text),
      [`Rust ${hostile}`],
    );
  });

  it('point out a telephone number before anything is sent, and take it out when asked', async () => {
    const {visitor, made, collector, home} = await before();
    const path = `${home}/questions/${made.question.id}/form`;
    const fields = {
      ...hiddenIn(await visitor.look(path)),
      text: 'Bel 06 12 34 56 78, dan laat ik het zien.',
      as: 'typed',
    };
    const warned = await visitor.fill(path, fields);
    assert.match(readingOf(warned), /Er staat een telefoonnummer in uw tekst\. Weghalen\?/);
    assert.deepEqual(await bodies(collector), []);
    await visitor.fill(path, {...fields, ...hiddenIn(warned), as: 'without'});
    assert.deepEqual(
      (await bodies(collector)).map(({text}) => text),
      ['Bel [telefoonnummer], dan laat ik het zien.'],
    );
  });

  it('search no text that is too long anyway', async () => {
    const {visitor, made, collector, home} = await before();
    const path = `${home}/questions/${made.question.id}/form`;
    for (const as of ['', 'without']) {
      const refused = await visitor.fill(path, {text: 'Bel 06-12345678. '.repeat(300), as});
      assert.equal(refused.status, 400);
      assert.match(readingOf(refused), /Het mogen hooguit 5\.000 tekens zijn/);
      assert.doesNotMatch(readingOf(refused), /Weghalen\?|\[telefoonnummer\]/);
    }
    assert.deepEqual(await bodies(collector), []);
  });

  it('take marks and reasons, with a receipt for each', async () => {
    const {visitor, made, collector, home} = await before();
    const path = `${home}/rounds/${made.round.id}/form`;
    const form = await visitor.look(path);
    const [first = '', second = ''] = made.values;
    assert.match(readingOf(form), /Het Verfplein Een plein\..*Nodig is een 5,5/);
    const nothing = await visitor.fill(path, hiddenIn(form));
    assert.match(readingOf(nothing), /Geef eerst bij minstens één kernwaarde een cijfer/);
    const fields = {
      ...hiddenIn(form),
      [`marks[${first}]`]: '4',
      [`marks[${second}]`]: 'unknown',
      [`reasons[${first}]`]: 'Geen wc.',
    };
    const sent = await visitor.fill(path, fields);
    assert.equal(sent.html.match(/<dt>/g)?.length, 2);
    await visitor.fill(path, fields);
    const given = await bodies(collector);
    assert.deepEqual(
      given.map(({marks, text}) => marks ?? text),
      [{[first]: 4, [second]: 'unknown'}, 'Geen wc.'],
    );
    const wrong = await visitor.fill(path, {...hiddenIn(await visitor.look(path)), [`marks[${first}]`]: '11'});
    assert.equal(wrong.status, 400);
  });

  it('say what is wrong with an answer, at the answer, and keep it', async () => {
    const {visitor, made, collector, home} = await before();
    const path = `${home}/questions/${made.question.id}/form`;
    for (const [text, said] of [
      ['', /Vul eerst iets in\./],
      ['a'.repeat(5_001), /Het mogen hooguit 5\.000 tekens zijn\. Nu zijn het er 5\.001\./],
    ] as const) {
      const seen = await visitor.fill(path, {...hiddenIn(await visitor.look(path)), text, as: 'typed'});
      assert.equal(seen.status, 400);
      assert.match(readingOf(seen), said);
      assert.match(seen.html, /<a href="#text">/);
      assert.match(seen.html, /<textarea[^>]*aria-describedby="text-hint text-wrong"\s+aria-invalid="true"/);
      assert.ok(seen.html.includes(`>\n${text}</textarea`));
    }
    assert.deepEqual(await bodies(collector), []);
  });

  it('send no marks as long as there is something wrong with a reason', async () => {
    const {visitor, made, collector, home} = await before();
    const path = `${home}/rounds/${made.round.id}/form`;
    const [first = '', second = ''] = made.values;
    const fields = {...hiddenIn(await visitor.look(path)), [`marks[${first}]`]: '4', [`marks[${second}]`]: '3'};
    const long = await visitor.fill(path, {...fields, [`reasons[${second}]`]: 'a'.repeat(5_001)});
    assert.match(readingOf(long), /Wij hebben uw antwoord nog niet\. .*Nu zijn het er 5\.001\./);
    assert.match(long.html, new RegExp(`<a href="#${second}">`));
    assert.match(
      long.html,
      new RegExp(`id="${second}"[^>]*aria-describedby="reasons-hint ${second}-wrong"\\s+aria-invalid="true"`),
    );
    assert.deepEqual(await bodies(collector), []);
    const strange = await visitor.fill(path, {...fields, [`marks[${first}]`]: '11'});
    assert.match(strange.html, new RegExp(`<fieldset aria-describedby="mark-${first}-wrong">`));
    assert.match(readingOf(strange), /Dit getal is te hoog\. Het hoogste is 10\./);
    assert.deepEqual(await bodies(collector), []);
  });

  it('say so at an address that is not that of the collector', async () => {
    const {visitor, made, collector, home} = await before();
    const path = `${home}/questions/${made.question.id}/form`;
    const fields = {...hiddenIn(await visitor.look(path)), text: 'Het park.', as: 'typed'};
    const seen = await visitor.fill(path, fields, 'http://192.168.1.5:8090');
    assert.equal(seen.status, 403);
    assert.match(readingOf(seen), /Op dit adres kunt u niets versturen .*Vraag de begeleider/);
    assert.deepEqual(await bodies(collector), []);
  });

  it('ask for the code of a card, and keep what was typed when it is wrong', async () => {
    const {visitor, made, home} = await before({round: {trust: 'code-cards'}});
    const path = `${home}/rounds/${made.round.id}/form`;
    const fields = {...hiddenIn(await visitor.look(path)), [`marks[${made.values[0] ?? ''}]`]: '7'};
    assert.match(readingOf(await visitor.fill(path, fields)), /Vul de code van uw kaart in/);
    const wrong = await visitor.fill(path, {...fields, code: '7K4M-2Q9R-TXCB-3'});
    assert.match(readingOf(wrong), /Deze code kennen wij niet/);
    assert.match(wrong.html, /value="7"\s+checked/);
    assert.match(wrong.html, /value="7K4M-2Q9R-TXCB-3"/);
  });

  it('take a code as it was typed, and ids from nobody else', async () => {
    const {visitor, made, collector, home} = await before({round: {trust: 'code-cards'}});
    const {cookie} = await entered(collector, made.alliance.id);
    const cards = `${home}/rounds/${made.round.id}/code-cards`;
    const printed = await collector.ask('POST', cards, {headers: {cookie}, body: {count: 1}});
    const [code = ''] = ((await printed.json()) as {codes: string[]}).codes;
    const path = `${home}/rounds/${made.round.id}/form`;
    const fields = {...hiddenIn(await visitor.look(path)), [`marks[${made.values[0] ?? ''}]`]: '7'};
    for (const typed of ['é—☃', 'a\nb', 'x'.repeat(200)])
      assert.match(readingOf(await visitor.fill(path, {...fields, code: typed})), /Deze code kennen wij niet/);
    const strange = {'ballot-id': '../../sessions/current', 'ballot-receipt': 'a\n☃'};
    const typed = code.toLowerCase().replaceAll('-', ' – ');
    const sent = await visitor.fill(path, {...fields, ...strange, code: typed});
    assert.match(readingOf(sent), /Verstuurd/);
    assert.equal((await bodies(collector)).length, 1);
  });

  it('are not at an address that is written in another way', async () => {
    const {visitor, made} = await before();
    for (const name of [`${made.slug}%2Flive`, '..%2f..%2fopenapi.json%3f', `x%2f..%2f${made.slug}`, '%00'])
      assert.equal((await visitor.look(`/v1/alliances/${name}/form`)).status, 404, name);
    const seen = await visitor.look(`/v1/alliances/${made.slug}/questions/x%2f..%2f${made.question.id}/form`);
    assert.equal(seen.status, 404);
  });

  it('that break say so, and tell the log nothing of what was written', async () => {
    const {collector} = await before();
    const told: unknown[] = [];
    const log = {...collector.parts.log, error: (...facts: unknown[]) => void told.push(facts)};
    const broken = new Error('Ik heet Zeldzaam.');
    const whole = pages({...collector.parts, log}, () => Promise.reject(broken), undefined);
    const answer = await whole.request('http://localhost/v1/alliances/ververij/form');
    assert.equal(answer.status, 500);
    assert.doesNotMatch(await answer.text(), /Zeldzaam/);
    assert.deepEqual(told, [['page-failed', broken]]);
  });

  it('that cannot be read, or are too long, say so, and do nothing as if they were empty', async () => {
    const {collector, made, home} = await before();
    const site = pages(collector.parts, collector.api, undefined);
    const address = `${collector.parts.settings.publicOrigin}${home}/questions/${made.question.id}/form`;
    const send = (type: string, body: string) =>
      site.request(address, {
        method: 'POST',
        body,
        headers: {'content-type': type, 'content-length': `${body.length}`},
      });
    for (const [type, body, status, said] of [
      ['multipart/form-data; boundary=a', '--a\r\nContent-Disposition: form-data; name="te', 400, /niet goed aan/],
      ['text/plain', 'text=Rust', 400, /Er is niets bewaard/],
      ['application/x-www-form-urlencoded', `text=${'a'.repeat(2_000_000)}`, 413, /Dit is te lang/],
    ] as const) {
      const answer = await send(type, body);
      assert.equal(answer.status, status, type);
      assert.match(await answer.text(), said);
    }
    assert.deepEqual(await bodies(collector), []);
  });

  it('show no empty form of what is closed or not there', async () => {
    const {visitor, made, home} = await before({
      question: {status: 'closed', resultsOn: '2026-12-01'},
      round: {status: 'closed'},
    });
    const question = await visitor.look(`${home}/questions/${made.question.id}/form`);
    assert.match(readingOf(question), /gesloten\. De uitslag komt op 1 december 2026/);
    assert.ok(!question.html.includes('<form'));
    assert.ok(!(await visitor.look(`${home}/rounds/${made.round.id}/form`)).html.includes('<form'));
    assert.equal((await visitor.look(`${home}/rounds/${newId()}/form`)).status, 404);
  });
});
