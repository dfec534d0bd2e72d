// The radar beside bare Chart.js on the same canvas, data and options, in alternating order.
import {interleave, row} from './interleave.mjs';
import {bundle, withBrowser} from './page.mjs';

const ROUNDS = 15;
/** Draws or updates in one measurement: one alone is shorter than the browser's clock can tell. */
const TIMES = 10;

export async function bench() {
  const scripts = await bundle({radar: 'scripts/bench/pages/radar.mjs'});
  return withBrowser(scripts, async (browser, base) => {
    const page = await browser.newPage();
    await page.goto(`${base}radar`);
    await page.waitForFunction(() => globalThis.ready);
    const timed = name => () => page.evaluate((act, times) => globalThis.bench[act](times), name, TIMES);
    const names = ['drawOurs', 'drawBare', 'updateOurs', 'updateBare'];
    const acts = Object.fromEntries(names.map(name => [name, timed(name)]));
    const times = await interleave({...acts, drawAgain: timed('drawBare'), updateAgain: timed('updateBare')}, ROUNDS);
    return [
      row(`draw a radar, ${TIMES} times`, {ours: times.drawOurs, bare: times.drawBare}, 1.1),
      row('bare beside bare', {ours: times.drawAgain, bare: times.drawBare}),
      row(`update a radar, ${TIMES} times`, {ours: times.updateOurs, bare: times.updateBare}, 1.1),
      row('bare beside bare', {ours: times.updateAgain, bare: times.updateBare}),
    ];
  });
}
