import {readFileSync} from 'node:fs';
import type {Page} from '@playwright/test';
import {embedLine} from '../../scripts/embed-line.mjs';

const ADDRESS = '/gastheer.html';

/**
 * Opens a page of somebody else, under the policy of the demo, with the alliance of the Ververij around `body`. A form
 * in it that is sent to its own address comes back to the same page.
 */
export async function openHost(page: Page, site: string, body: string): Promise<void> {
  const policy = await page.request.get(site).then(response => response.headers()['content-security-policy'] ?? '');
  await page.route(`${site}${ADDRESS}*`, route =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: {'Content-Security-Policy': policy},
      body: `<!doctype html><html lang="nl"><head><title>Gastheer</title>${embedLine()}</head><body><main>
        <h1>Gastheer</h1><samen-alliance name="samen-ververij" practice>${data()}${body}</samen-alliance>
        </main></body></html>`,
    }),
  );
  await page.goto(`${site}${ADDRESS}`);
}

/** The records of the Ververij, as its own pages hold them. */
function data(): string {
  const [block] = /<script type="application\/json">[\s\S]*?<\/script>/.exec(
    readFileSync('dist/demo/ververij/plannen.html', 'utf8'),
  ) ?? [''];
  return block;
}
