// Makes the demo, after tsc: pages from templates, their scripts, the house styles of two hosts.
import {nodeResolve} from '@rollup/plugin-node-resolve';
import {cpSync, mkdirSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {rollup} from 'rollup';
import {writeDemo} from './dist/build.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const packages = fileURLToPath(new URL('../node_modules', import.meta.url));

/** Style sheets of host sites, to hold our widgets against. Copied, with their licences, never changed. */
const HOSTS = {
  utrecht: {from: '@utrecht/design-tokens', sheet: 'dist/theme.css'},
  amsterdam: {from: '@amsterdam/design-system-tokens', sheet: 'dist/index.css'},
};

/** Writes the whole demo to `out`; `embedLine` is the line that a page pastes. */
export async function buildDemo({out, embedLine}) {
  writeDemo({from: here, out}, embedLine);
  await bundleScripts(join(out, 'scripts'));
  copyHosts(join(out, 'vendor'));
}

/** A page names its script; what scripts share stands beside them once. */
async function bundleScripts(dir) {
  const folder = join(here, 'dist/scripts');
  const input = readdirSync(folder)
    .filter(file => file.endsWith('.js'))
    .map(file => join(folder, file));
  const bundle = await rollup({input, plugins: [nodeResolve({browser: true})]});
  await bundle.write({dir, format: 'es', chunkFileNames: 'shared/[name].js'});
  await bundle.close();
}

function copyHosts(dir) {
  for (const [host, {from, sheet}] of Object.entries(HOSTS)) {
    mkdirSync(join(dir, host), {recursive: true});
    cpSync(join(packages, from, sheet), join(dir, host, 'tokens.css'));
    cpSync(join(packages, from, 'LICENSE.md'), join(dir, host, 'LICENSE.md'));
  }
}
