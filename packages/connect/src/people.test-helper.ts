import type {AnyRecord} from '@samenwaarde/core/schema';
import {ids} from './alliance.test-helper.js';
import {ready, shown} from './store.test-helper.js';
import type {StateOf} from './rooms.js';
import type {Store} from './store.js';

/** What people do with a store, and what they then see. */

type Capture = StateOf<'samen-quote-capture'>;
type Asking = Extract<Capture, {own: unknown}>;
const capture = (store: Store): Promise<Capture> => shown(store, 'samen-quote-capture');
export const asking = async (store: Store): Promise<Asking> => (await capture(store)) as Asking;
export const ballotState = (store: Store): Promise<StateOf<'samen-plan-ballot'>> => shown(store, 'samen-plan-ballot');
export const quote = (text: string, changing?: string) =>
  ({type: 'samen-quote-submit', question: ids.question, quotes: [text], changing}) as const;
export const ballot = (welcoming: number, roomToBreathe: number, reasons: Record<string, string> = {}) =>
  ({
    type: 'samen-ballot-submit',
    round: ids.round,
    ballot: {marks: {[ids.welcoming]: welcoming, [ids.roomToBreathe]: roomToBreathe}, reasons},
    changing: undefined,
  }) as const;
export const next = {type: 'samen-next-person'} as const;

export const voices = (store: Store, kind: string): AnyRecord[] =>
  [...ready(store).known.records.values()].filter(record => record.kind === kind);
