import {uuid} from '@samenwaarde/core';
import type {Collector, Link} from '../collector.js';
import type {Content, Reading} from '../content.js';
import {random} from '../random.js';
import type {Clockwork} from './backoff.js';
import {DeviceOutbox} from './device-outbox.js';
import {ElectedTurn} from './elected-turn.js';
import {Followed} from './followed.js';
import {foundBack} from './found-back.js';
import {fileTakenBack, lettersOfFile} from './from-file.js';
import {LeasedTurn} from './leased-turn.js';
import {follow} from './live.js';
import {lockedTurn} from './locked-turn.js';
import {lookedAfter} from './news.js';
import {Post} from './post.js';
import {posted} from './posted.js';
import {Sender} from './sender.js';
import {shelfOf, type Shelf} from './shelf.js';
import {Tabs} from './tabs.js';

/** An address where a collector is, and what was read there. */
interface Place {
  readonly url: URL;
  readonly first: Reading;
  readonly again: () => Promise<Reading>;
}

/** What all parts share. */
interface Parts extends Clockwork {
  readonly link: Link;
  readonly post: Post;
  readonly shelf: Shelf;
  readonly tabs: Tabs;
  readonly locks: LockManager | undefined;
  /** Says `wake` when trying makes sense again. */
  readonly waker: EventTarget;
}

/** The content of an alliance that a collector keeps: what people give goes there, and what changes there comes here. */
export function connected({url, first, again}: Place, link: Link): Content {
  const parts = partsOf(url, link);
  const {post} = parts;
  const collector: Collector = {
    posted(ready, changes) {
      const all = posted(ready, changes);
      if (all.some(({store, value}) => store === 'outbox' && value)) askToKeep();
      return all;
    },
    foundBack: (now, sought) => foundBack(now, sought, post),
    fileGiven: lettersOfFile,
    fileTakenBack,
  };
  // What waits can be saved as a file, also once there is no network to fetch the code for it with.
  void import('../files-door.js').catch(() => undefined);
  sending(parts);
  const shown = (content: Content): Content =>
    content.type === 'ready' ? {...content, known: {...content.known, collector}} : content;
  following(parts, {first, again, show: content => link.show(shown(content))});
  onReturn(parts);
  if (first.content.type === 'ready') return shown(first.content);
  return {type: 'failed', reason: 'no-collector', detail: `${first.content.detail}. ${advice(url)}`};
}

function partsOf(url: URL, link: Link): Parts {
  const locks = link.locks === undefined ? (navigator as {readonly locks?: LockManager}).locks : link.locks;
  const tabs = new Tabs(`${link.ledger.name} collector`, link.ended);
  return {
    link,
    tabs,
    locks: locks ?? undefined,
    waker: new EventTarget(),
    post: new Post(url.href, link.fetcher),
    shelf: shelfOf(link.ledger),
    rest: link.rest ?? (milliseconds => new Promise(settle => setTimeout(settle, milliseconds))),
    chance: link.chance ?? Math.random,
  };
}

/** Sends what waits, also what another tab or an earlier visit left. */
function sending({link, post, shelf, locks, waker, rest, chance}: Parts): void {
  const lease = new LeasedTurn({shelf, owner: uuid(random), rest});
  const outbox = new DeviceOutbox(shelf, locks ? () => Promise.resolve(true) : lease.isOurs);
  const turn = locks ? lockedTurn(locks, `${link.ledger.name} sender`, link.ended) : lease.run;
  const sender = new Sender({outbox, send: (id, letter) => post.send(id, letter), turn, rest, chance});
  let seen = new Set<string>();
  const look = (): void => {
    const stamps = [...outbox.letters.values()].map(({stamp}) => stamp);
    const isNew = stamps.some(stamp => !seen.has(stamp));
    seen = new Set(stamps);
    if (isNew) sender.wake();
  };
  link.subscribe(look);
  look();
  waker.addEventListener('wake', () => sender.wake());
  link.ended.addEventListener('abort', () => sender.stop(), {once: true});
}

/** What comes with an address besides the parts. */
interface Following extends Pick<Place, 'first' | 'again'> {
  readonly show: (content: Content) => void;
}

/** Keeps up with the collector, by one stream for all tabs of this browser. */
function following(parts: Parts, {first, again, show}: Following): void {
  const {link, post, shelf, tabs, waker} = parts;
  let isLive = false;
  let looking = Promise.resolve();
  const goLive = (): void => {
    if (!isLive) live(parts, followed);
    isLive = true;
    // One look after another: an answer that was slow never takes the place of a newer one.
    looking = looking.then(() => lookedAfter(shelf, post));
  };
  const followed = new Followed({...parts, ended: link.ended, again, onContent: show, onLook: goLive}, first);
  tabs.hear(message => 'revision' in message && void followed.keepUp(message.revision));
  if (first.content.type === 'ready') goLive();
  else void followed.keepUp(0);
  waker.addEventListener('wake', () => followed.wake());
}

function live({link, post, tabs, locks, waker, rest, chance}: Parts, followed: Followed): void {
  const onRevision = (revision: number): void => {
    tabs.tell({revision});
    void followed.keepUp(revision);
  };
  const streams = link.streams ?? ('EventSource' in globalThis ? address => new EventSource(address) : undefined);
  const work = (over: AbortSignal): Promise<void> =>
    follow({address: post.live, ask: () => post.state(), streams, rest, chance, onRevision, waker}, over);
  const {ended} = link;
  if (locks) {
    void lockedTurn(locks, `${link.ledger.name} live`, ended)(() => work(ended));
    return;
  }
  const election = new ElectedTurn({mark: uuid(random), tell: beat => tabs.tell(beat), rest, ended});
  tabs.hear(message => 'beat' in message && election.hear(message));
  void election.run(over => void work(over));
}

/** Trying makes sense when there is a network again, and when somebody looks: in every tab, whichever has the turn. */
function onReturn({link: {ended: signal}, tabs, waker}: Parts): void {
  const wake = (): void => void waker.dispatchEvent(new Event('wake'));
  const back = (): void => {
    wake();
    tabs.tell({wake: true});
  };
  tabs.hear(message => 'wake' in message && wake());
  addEventListener('online', back, {signal});
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && back(), {signal});
}

let isAsked = false;

/** Browsers clear storage that they need; what was asked to stay, later. */
function askToKeep(): void {
  if (isAsked) return;
  isAsked = true;
  const {storage} = navigator as {readonly storage?: Partial<StorageManager>};
  storage?.persist?.().catch(() => undefined);
}

/** What its maker has to look at: a browser tells a page no more than that there was no answer. */
function advice({origin, href}: URL): string {
  const settings = href.replace(/\/v1\/alliances\/.*$/, '/beheer');
  return (
    `No request from ${location.origin} to ${origin} succeeded. See that the collector runs, that the policy of this page ` +
    `allows it (connect-src ${origin}), and that ${location.origin} is among the allowed origins of the alliance: ` +
    `“Websites die deze alliantie mogen tonen” in the settings at ${settings}`
  );
}
