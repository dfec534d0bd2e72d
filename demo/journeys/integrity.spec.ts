import {readFileSync} from 'node:fs';
import type {Page} from '@playwright/test';
import {expect, test} from './site.js';

type Manifest = Readonly<Record<string, {readonly imports: readonly string[]}>>;
const manifest = JSON.parse(readFileSync('dist/embed/manifest.json', 'utf8')) as Manifest;
const chunks = Object.keys(manifest).filter(path => path.startsWith('chunks/'));
const bundled = Object.keys(manifest)
  .map(path => readFileSync(`dist/embed/${path}`, 'utf8'))
  .join('\n');

interface Marks {
  changedFileRan?: boolean;
}

/** Serves one chunk with a byte more than was built; that byte leaves a mark when it runs. */
async function change(page: Page, chunk: string): Promise<void> {
  await page.route(`**/${chunk}`, async route => {
    const response = await route.fetch();
    await route.fulfill({response, body: `${await response.text()};globalThis.changedFileRan=true;`});
  });
}

/** The hashes of a chunk and of all it imports, as the build wrote them down for the loader. */
function hashes(chunk: string): Record<string, string> {
  const calls = [...bundled.matchAll(/samenwaarde\.import[^(]{0,4}\]\(["'`]([^"'`]+)["'`],(\{[^}]*\})/g)];
  const all = Object.assign({}, ...calls.map(([, , table = '{}']) => JSON.parse(table) as object)) as Record<
    string,
    string
  >;
  const closure = [...withImports(chunk)].map(path => path.replace('chunks/', ''));
  return Object.fromEntries(closure.map(name => [name, all[name] ?? 'unknown']));
}

function withImports(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  for (const deeper of manifest[path]?.imports ?? []) withImports(deeper, seen);
  return seen;
}

/** Asks the page's loader for a chunk, as an `import()` inside our files does, and tells what became of it. */
function load(page: Page, chunk: string): Promise<{loaded: boolean; ran: boolean}> {
  const asked = {path: chunk, table: hashes(chunk)};
  return page.evaluate(async ({path, table}) => {
    type Loader = (name: string, table: Record<string, string>) => Promise<unknown>;
    const world = globalThis as unknown as Record<symbol, Loader> & Marks;
    const loaded = await (world[Symbol.for('samenwaarde.import')] as Loader)(path, table).then(
      () => true,
      () => false,
    );
    return {loaded, ran: world.changedFileRan === true};
  }, asked);
}

test('every file that was not changed loads', async ({page, site}) => {
  await page.goto(`${site}/demo.html`);
  for (const chunk of chunks)
    await test.step(chunk, async () => expect(await load(page, chunk)).toEqual({loaded: true, ran: false}));
});

test.describe('a changed byte', () => {
  for (const chunk of chunks) {
    test(`in ${chunk} runs nothing`, async ({page, site, watched}) => {
      watched.forgiveErrors();
      await change(page, chunk);
      await page.goto(`${site}/demo.html`);
      expect(await load(page, chunk)).toEqual({loaded: false, ran: false});
    });
  }

  test('in the shared Lit leaves the page its own words and says what happened', async ({page, site, watched}) => {
    watched.forgiveErrors();
    await change(page, chunks.find(path => path.startsWith('chunks/widgets-')) ?? '');
    await page.goto(site);
    const widget = page.locator('samen-quote-capture').first();
    await expect(widget.getByRole('alert')).toHaveText(
      'Dit onderdeel kan niet worden geladen. Laad de pagina opnieuw.',
    );
    const seen = await page.evaluate(() => ({
      defined: customElements.get('samen-quote-capture') !== undefined,
      ran: (globalThis as Marks).changedFileRan === true,
    }));
    expect(seen).toEqual({defined: false, ran: false});
  });

  test('in the autoloader itself is refused by the browser', async ({page, site, watched}) => {
    watched.forgiveErrors();
    await page.route('**/samenwaarde.js', async route => {
      const response = await route.fetch();
      await route.fulfill({response, body: `${await response.text()};globalThis.changedFileRan=true;`});
    });
    await page.goto(site);
    expect(await page.evaluate(() => (globalThis as Marks).changedFileRan === true)).toBe(false);
    expect(await page.evaluate(() => customElements.get('samen-alliance') === undefined)).toBe(true);
  });
});
