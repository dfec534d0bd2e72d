import {readFileSync} from 'node:fs';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {enter, letIn} from './facilitator.js';
import {expect, test} from './site.js';

const DOC = readFileSync('docs/vraag-uw-webbeheerder.md', 'utf8');
const {'samenwaarde.js': autoloader} = JSON.parse(readFileSync('dist/embed/manifest.json', 'utf8')) as {
  'samenwaarde.js': {integrity: string};
};

/** The blocks to copy from the page for web managers, with the address of this collector in them. */
function blocksOf(collector: string, type: '' | 'html'): string[] {
  const found = [...DOC.matchAll(/^> ```(\w*)\n([\s\S]*?)^> ```/gm)].filter(([, kind]) => kind === type);
  return found.map(([, , lines = '']) =>
    lines
      .replace(/^> ?/gm, '')
      .replaceAll('https://collector.example', collector)
      .replace('sha384-…', autoloader.integrity),
  );
}

/** The lines of policy that the page gives. */
function policyOf(collector: string): string {
  const blocks = blocksOf(collector, '');
  const lines = blocks.flatMap(block => block.split('\n')).filter(line => /^[a-z]+-src /.test(line));
  expect(lines.map(line => line.split(' ')[0])).toEqual(['script-src', 'style-src', 'connect-src', 'frame-src']);
  const trusted = /`(trusted-types [^`]+)`/.exec(DOC)?.[1] ?? '';
  return ["default-src 'none'", ...lines, "require-trusted-types-for 'script'", trusted].join('; ');
}

/** A website of somebody else, on an origin of its own, with exactly what that page gives to copy and nothing more. */
async function openStranger(collector: string): Promise<{origin: string; server: Server}> {
  const [script = '', frame = ''] = blocksOf(collector, 'html');
  const pages: Readonly<Record<string, string>> = {
    '/': script,
    '/venster': frame,
  };
  const server = createServer((request, response) => {
    const body = pages[request.url ?? ''];
    response.writeHead(body === undefined ? 204 : 200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policyOf(collector),
    });
    response.end(body && `<!doctype html><html lang="nl"><title>Een andere website</title><main>${body}</main></html>`);
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  return {origin: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`, server};
}

test('a website with exactly the lines of the docs, which a facilitator sees too, embeds the widgets by script and in a frame', async ({
  browser,
  demo,
  site,
}) => {
  test.setTimeout(90_000);
  const {origin, server} = await openStranger(site);
  const context = await browser.newContext();
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', message => /Content.Security.Policy/i.test(message.text()) && complaints.push(message.text()));
  try {
    await page.goto(origin);
    await expect(page.locator('samen-quote-capture')).toContainText('Deze pagina kan de ontvanger nu niet bereiken', {
      timeout: 15_000,
    });

    const facilitator = await enter(browser, demo);
    const lines = facilitator.getByRole('group').filter({hasText: 'Uw antwoord'}).locator('pre code');
    expect(await lines.allTextContents()).toEqual(blocksOf(site, 'html').map(block => block.trim()));
    await facilitator.getByRole('link', {name: 'Instellingen', exact: true}).click();
    await facilitator.getByRole('link', {name: 'Op welke websites?'}).click();
    await expect(facilitator.getByText(`${origin} (`)).toBeVisible();
    await letIn(facilitator, origin);
    await facilitator.context().close();

    await expect(async () => {
      await page.goto(origin);
      await page.locator('samen-quote-capture').getByRole('textbox', {name: 'Uw antwoord'}).waitFor({timeout: 4_000});
    }).toPass({timeout: 20_000});
    const widget = page.locator('samen-quote-capture');
    await widget.getByRole('textbox', {name: 'Uw antwoord'}).fill('Van een andere website.');
    await widget.getByRole('button', {name: 'Versturen', exact: true}).click();
    await expect(widget).toContainText('Verstuurd');

    await page.goto(`${origin}/venster`);
    const framed = page.frameLocator('iframe').locator('samen-quote-capture');
    await framed.getByRole('textbox', {name: 'Uw antwoord'}).fill('Vanuit een venster.');
    await framed.getByRole('button', {name: 'Versturen', exact: true}).click();
    await expect(framed).toContainText('Verstuurd');
    expect(complaints).toEqual([]);
    expect(await context.cookies()).toEqual([]);
  } finally {
    server.close();
    server.closeAllConnections();
    await context.close();
  }
});

test('a website that is not on the list cannot frame a widget', async ({browser, site}) => {
  const {origin, server} = await openStranger(site);
  const page = await browser.newPage();
  const blocked = page.waitForEvent('console', message => message.text().includes('frame-ancestors'));
  await page.goto(`${origin}/venster`);
  await blocked;
  await page.close();
  server.close();
  server.closeAllConnections();
});
