import type {} from '@samenwaarde/elements/plan-ballot';
import type {} from '@samenwaarde/elements/quote-capture';
import type {} from '@samenwaarde/elements/rubric-vote';
import type {} from '@samenwaarde/elements/shared/requests';
import type {Change} from './kept.js';
import type {RoomName} from './rooms.js';
import type {Ready} from './snapshot.js';

/** Which room knows what to do for a request; `undefined` is for what the store itself does. */
const rooms = {
  'samen-draft': undefined,
  'samen-another': undefined,
  'samen-next-person': undefined,
  'samen-parcel': undefined,
  'samen-change': 'afterwards',
  'samen-withdraw': 'afterwards',
  'samen-receipt': 'afterwards',
  'samen-quote-submit': 'samen-quote-capture',
  'samen-source-count': 'desk',
  'samen-quotes-import': 'desk',
  'samen-import-undo': 'desk',
  'samen-vote-submit': 'samen-rubric-vote',
  'samen-ballot-submit': 'samen-plan-ballot',
} satisfies Readonly<Partial<Record<keyof GlobalEventHandlersEventMap, RoomName | undefined>>>;

export type RequestType = keyof typeof rooms;

/** What is in a request of that type: an event of a widget, or the same in a plain object. */
export type RequestOf<Type extends RequestType> = Type extends RequestType
  ? Omit<GlobalEventHandlersEventMap[Type], keyof Event> & {readonly type: Type}
  : never;

/** What a widget, or a page's own code, asks of an alliance. */
export type Request = {[Type in RequestType]: RequestOf<Type>}[RequestType];

/** What has to change on the device, per type of request. */
export type Changes = {
  readonly [Type in RequestType]?: (ready: Ready, request: RequestOf<Type>) => readonly Change[];
};

export const requestTypes = Object.keys(rooms) as readonly RequestType[];

export function roomFor(type: RequestType): RoomName | undefined {
  return rooms[type];
}
