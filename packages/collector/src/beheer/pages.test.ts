import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {alliance, answered, enteredOn, home, inMemory} from './inside.test-helper.js';
import {pagesFrom, readingOf, siteOf, Visitor, visitorOf} from './visitor.test-helper.js';

describe('the pages for facilitators', () => {
  const empty = inMemory();
  const inside = async () => enteredOn(await empty());

  it('leads to every page by links that are there, without a script, and may not be framed', async () => {
    const {visitor} = await inside();
    await visitor.fill('/beheer/start', alliance);
    const pages = await pagesFrom(visitor, home);
    for (const room of [
      '/queue?kind=own-name&status=refused',
      '/quotes?marks=none',
      '/remarks?kind=missing',
      '/people',
    ])
      assert.ok(pages.has(home + room), room);
    for (const [path, page] of pages) {
      assert.equal(page.status, 200, path);
      assert.match(page.headers.get('content-security-policy') ?? '', /default-src 'none'.*frame-ancestors 'none'/);
      assert.ok(!/<script|style="| on[a-z]+="/.test(page.html), path);
      assert.equal(page.html.match(/aria-current="true"/g)?.length, 1, `${path} says where it is`);
      const ids = [...page.html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
      assert.equal(new Set(ids).size, ids.length, `ids on ${path} are unique`);
    }
  });

  it('leads on from a page that was refused, too', async () => {
    const {visitor} = await inside();
    await visitor.fill('/beheer/start', alliance);
    const path = `${home}/plans/geen-plan/versions`;
    const {html, status} = await visitor.fill(path, {text: ''});
    assert.equal(status, 400);
    for (const [, href = ''] of html.matchAll(/<a [^>]*href="([^"#]+)"/g))
      assert.equal((await visitor.look(new URL(href, `http://localhost${path}`).pathname)).status, 200, href);
  });

  it('gives the form to start an alliance to nobody who cannot send it', async () => {
    const {bench: made} = await inside();
    const seen = await visitorOf(made).look('/beheer/start');
    assert.deepEqual([seen.status, seen.location], [303, '/beheer']);
  });

  it('tells at a glance what waits, and gives the lines for all that people can do', async () => {
    const {visitor, bench: made} = await inside();
    await visitor.fill('/beheer/start', alliance);
    await answered({visitor, bench: made}, {text: 'Een plek om te zitten.', moderation: 'held'});
    const seen = readingOf(await visitor.look(home));
    assert.match(seen, /Nog te lezen Citaten \(1\) Wat er binnenkwam/);
    assert.ok(!/<script|<iframe/.test(seen), 'no lines for what is not there');
    const bundle = {folder: 'dist/embed', integrity: 'sha384-abc'};
    const withScript = new Visitor(siteOf(made, bundle), {origin: 'http://localhost:8090', cookie: visitor.cookie});
    const lines = await withScript.look(home);
    for (const widget of ['quote-capture', 'rubric-vote', 'plan-ballot', 'scorecard'])
      assert.ok(lines.html.includes(`&lt;samen-${widget}&gt;`), widget);
    assert.equal(lines.html.match(/Antwoord zonder JavaScript/g)?.length, 3, 'all but the result has a form');
  });
});
