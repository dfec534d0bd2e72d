// Firefox for the browser tests. Puppeteer presses keys and sets a viewport there, but it emulates a printer and dark
// colours only in Chromium; Firefox's own window can do both, so the same tests run in both browsers.
import {chromeLauncher} from '@web/test-runner-chrome';
import {join} from 'node:path';
import * as puppeteer from 'puppeteer-core';
import {isExecutable, onPath} from './ensure-browser.mjs';

/**
 * What Firefox is started with; the argument is what opens its own window to the session. No test looks at the network
 * from without: to tell of every request costs Firefox more than the tests do.
 */
const LAUNCH = {browser: 'firefox', headless: true, args: ['--remote-allow-system-access'], networkEnabled: false};
/** Values of Firefox's preference for the colours that pages are told the person prefers. */
const COLOURS = 'layout.css.prefers-color-scheme.content-override';
const SCHEMES = {dark: 0, light: 1};

/** Web Test Runner's launcher for the Firefox at this path. One page at a time: a page behind gets no keys. */
export function firefoxLauncher(executablePath) {
  return chromeLauncher({
    puppeteer,
    concurrency: 1,
    launchOptions: {...LAUNCH, executablePath},
    createBrowserContext: ({browser}) => browser.defaultBrowserContext(),
    createPage: ({context}) => createPage(context),
  });
}

/** The path of a Firefox that can run the tests; undefined, with one line that says why, where there is none. */
export async function findFirefox(log = message => console.error(message)) {
  const path = installed().find(isExecutable);
  if (!path) return void log('No Firefox here: the browser tests run in Chromium alone.');
  try {
    await tryOut(path);
    return path;
  } catch (error) {
    const [reason] = String(error.message).split('\n');
    return void log(`The browser tests run in Chromium alone: ${path} cannot run them (${reason}).`);
  }
}

function installed() {
  const {FIREFOX_PATH, PROGRAMFILES} = process.env;
  return [
    ...(FIREFOX_PATH ? [FIREFOX_PATH] : []),
    ...onPath(['firefox', 'firefox-esr']),
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    ...(PROGRAMFILES ? [join(PROGRAMFILES, 'Mozilla Firefox/firefox.exe')] : []),
  ];
}

/**
 * Starts Firefox and does in it what the tests need.
 *
 * @throws when it does not start, shows nothing, or is too old to emulate media
 */
async function tryOut(executablePath) {
  const browser = await puppeteer.launch({...LAUNCH, executablePath, timeout: 60_000});
  try {
    const page = await createPage(browser.defaultBrowserContext());
    await page.emulateMediaType('print');
    await page.setContent('<p id="shown">shown</p>');
    const printed = await page.evaluate(
      () => matchMedia('print').matches && document.querySelector('#shown')?.textContent === 'shown',
    );
    if (!printed) throw new Error('it shows no page as a printer would');
  } finally {
    await browser.close();
  }
}

/** A page that knows the two commands which Puppeteer leaves to Chromium. */
async function createPage(context) {
  const page = await context.newPage();
  const within = await ownWindow(context.browser());
  page.emulateMediaType = medium => within(setMedium, medium ?? '');
  page.emulateMediaFeatures = async features => {
    for (const {name, value} of features ?? []) {
      if (name !== 'prefers-color-scheme') throw new Error(`Firefox does not emulate ${name} in these tests`);
      await within(setPreference, COLOURS, SCHEMES[value]);
    }
  };
  return page;
}

/** Runs a function in the window around the pages. */
async function ownWindow({connection}) {
  const {result} = await connection.send('browsingContext.getTree', {'moz:scope': 'chrome'});
  const target = {context: result.contexts[0].context};
  return async (act, ...values) => {
    const answer = await connection.send('script.callFunction', {
      functionDeclaration: String(act),
      arguments: values.map(value => ({type: typeof value, value})),
      awaitPromise: true,
      target,
    });
    if (answer.result.type === 'exception') throw new Error(answer.result.exceptionDetails.text);
  };
}

/* global gBrowser, Services -- what Firefox's own window knows */
function setMedium(medium) {
  for (const tab of gBrowser.browsers) tab.browsingContext.mediumOverride = medium;
}

function setPreference(name, value) {
  Services.prefs.setIntPref(name, value);
}
