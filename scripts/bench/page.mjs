// Pages to measure in a real browser: bundles made here, served from memory on loopback, closed at the end.
import {createServer} from 'node:http';
import {nodeResolve} from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import puppeteer from 'puppeteer-core';
import {rollup} from 'rollup';
import {minifyTemplateLiterals} from 'rollup-plugin-minify-template-literals';
import {ensureBrowser} from '../ensure-browser.mjs';

/** Minified scripts by file name, one for each of `inputs`; what is imported later stays in files of its own. */
export async function bundle(inputs) {
  const bundled = await rollup({
    input: inputs,
    onwarn: () => undefined,
    plugins: [
      nodeResolve({browser: true, exportConditions: ['production', 'browser']}),
      minifyTemplateLiterals({
        exclude: ['**/node_modules/**'],
        options: {minifyOptions: {conservativeCollapse: true, removeAttributeQuotes: false}},
      }),
      terser({ecma: 2020, module: true}),
    ],
  });
  const {output} = await bundled.generate({
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
  });
  await bundled.close();
  return Object.fromEntries(output.map(({fileName, code}) => [fileName, code]));
}

/** Serves `scripts` by file name, and an empty page around each under its name, while `act` uses a browser. */
export async function withBrowser(scripts, act) {
  const server = createServer((request, response) => {
    const name = new URL(request.url, 'http://localhost').pathname.slice(1);
    const script = scripts[name];
    response.setHeader('content-type', script ? 'text/javascript' : 'text/html');
    response.end(
      script ??
        `<!doctype html><html lang="nl"><meta charset="utf-8"><title>${name}</title><script type="module" src="/${name}.js"></script>`,
    );
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
