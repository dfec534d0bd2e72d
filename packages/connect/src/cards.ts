import {uuid} from '@samenwaarde/core';
import type {Change, DeviceCard} from './kept.js';
import {random} from './random.js';
import type {Ready} from './snapshot.js';

/** The counter and tag of a card that this device moves now: higher than any it has seen. */
export function nextCard({known, device}: Pick<Ready, 'known' | 'device'>): DeviceCard {
  const mine = device.card.get('card');
  const seen = [...known.records.values()].map(record => ('counter' in record ? record.counter : 0));
  const counter = seen.reduce((highest, each) => Math.max(highest, each), mine?.counter ?? 0) + 1;
  return {counter, tag: mine?.tag ?? uuid(random).slice(0, 13)};
}

export function cardChange(card: DeviceCard): Change {
  return {store: 'card', key: 'card', value: card};
}
