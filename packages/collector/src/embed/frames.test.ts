import assert from 'node:assert/strict';
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {inMemory} from '../beheer/inside.test-helper.js';
import {siteOf} from '../beheer/visitor.test-helper.js';
import type {Database} from '../database/open.js';
import {newFolder} from '../folder.test-helper.js';
import {settingsFrom} from '../settings.js';
import {bench, makeAlliance, newId} from '../voices/round.test-helper.js';
import {bundleIn} from './bundle.js';

describe('pages for a frame', () => {
  const folder = newFolder();
  const empty = inMemory();
  mkdirSync(join(folder, 'embed/chunks'), {recursive: true});
  writeFileSync(join(folder, 'embed/manifest.json'), JSON.stringify({'samenwaarde.js': {integrity: 'sha384-abc'}}));
  for (const file of ['samenwaarde.js', 'chunks/a.js']) writeFileSync(join(folder, 'embed', file), 'export {};');
  writeFileSync(join(folder, 'secret.js'), 'secret');

  const settings = settingsFrom({TRUSTED_PROXIES: '192.0.2.1'});

  interface Site {
    readonly database: Database;
    readonly look: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Response>;
    readonly slug: string;
  }

  async function site(): Promise<Site> {
    const database = await empty();
    const {slug, alliance} = await makeAlliance(database);
    const origins = JSON.stringify(['https://www.ververij.nl']);
    await database.query.updateTable('alliance').set({origins}).where('id', '=', alliance.id).execute();
    const whole = siteOf(bench(database, {settings}), bundleIn(join(folder, 'embed')));
    const outgoing = {setHeader: () => undefined, removeHeader: () => undefined};
    const incoming = {socket: {remoteAddress: '192.0.2.1'}};
    const look: Site['look'] = async (path, headers = {}) =>
      whole.request(`http://localhost${path}`, {headers}, {incoming, outgoing});
    return {database, look, slug};
  }

  it('hold one widget of one alliance, and may be framed by its sites alone', async () => {
    const {look, slug} = await site();
    const question = newId();
    const response = await look(`/v1/alliances/${slug}/embed/quote-capture?question=${question}`);
    assert.equal(response.status, 200);
    assert.deepEqual(response.headers.get('content-security-policy')?.split('; '), [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data:",
      "connect-src 'self'",
      "require-trusted-types-for 'script'",
      "trusted-types lit-html 'allow-duplicates'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'self' https://www.ververij.nl",
    ]);
    const html = await response.text();
    assert.match(html, new RegExp(`<samen-alliance src="/v1/alliances/${slug}"`));
    assert.match(html, new RegExp(`<samen-quote-capture question="${question}"`));
    assert.match(html, /src="\/script\/samenwaarde\.js"\s+integrity="sha384-abc"/);
    assert.match(html, new RegExp(`href="/v1/alliances/${slug}/questions/${question}/form"`));
    assert.match(html, /<base target="_blank" \/>/);
    const any = await (await look(`/v1/alliances/${slug}/embed/plan-ballot`)).text();
    assert.match(any, new RegExp(`href="/v1/alliances/${slug}/form"`));
    const result = await (await look(`/v1/alliances/${slug}/embed/scorecard`)).text();
    assert.match(result, /Dit onderdeel heeft JavaScript nodig/);
  });

  it('tell the facilitator which site stood around them in vain', async () => {
    const {database, look, slug} = await site();
    const from = async (referer: string, headers: Readonly<Record<string, string>> = {}) =>
      look(`/v1/alliances/${slug}/embed/scorecard`, {referer, 'sec-fetch-dest': 'iframe', ...headers});
    await from('https://www.gelinkt.nl/', {'sec-fetch-dest': 'document'});
    for (const page of ['https://www.ververij.nl/', 'http://localhost:8090/beheer', ''])
      assert.equal((await from(page)).status, 200, page);
    // More than one address may name: they come through a proxy.
    const neighbours = [1, 2, 3, 4].map(one => `https://www.buurman${one}.nl`);
    for (const [place, origin] of neighbours.entries())
      await from(`${origin}/plan`, {'x-forwarded-for': `198.51.100.${place}`});
    const seen = await database.query.selectFrom('refused_origin').select(['origin', 'n']).orderBy('origin').execute();
    assert.deepEqual(
      seen,
      neighbours.map(origin => ({origin, n: 1})),
    );
  });

  it('take nothing from the address as markup', async () => {
    const {look, slug} = await site();
    const hostile = encodeURIComponent('"><script>alert(1)</script>');
    const html = await (await look(`/v1/alliances/${slug}/embed/plan-ballot?round=${hostile}`)).text();
    assert.ok(!html.includes('<script>alert'));
    for (const widget of [hostile, 'constructor'])
      assert.equal((await look(`/v1/alliances/${slug}/embed/${widget}`)).status, 404, widget);
    assert.equal((await look(`/v1/alliances/nergens/embed/scorecard`)).status, 404);
  });

  it('come with the script itself, and nothing beside its folder', async () => {
    const {look} = await site();
    const script = await look('/script/samenwaarde.js');
    assert.match(script.headers.get('content-type') ?? '', /javascript/);
    assert.equal(script.headers.get('access-control-allow-origin'), '*', 'or its integrity cannot be checked');
    assert.equal(script.headers.get('cache-control'), 'no-cache');
    const chunk = await look('/script/chunks/a.js');
    assert.match(chunk.headers.get('cache-control') ?? '', /immutable/, 'its name changes with what is in it');
    for (const path of ['/script/../secret.js', '/script/..%2fsecret.js', '/script/chunks/none.js'])
      assert.equal((await look(path)).status, 404, path);
  });
});
