import {expect, fixture, html} from '@open-wc/testing';
import {emulateMedia, setViewport} from '@web/test-runner-commands';
import {violations} from '../shared/axe.test-helper.js';
import {Later} from './later.js';
import {AxisSelectEvent} from './scorecard.events.js';
import {examples} from './scorecard.examples.js';
import {Scorecard} from './scorecard.js';
import type {ScorecardState} from './scorecard.state.js';
import {all, shown, complete, text, button, canvas, until, drawn, row} from './scorecard.test-helper.js';
import {swap} from './swap.test-helper.js';

describe('the radar of <samen-scorecard>', () => {
  before(() => setViewport({width: 1280, height: 900}));
  afterEach(() => emulateMedia({media: 'screen', colorScheme: 'light'}));

  it('after the sentence and the table are there', async () => {
    const el = await fixture<Scorecard>(html`<samen-scorecard .state=${examples.insufficient}></samen-scorecard>`);
    expect(text(el, '[part="sentence"]')).to.contain('Gastvrij krijgt een 4,8.');
    expect(row(el, 'Gastvrij')).to.deep.equal(['Gastvrij', '4,8', 'onvoldoende', '4 tot 6', '23']);
    expect(canvas(el)).to.equal(null);
    await drawn(el);
  });

  it('that screen readers pass by, because the table has the same figures', async () => {
    const el = await shown(examples.insufficient);
    await drawn(el);
    expect(canvas(el)!.getAttribute('aria-hidden')).to.equal('true');
  });

  it('and lets go of it when there is nothing to draw any more', async () => {
    const el = await shown(examples.insufficient);
    await drawn(el);
    el.state = examples.empty;
    await el.updateComplete;
    expect(canvas(el)).to.equal(null);
    el.state = examples.pass;
    await drawn(el);
  });

  it('again after it was moved to another place on the page', async () => {
    const el = await shown(examples.insufficient);
    await drawn(el);
    const around = el.parentElement!;
    el.remove();
    around.append(el);
    await drawn(el);
  });

  it('as wide as its column', async () => {
    const el = await shown(examples.insufficient, {width: 500});
    await drawn(el);
    el.parentElement!.style.inlineSize = '400px';
    await until(() => canvas(el)!.clientWidth === 400, 'the radar follows its column');
  });

  it('in the colours that the page changes to', async () => {
    const el = await shown(examples.insufficient);
    await drawn(el);
    const before = canvas(el)!.toDataURL();
    el.parentElement!.style.setProperty('--samen-scorecard-plan', '#ff0000');
    await until(() => canvas(el)!.toDataURL() !== before, 'the radar changes colour');
  });

  it('in dark colours on a dark page', async () => {
    const el = await shown(examples.insufficient);
    el.parentElement!.style.colorScheme = 'light dark';
    await drawn(el);
    const light = canvas(el)!.toDataURL();
    await emulateMedia({colorScheme: 'dark'});
    await until(() => canvas(el)!.toDataURL() !== light, 'the radar follows the colour scheme');
  });

  for (const name of ['twoValues', 'scaleSufficient', 'tooFewVoices', 'tooLongNames', 'open', 'loading'] as const) {
    it(`not when ${name}`, async () => {
      const el = await shownWithoutRadar(examples[name]);
      expect(el.asked).to.equal(0);
      expect(canvas(el)).to.equal(null);
    });
  }

  it('not in a narrow column, where its code is not even asked for', async () => {
    const el = await shownWithoutRadar(examples.insufficient, 359);
    expect(el.asked).to.equal(0);
    expect(canvas(el)).to.equal(null);
  });

  it('not in forced colours', async () => {
    // The runner cannot switch forced colours on.
    const real = window.matchMedia.bind(window);
    const back = swap(window, 'matchMedia', query => real(query.includes('forced-colors') ? 'all' : query));
    const el = await shownWithoutRadar(examples.insufficient);
    back();
    expect(el.asked).to.equal(0);
    expect(canvas(el)).to.equal(null);
  });

  it('not for a printer alone; and one that is there is printed in black', async () => {
    const el = await shown(examples.insufficient);
    await drawn(el);
    await emulateMedia({media: 'print'});
    await until(() => isGrey(canvas(el)!), 'the radar is black and white');
    const later = await shownWithoutRadar(examples.insufficient);
    expect(later.asked).to.equal(0);
    expect(getComputedStyle(button(el, 'Opslaan als tabel')).display).to.equal('none');
    expect(getComputedStyle(button(el, 'Gastvrij')).display).to.not.equal('none');
  });

  it('or says quietly that it cannot, with the table in place and a way to try again', async () => {
    const el = await shownWithoutRadar(examples.insufficient);
    await until(() => text(el, '.no-chart p') !== undefined, 'it says so');
    expect(text(el, '.no-chart p')).to.equal('De grafiek kon niet worden geladen. In de tabel staan dezelfde cijfers.');
    expect(row(el, 'Gastvrij')[1]).to.equal('4,8');
    expect(await violations(el)).to.deep.equal([]);
    el.broken = false;
    button(el, 'Opnieuw proberen').focus();
    button(el, 'Opnieuw proberen').click();
    await drawn(el);
    expect(el.asked).to.equal(2);
    expect(el.renderRoot.contains(el.shadowRoot!.activeElement)).to.equal(true);
  });
  it('tells which label of the radar was clicked, and nothing for a click beside it', async () => {
    const el = await shown(examples.insufficient);
    await drawn(el);
    const picked: string[] = [];
    el.addEventListener(AxisSelectEvent.type, ({value}) => picked.push(value));
    const {left, top, width} = canvas(el)!.getBoundingClientRect();
    const click = (x: number, y: number) =>
      canvas(el)!.dispatchEvent(new MouseEvent('click', {clientX: left + x, clientY: top + y}));
    click(5, 5);
    expect(picked).to.deep.equal([]);
    for (let y = 0; picked.length === 0 && y < width; y += 4) click(width / 2, y);
    expect(picked).to.deep.equal([examples.insufficient.scores.values[0]!.value]);
  });

  it('shows the sentence and the table when nothing else can be fetched, and tries again', async () => {
    const el = Object.assign(new ScorecardAlone(), {state: examples.insufficient});
    (await fixture<HTMLElement>(html`<div></div>`)).append(el);
    await until(() => text(el, '.no-chart p') !== undefined, 'it says so');
    expect(row(el, 'Gastvrij')).to.deep.equal(['Gastvrij', '4,8', 'onvoldoende', '4 tot 6', '23']);
    expect(await violations(el)).to.deep.equal([]);
    el.broken = false;
    button(el, 'Opnieuw proberen').click();
    await complete(el);
    expect(button(el, 'Opslaan als tabel')).to.exist;
  });

  it('speaks no Dutch on an English page: it waits for its English, and says when that does not come', async () => {
    const el = Object.assign(new ScorecardAlone(), {state: examples.insufficient, textContent: 'Result to follow.'});
    (await fixture<HTMLElement>(html`<div lang="en"></div>`)).append(el);
    await until(() => text(el, '[role="alert"]'), 'it says so');
    expect(text(el, '[role="alert"] [lang="en"]')).to.contain('This part is not loaded yet.');
    expect(all(el, 'table')).to.deep.equal([]);
    expect(el.renderRoot.querySelector('slot')).to.exist;
    expect(await violations(el)).to.deep.equal([]);
    el.broken = false;
    button(el, 'Opnieuw proberen').click();
    await complete(el);
    expect(row(el, 'Gastvrij')).to.deep.equal(['Gastvrij', '4.8', 'insufficient', '4 to 6', '23']);
  });
});

