/**
 * What every widget may ask of the page around it: `<samen-alliance>`, or the page's own code. Requests go up as
 * events, state comes down as the property `state`.
 */

import type {ConnectEvent} from './connect-event.js';
import type {DraftEvent} from './draft-event.js';
import type {AnotherEvent, ChangeEvent, NextPersonEvent, ReceiptEvent, WithdrawEvent} from './own-events.js';
import type {ParcelEvent} from './parcel-event.js';

export {ConnectEvent} from './connect-event.js';
export {DraftEvent} from './draft-event.js';
export {AnotherEvent, ChangeEvent, NextPersonEvent, ReceiptEvent, WithdrawEvent} from './own-events.js';
export {ParcelEvent} from './parcel-event.js';

declare global {
  interface GlobalEventHandlersEventMap {
    'samen-connect': ConnectEvent;
    'samen-draft': DraftEvent;
    'samen-change': ChangeEvent;
    'samen-withdraw': WithdrawEvent;
    'samen-another': AnotherEvent;
    'samen-next-person': NextPersonEvent;
    'samen-receipt': ReceiptEvent;
    'samen-parcel': ParcelEvent;
  }
}
