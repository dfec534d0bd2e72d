import {expect} from '@open-wc/testing';
import type {QuoteCaptureState} from '@samenwaarde/elements/quote-capture/state';
import {BallotSubmitEvent} from '@samenwaarde/elements/plan-ballot';
import {QuoteSubmitEvent} from '@samenwaarde/elements/quote-capture';
import {VoteSubmitEvent} from '@samenwaarde/elements/rubric-vote';
import {ConnectEvent, DraftEvent, NextPersonEvent, ReceiptEvent} from '@samenwaarde/elements/shared/requests';
import {Alliance} from './alliance.js';
import {isLocal} from './maker-warning.js';
import {backupText, ids} from './alliance.test-helper.js';
import './define.js';
import {freshName} from './store.test-helper.js';

type Wants = Readonly<Record<string, string>>;

/** A plain element that asks as a widget asks. */
class Asker extends HTMLElement {
  readonly states: QuoteCaptureState[] = [];
  readonly #looking = new Set<() => void>();
  #asked: ConnectEvent<QuoteCaptureState> | undefined;

  connectedCallback(): void {
    if (!this.hasAttribute('later')) this.ask();
  }

  disconnectedCallback(): void {
    this.#asked?.release?.();
  }

  ask(widget = 'samen-quote-capture', wants: Wants = {}): ConnectEvent<QuoteCaptureState> {
    this.#asked = new ConnectEvent<QuoteCaptureState>(widget, wants, state => {
      this.states.push(state);
      for (const look of this.#looking) look();
    });
    this.dispatchEvent(this.#asked);
    return this.#asked;
  }

  get state(): QuoteCaptureState | undefined {
    return this.states.at(-1);
  }

  /** Settles when it is given a state of that type, or has one. */
  given<Type extends QuoteCaptureState['type']>(type: Type): Promise<Extract<QuoteCaptureState, {type: Type}>> {
    return new Promise(settle => {
      const look = (): void => {
        if (this.state?.type !== type) return;
        this.#looking.delete(look);
        settle(this.state as Extract<QuoteCaptureState, {type: Type}>);
      };
      this.#looking.add(look);
      look();
    });
  }
}
customElements.define('test-asker', Asker);

const made = new Set<Alliance>();

/** An alliance on the page with this inside, that holds the small alliance in a data block. */
function page(inside: string, attributes = `name="${freshName()}"`, block = backupText()): Alliance {
  const data = block && `<script type="application/json">${block.replaceAll('<', '\\u003c')}</script>`;
  const holder = document.createElement('div');
  holder.append(parsed(`<samen-alliance ${attributes}>${data}${inside}</samen-alliance>`));
  document.body.append(holder);
  const alliance = holder.querySelector('samen-alliance')!;
  made.add(alliance);
  return alliance;
}

function parsed(html: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  fragment.append(...new DOMParser().parseFromString(html, 'text/html').body.childNodes);
  return fragment;
}

const asker = (root: ParentNode): Asker => root.querySelector<Asker>('test-asker')!;