/** The chart cannot be fetched until `broken` is false; it counts how often it was asked for. */
class ScorecardWithoutRadar extends Scorecard {
  asked = 0;
  broken = true;

  protected override loadLater(...[voice]: Parameters<Scorecard['loadLater']>): Promise<Later> {
    const isBroken = (): boolean => {
      this.asked += 1;
      return this.broken;
    };
    return Promise.resolve(new WithoutRadar(this, voice, isBroken));
  }
}

class WithoutRadar extends Later {
  readonly #isBroken: () => boolean;

  constructor(...[host, voice, isBroken]: [...ConstructorParameters<typeof Later>, () => boolean]) {
    super(host, voice);
    this.#isBroken = isBroken;
  }

  protected override loadRadar(): ReturnType<Later['loadRadar']> {
    return this.#isBroken() ? Promise.reject(new TypeError('Failed to fetch')) : super.loadRadar();
  }
}
customElements.define('test-scorecard-without-radar', ScorecardWithoutRadar);

/** Nothing comes after the sentence and the table until `broken` is false. */
class ScorecardAlone extends Scorecard {
  broken = true;

  protected override loadLater(...[voice]: Parameters<Scorecard['loadLater']>): Promise<Later> {
    return this.broken ? Promise.reject(new TypeError('Failed to fetch')) : super.loadLater(voice);
  }
}
customElements.define('test-scorecard-alone', ScorecardAlone);

async function shownWithoutRadar(state: ScorecardState, width = 900): Promise<ScorecardWithoutRadar> {
  const around = await fixture<HTMLElement>(html`<div></div>`);
  around.style.inlineSize = `${width}px`;
  const el = Object.assign(new ScorecardWithoutRadar(), {state});
  around.append(el);
  await el.updateComplete;
  // The width of a column is known after the browser has laid it out.
  await new Promise(resolve =>
    requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  await el.updateComplete;
  return el;
}

function isGrey(on: HTMLCanvasElement): boolean {
  const {data} = on.getContext('2d')!.getImageData(0, 0, on.width, on.height);
  return data.every((channel, place) => place % 4 === 3 || channel === data[place - (place % 4)]);
}
