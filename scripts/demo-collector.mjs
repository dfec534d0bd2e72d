// A collector behind the demo: empty at every start, filled with Samen Ververij through the documented API, and gone
// when it stops.
import {randomBytes} from 'node:crypto';
import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {networkInterfaces, tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {settingsFrom, start} from '../packages/collector/dist/index.js';

const silent = {info() {}, warn() {}, error: (event, error) => console.error(event, error)};

/** Who may enter the demo's `/beheer`. */
const NAME = 'begeleider';

/**
 * Starts it for a site at `origin`, with the backup in `root`. Gives its address, how to enter, and `close`.
 *
 * @throws Error with the words of the API when the demo cannot be put in.
 */
export async function startDemoCollector({root = 'dist', origin}) {
  const folder = await mkdtemp(join(tmpdir(), 'samenwaarde-demo-'));
  const collector = await start(
    settingsFrom({
      PORT: '0',
      PUBLIC_URL: origin,
      DATA: join(folder, 'demo.sqlite'),
      SCRIPT: resolve(root, 'embed'),
      TRUSTED_PROXIES: '127.0.0.1,::1',
    }),
    silent,
  );
  const close = async () => {
    await collector.close();
    await rm(folder, {recursive: true, force: true});
  };
  try {
    const passphrase = randomBytes(9).toString('base64url');
    await fill({
      collector,
      origin,
      passphrase,
      backup: JSON.parse(await readFile(join(root, 'ververij.json'), 'utf8')),
    });
    return {url: collector.url, name: NAME, passphrase, close};
  } catch (error) {
    await close();
    throw error;
  }
}

async function fill({collector, origin, passphrase, backup}) {
  let cookie = '';
  const send = async (method, path, body) => {
    const response = await fetch(collector.url + path, {
      method,
      headers: {'Content-Type': 'application/json', Origin: origin, ...(cookie && {Cookie: cookie})},
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
  };
  await send('POST', '/v1/set-up', {code: collector.setUpCode, name: NAME, passphrase});
  await send('POST', '/v1/sessions', {name: NAME, passphrase});
  await send('POST', '/v1/alliances', {slug: 'ververij', file: backup});
  await send('PUT', '/v1/alliances/ververij/settings', {origins: neighbours(origin)});
}

/** The demo at the other addresses of this machine, for a phone on the same network. */
function neighbours(origin) {
  const {port} = new URL(origin);
  const addresses = Object.values(networkInterfaces()).flatMap(list => list ?? []);
  const outer = addresses.filter(({family, internal}) => family === 'IPv4' && !internal);
  return ['127.0.0.1', ...outer.map(({address}) => address)].map(address => `http://${address}:${port}`);
}
