import {newest} from '@samenwaarde/core';
import type {Options} from './options.js';
import {isHeldUp, ownIds} from './giving.js';
import {warnMaker} from './maker-warning.js';
import {ofKind} from './records.js';
import type {About} from './shown.js';
import type {Ready} from './snapshot.js';
import {withoutGaps} from './without-gaps.js';

/** What is asked: a question or a round. */
interface Asked {
  /** What people give: texts, which go first, or everything. */
  readonly keeps: 'texts' | 'everything';
  readonly closesOn?: string;
  readonly resultsOn?: string;
  readonly moderation?: 'held' | 'released';
}

/** What a person must know before the first keystroke: from the attributes of the page, else from the alliance itself. */
export function about({known, device}: Ready, options: Options, asked: Asked): About {
  const alliance = newest(ofKind(known, 'alliance'));
  if (!known.collector && options.practice === false) warnMaker();
  return withoutGaps({
    organisation: options.organisation ?? alliance?.responsible.organisation ?? '',
    contact: options.contact ?? alliance?.responsible.contact ?? '',
    privacy: alliance?.responsible.privacy,
    until: options.until ?? asked.closesOn,
    resultsFrom: options.resultsFrom ?? asked.resultsOn,
    keptUntil: alliance?.retention[asked.keeps],
    destination: known.collector ? 'collector' : 'device',
    moderated: asked.moderation === 'held',
    kiosk: options.kiosk ?? false,
    storage: device.storage,
    ...waiting(device),
  } as const);
}

/** What is still to be sent, once something could not be. */
function waiting(device: Ready['device']): Pick<About, 'waiting' | 'ownWaiting'> {
  if (!isHeldUp(device)) return {};
  const letters = [...device.outbox].filter(([, {refused}]) => !refused);
  const ids = ownIds(device);
  const own = letters.filter(([id, {record}]) => record && ids.has(id));
  return {waiting: letters.length, ...(own.length > 0 && {ownWaiting: own.length})};
}
