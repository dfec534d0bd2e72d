// Pages to measure in a real browser: bundles made here, served from memory on loopback, closed at the end.
import {createServer} from 'node:http';
import {nodeResolve} from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import puppeteer from 'puppeteer-core';
import {rollup} from 'rollup';
import {minifyTemplateLiterals} from 'rollup-plugin-minify-template-literals';
import {ensureBrowser} from '../ensure-browser.mjs';

/** One minified script, everything in it. */
export async function bundle(input) {
  const bundled = await rollup({
    input,
    onwarn: () => undefined,
    plugins: [
      nodeResolve({browser: true, exportConditions: ['production', 'browser']}),
      minifyTemplateLiterals({exclude: ['**/node_modules/**'], options: {minifyOptions: {conservativeCollapse: true}}}),
      terser({ecma: 2020, module: true}),
    ],
  });
  const {output} = await bundled.generate({format: 'es', inlineDynamicImports: true});
  await bundled.close();
  return output[0].code;
}

/** Serves `scripts` by name, each with an empty page around it, while `act` uses a browser. */
export async function withBrowser(scripts, act) {
  const server = createServer((request, response) => {
    const name = new URL(request.url, 'http://localhost').pathname.slice(1);
    const script = name.endsWith('.js') ? scripts[name.slice(0, -3)] : undefined;
    response.setHeader('content-type', script ? 'text/javascript' : 'text/html');
    response.end(script ?? `<!doctype html><html lang="nl"><meta charset="utf-8"><title>${name}</title><script type="module" src="/${name}.js"></script>`);
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  const args = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking'];
  const browser = await puppeteer.launch({executablePath: await ensureBrowser(), headless: true, args});
  try {
    return await act(browser, `http://127.0.0.1:${server.address().port}/`);
  } finally {
    await browser.close();
    server.close();
  }
}