describe('samen-alliance', () => {
  afterEach(async () => {
    for (const alliance of made) {
      if (alliance.isConnected) await alliance.wipe().catch(() => undefined);
      alliance.closest('div')?.remove();
    }
    made.clear();
  });

  it('answers a widget at once with loading, then with its state, and stops the event', async () => {
    const alliance = page('<test-asker></test-asker>');
    expect(asker(alliance).states[0]).to.deep.equal({type: 'loading'});
    const state = await asker(alliance).given('asking');
    expect(state.question).to.deep.include({id: ids.question, text: 'Waardoor bent u hier graag?', guide: 500});
    expect(state.about).to.deep.equal({
      organisation: 'Samen Ververij',
      contact: '0800 12 34',
      privacy: 'https://example.nl/privacy',
      keptUntil: '2027-03-01',
      destination: 'device',
      moderated: true,
      kiosk: false,
      storage: 'device',
    });
  });

  it('lets the page say who asks and until when, and warns its maker about a day that is none', async () => {
    const warnings: unknown[] = [];
    const {warn} = console;
    console.warn = (words: unknown) => void warnings.push(words);
    const more = 'organisation="Gemeente" contact="balie" until="2026-11-21" results-from="2026-02-30"';
    const alliance = page('<test-asker></test-asker>', `name="${freshName()}" ${more}`);
    const {about} = await asker(alliance).given('asking');
    console.warn = warn;
    expect(about).to.include({organisation: 'Gemeente', contact: 'balie', until: '2026-11-21'});
    expect(about).not.to.have.property('resultsFrom');
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.include('results-from').and.to.include('2026-02-30');
    alliance.setAttribute('organisation', 'Ververij');
    expect((await asker(alliance).given('asking')).about.organisation).to.equal('Ververij');
  });

  it('gives no state twice', async () => {
    const alliance = page('<test-asker></test-asker>');
    await asker(alliance).given('asking');
    const {length} = asker(alliance).states;
    asker(alliance).dispatchEvent(new DraftEvent(ids.question, ''));
    alliance.setAttribute('until', '');
    expect(asker(alliance).states).to.have.length(length);
  });

  it('takes what a widget asks and tells nobody above it', async () => {
    const alliance = page('<test-asker></test-asker>');
    const heard: string[] = [];
    const types = ['samen-connect', 'samen-draft', 'samen-quote-submit', 'samen-next-person'];
    for (const type of types) alliance.parentElement!.addEventListener(type, () => heard.push(type));
    await asker(alliance).given('asking');
    asker(alliance).dispatchEvent(new DraftEvent(ids.question, 'Ru'));
    expect(asker(alliance).state).to.include({draft: 'Ru'});
    asker(alliance).dispatchEvent(new QuoteSubmitEvent(ids.question, ['Rust']));
    expect((await asker(alliance).given('answered')).own[0]).to.include({text: 'Rust'});
    asker(alliance).dispatchEvent(new NextPersonEvent());
    expect((await asker(alliance).given('asking')).own).to.be.empty;
    expect(heard).to.deep.equal([]);
  });

  it('tells somebody who typed a receipt whether it was found', async () => {
    const alliance = page('<test-asker></test-asker>');
    await asker(alliance).given('asking');
    const found = await new Promise(answer => {
      asker(alliance).dispatchEvent(new ReceiptEvent(ids.question, 'onzin', answer));
    });
    expect(found).to.equal(false);
  });

  it('reaches widgets in nested shadow roots, and two elements with one name share one store', async () => {
    const name = freshName();
    const alliance = page('<section></section>', `name="${name}"`);
    const outer = alliance.querySelector('section')!.attachShadow({mode: 'open'});
    outer.append(parsed('<div></div><test-asker></test-asker>'));
    const inner = outer.querySelector('div')!.attachShadow({mode: 'open'});
    inner.append(new Asker());
    const second = page('<test-asker></test-asker>', `name="${name}"`, '');
    const askers = [asker(outer), asker(inner), asker(second)];
    await Promise.all(askers.map(each => each.given('asking')));
    askers[1]!.dispatchEvent(new QuoteSubmitEvent(ids.question, ['Rust']));
    const [one, two, three] = await Promise.all(askers.map(each => each.given('answered')));
    expect(two).to.deep.equal(one);
    expect(three).to.deep.equal(one);
  });

  it('leaves a widget that it does not know to whoever is around it', () => {
    const alliance = page('<test-asker later></test-asker>');
    let above = false;
    alliance.parentElement!.addEventListener('samen-connect', () => (above = true));
    for (const widget of ['samen-unknown', 'desk', 'toString']) {
      expect(asker(alliance).ask(widget).release).to.equal(undefined);
    }
    expect(above).to.equal(true);
    expect(asker(alliance).states).to.deep.equal([]);
  });

  it('lets the inner one of two answer', async () => {
    const outer = page('<samen-alliance><test-asker></test-asker></samen-alliance>');
    await asker(outer).given('empty');
  });

  it('gives nothing any more to a widget that left', async () => {
    const alliance = page('<test-asker></test-asker><test-asker></test-asker>');
    const [stays, leaves] = alliance.querySelectorAll<Asker>('test-asker');
    await Promise.all([stays!.given('asking'), leaves!.given('asking')]);
    leaves!.remove();
    const {length} = leaves!.states;
    stays!.dispatchEvent(new DraftEvent(ids.question, 'Rust'));
    expect(leaves!.states).to.have.length(length);
  });

  it('keeps its store when it moves on the page', async () => {
    const alliance = page('<test-asker></test-asker>');
    await asker(alliance).given('asking');
    asker(alliance).dispatchEvent(new DraftEvent(ids.question, 'Rust'));
    const other = document.createElement('div');
    document.body.append(other);
    other.append(alliance);
    expect((await asker(alliance).given('asking')).draft).to.equal('Rust');
  });

  it('shows a broken data block as failed, and runs nothing of it', async () => {
    const {warn} = console;
    console.warn = () => undefined;
    const alliance = page('<test-asker></test-asker>', `name="${freshName()}"`, 'globalThis.ran = true');
    expect(await asker(alliance).given('failed')).to.deep.equal({type: 'failed', reason: 'not-understood'});
    expect('ran' in globalThis).to.equal(false);
    console.warn = warn;
  });

  it('counts what was given just before a close, however late the code for it comes', async () => {
    const alliance = page('<test-asker></test-asker>');
    await asker(alliance).given('asking');
    // From here on a close takes no time, and the room for votes still has to be opened.
    await alliance.change(ids.round, {status: 'closed'});
    const vote = {recognition: {[ids.welcoming]: 'fits'}, dots: {}, names: {}, objections: {}} as const;
    asker(alliance).dispatchEvent(new VoteSubmitEvent(ids.votes, vote));
    await alliance.change(ids.votes, {status: 'closed'});
    const backup = JSON.parse(await (await alliance.export({for: 'backup'})).text()) as {records: {kind: string}[]};
    expect(backup.records.filter(({kind}) => kind === 'rubric-vote')).to.have.length(1);
  });

  it('is a file in, a file out, a register, and a wipe', async () => {
    const alliance = page('<test-asker></test-asker>', `name="${freshName()}"`, '');
    const english = document.createElement('div');
    english.lang = 'en-GB';
    alliance.before(english);
    english.append(alliance);
    await asker(alliance).given('empty');
    expect((await alliance.import('nonsense')).refused?.[0]?.words).to.match(/^This is not a JSON file/);
    expect((await alliance.import(backupText())).added).to.be.greaterThan(10);
    await asker(alliance).given('asking');
    asker(alliance).dispatchEvent(new BallotSubmitEvent(ids.round, {marks: {[ids.welcoming]: 7}, reasons: {}}));
    await alliance.change(ids.round, {status: 'closed'});
    const backup = JSON.parse(await (await alliance.export({for: 'backup'})).text()) as {records: {round: string}[]};
    expect(backup.records.filter(record => record.round === ids.round)).to.have.length(1);
    expect((await alliance.stored()).find(entry => entry.store === 'records')?.entries).to.equal(backup.records.length);
    await alliance.wipe();
    await asker(alliance).given('empty');
    expect((await alliance.stored()).every(({entries}) => entries === 0)).to.equal(true);
    english.remove();
  });

  it('throws at once when it is used before it is on a page', () => {
    expect(() => new Alliance().import('')).to.throw('samen-alliance');
  });

  it('warns its maker on a host that others see, and not on an own machine', () => {
    const hosts = [
      'localhost',
      'demo.localhost',
      '127.0.0.1',
      '[::1]',
      '',
      'www.elzendrecht.nl',
      '192.168.1.20',
      'localhost.nl',
    ];
    expect(hosts.filter(isLocal)).to.deep.equal(['localhost', 'demo.localhost', '127.0.0.1', '[::1]', '']);
  });
});
