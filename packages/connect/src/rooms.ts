import type {Change, Kept} from './kept.js';
import type {Options} from './options.js';
import type {Changes} from './requests.js';
import type {Ready, Snapshot} from './snapshot.js';

/**
 * What each widget needs of an alliance is in a room of its own, which is opened when such a widget comes: a page pays
 * for the widgets that are on it.
 */
const doors = {
  'samen-quote-capture': () => import('./rooms/quote-capture.js'),
  'samen-rubric-vote': () => import('./rooms/rubric-vote.js'),
  'samen-plan-ballot': () => import('./rooms/plan-ballot.js'),
  'samen-scorecard': () => import('./rooms/scorecard.js'),
  /** For who writes down what others say, and for files of quotes. */
  desk: () => import('./rooms/desk.js'),
  /** For who changes, withdraws or finds back what was given. */
  afterwards: () => import('./rooms/afterwards.js'),
};

type Doors = typeof doors;
export type RoomName = keyof Doors;
export type Afterwards = Awaited<ReturnType<Doors['afterwards']>>;

/** The widgets that can be given a state. */
export type Widget = Extract<RoomName, `samen-${string}`>;
export type StateOf<W extends Widget> = ReturnType<Awaited<ReturnType<Doors[W]>>['state']>;

/** What a page chose for a widget: the id of a question or round, and what the marks are of. */
export type Wants = Readonly<Record<string, string>>;

/** How a widget looks at an alliance: what the page says about it, and what it chose. */
export interface View {
  readonly options: Options;
  readonly wants: Wants;
}

/** A room as all of them look from the corridor. */
export interface Room {
  readonly state?: (ready: Ready, options: Options, wants: Wants) => unknown;
  readonly changes?: Changes;
  /** The fingerprints of the receipts of what was given, to be written together with that. */
  readonly fingerprints?: (ids: readonly string[], kept: () => Kept) => Promise<Change[]>;
}

const open = new Map<RoomName, Room>();

export function isWidget(tag: string): tag is Widget {
  return tag.startsWith('samen-') && Object.hasOwn(doors, tag);
}

/** The room, once it is open. */
export function room(name: RoomName): Room | undefined {
  return open.get(name);
}

/** Opens a room. Rejects when its code cannot be fetched; then it can be tried again. */
export async function openRoom(name: RoomName): Promise<Room> {
  const opened: Room = await doors[name]();
  open.set(name, opened);
  return opened;
}

/** The state of a widget whose room is open. The same situation gives equal states. */
export function stateOf(widget: Widget, snapshot: Snapshot, {options, wants}: View): unknown {
  if (snapshot.type !== 'ready') return snapshot;
  return room(widget)?.state?.(snapshot, options, wants) ?? {type: 'loading'};
}
