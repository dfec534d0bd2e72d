import {canonical, ownNames, uuid} from '@samenwaarde/core';
import type {Voice} from '@samenwaarde/core/schema';
import type {Change, Letter, Own} from '../kept.js';
import {random} from '../random.js';
import type {Ready} from '../snapshot.js';

type OwnChange = Extract<Change, {readonly store: 'own'}>;
type Device = Ready['device'];

/**
 * What people gave, where a collector is: not among the records of this device but with its giver, and a letter for the
 * collector. A letter that waits already makes place for the newer one.
 */
export function posted({device}: Ready, changes: readonly Change[]): Change[] {
  const own = new Set(changes.filter(({store}) => store === 'own').map(({key}) => key));
  const records = new Map(changes.flatMap(({store, key, value}) => (store === 'records' ? [[key, value]] : [])));
  return changes.flatMap((change): Change[] => {
    if (change.store === 'own') {
      if (!change.value) return takenAway(device, change.key);
      return given(device, change, records.get(change.key) as Voice | undefined);
    }
    return ['records', 'receipts'].includes(change.store) && own.has(change.key) ? [] : [change];
  });
}

function given(device: Device, {key, value}: OwnChange, record: Voice | undefined): Change[] {
  const before = device.own.get(key);
  const letter = device.outbox.get(key);
  if (!value) return [];
  // What this device itself refuses stays with its giver; what the collector has of it stays too.
  if (!record) return [{store: 'own', key, value: {...value, ...(before?.record && {record: before.record})}}];
  if (!letter && before?.record && canonical(before.record) === canonical(record)) {
    return [{store: 'own', key, value: before}];
  }
  const {subject, receipt, card} = value;
  const tried = letter ? letter.tried : before && 'under-way';
  const edition = after(before, letter);
  return [
    {store: 'own', key, value: {...value, record, edition, ...stillDecided(before, record)}},
    {store: 'outbox', key, value: {...signed({subject, receipt, edition}, tried), record, ...(card && {card})}},
  ];
}

/** What was said of own names in a vote holds for those that are still there, word for word. */
function stillDecided(before: Own | undefined, now: Voice): Pick<Own, 'names'> {
  if (!before?.names || before.record?.kind !== 'rubric-vote' || now.kind !== 'rubric-vote') return {};
  const [then, there] = [ownNames(before.record), ownNames(now)];
  const names = Object.entries(before.names).filter(([rubric]) => then.get(rubric) === there.get(rubric));
  return {names: Object.fromEntries(names)};
}

/** A letter that asks to take it away. One that was never sent needs none: the sender sees that on the disk. */
function takenAway(device: Device, key: string): Change[] {
  const own = device.own.get(key);
  const letter = device.outbox.get(key);
  if (!own?.record) return [{store: 'own', key}];
  const {subject, receipt, place, card, record} = own;
  const tried = letter ? letter.tried : 'under-way';
  const edition = after(own, letter);
  const hidden: Own = {subject, receipt, place, edition, withdrawn: record.kind, ...(card && {card})};
  return [
    {store: 'own', key, ...(tried && {value: hidden})},
    {store: 'outbox', key, value: {...signed({subject, receipt, edition}, tried), back: {...own, edition}}},
  ];
}

/** The number of the form that comes after these. What has none was written by an earlier version, and is the first. */
function after(own: Own | undefined, letter: Letter | undefined): number {
  return Math.max(own ? (own.edition ?? 1) : 0, letter ? (letter.edition ?? 1) : 0) + 1;
}

/** A letter with a stamp of its own. */
export function signed(
  {subject, receipt, edition}: Required<Pick<Letter, 'subject' | 'receipt' | 'edition'>>,
  tried: Letter['tried'] | undefined,
): Letter {
  return {subject, receipt, edition, stamp: uuid(random), ...(tried && {tried})};
}
