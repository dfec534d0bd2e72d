// The ballot beside a hand-written Lit form with the same inputs and texts: from opening the page to the second frame
// after it is drawn, on a processor slowed down four times.
import {interleave, ratio, row} from './interleave.mjs';
import {bundle, withBrowser} from './page.mjs';

const ROUNDS = 15;
const SLOWER = 4;
const FORMS = {ours: 'ballot-ours', bare: 'ballot-bare'};

/** Opens the form in a page of its own; its time in ms, its radios and the length of its text. */
async function open(browser, address) {
  const page = await browser.newPage();
  try {
    await page.emulateCPUThrottling(SLOWER);
    await page.goto(address);
    await page.waitForFunction(() => globalThis.interactive !== undefined);
    return await page.evaluate(() => {
      const {shadowRoot} = document.body.lastElementChild;
      const radios = shadowRoot.querySelectorAll('input[type=radio]').length;
      return {time: globalThis.interactive, radios, text: shadowRoot.textContent.replace(/\s+/g, ' ').length};
    });
  } finally {
    await page.close();
  }
}

export async function bench() {
  // Apart, so that neither loads a file that it shares with the other.
  const bundles = await Promise.all(
    Object.values(FORMS).map(name => bundle({[name]: `scripts/bench/pages/${name}.mjs`})),
  );
  const scripts = Object.assign({}, ...bundles);
  return withBrowser(scripts, async (browser, base) => {
    const [ours, bare] = [await open(browser, base + FORMS.ours), await open(browser, base + FORMS.bare)];
    if (ours.radios !== bare.radios || Math.abs(ours.text / bare.text - 1) > 0.1)
      throw new Error(
        `the forms differ: ${ours.radios} and ${bare.radios} radios, ${ours.text} and ${bare.text} characters`,
      );
    const timed = name => async () => (await open(browser, base + name)).time;
    const times = await interleave(
      {ours: timed(FORMS.ours), bare: timed(FORMS.bare), again: timed(FORMS.bare)},
      ROUNDS,
    );
    return [
      row('ballot of 8 values, interactive, 4 × slower', times, 1.2),
      {
        ...row('bare beside bare', {ours: times.again, bare: times.bare}),
        ratio: Number(ratio(times.again, times.bare).toPrecision(3)),
      },
    ];
  });
}
