import {expect, test as base, type BrowserContext, type Page} from '@playwright/test';
import {startDemoCollector} from '../../scripts/demo-collector.mjs';
import {serve} from '../server.mjs';

/** What a page did that it never may. */
interface Trespasses {
  readonly policy: string[];
  readonly foreign: string[];
  readonly errors: string[];
}

interface PerTest {
  /** Watches every page of the test; at the end nothing may have gone wrong. `forgiveErrors` for broken worlds. */
  watched: {forgiveErrors(): void};
}

interface PerWorker {
  /** The demo with the collector behind it, and how to enter that. */
  demo: {readonly url: string; readonly name: string; readonly passphrase: string};
  /** Address of the demo, without a slash at the end. */
  site: string;
}

/** A test over the served demo that fails on any policy violation, foreign request, cookie or script error. */
export const test = base.extend<PerTest, PerWorker>({
  demo: [
    async ({}, use) => {
      const {url, standBefore, close} = await serve({port: 0, root: 'dist'});
      const collector = await startDemoCollector({root: 'dist', origin: new URL(url).origin});
      standBefore(collector.url);
      await use({url, name: collector.name, passphrase: collector.passphrase});
      await close();
      await collector.close();
    },
    {scope: 'worker'},
  ],
  site: [({demo}, use) => use(demo.url.replace(/\/$/, '')), {scope: 'worker'}],
  watched: [
    async ({context, site}, use) => {
      const seen: Trespasses = {policy: [], foreign: [], errors: []};
      const forgiveness = {given: false};
      await watch(context, site, seen);
      await use({forgiveErrors: () => (forgiveness.given = true)});
      expect(seen.policy, 'policy violations').toEqual([]);
      expect(seen.foreign, 'requests to others').toEqual([]);
      expect(await context.cookies(), 'cookies').toEqual([]);
      if (!forgiveness.given) expect(seen.errors, 'script errors').toEqual([]);
    },
    {auto: true},
  ],
});

/** Watches another browser profile too. */
export async function watch(context: BrowserContext, site: string, seen: Trespasses): Promise<void> {
  await context.exposeBinding('tellViolation', (_source, violation: string) => seen.policy.push(violation));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', event => {
      const page = globalThis as unknown as {tellViolation(text: string): void};
      page.tellViolation(
        `${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${String(event.lineNumber)}`,
      );
    });
  });
  const {port} = new URL(site);
  context.on('request', request => {
    const {protocol, host} = new URL(request.url());
    const own = [`localhost:${port}`, `127.0.0.1:${port}`, `elzendrecht.test:${port}`].includes(host);
    if (!own && protocol !== 'blob:' && protocol !== 'data:') seen.foreign.push(request.url());
  });
  context.on('page', page => listen(page, seen));
}

function listen(page: Page, seen: Trespasses): void {
  page.on('pageerror', error => seen.errors.push(String(error)));
  page.on('console', message => {
    if (message.type() === 'error') seen.errors.push(message.text());
  });
}

export {expect} from '@playwright/test';
