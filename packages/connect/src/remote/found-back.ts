import type {Voice} from '@samenwaarde/core/schema';
import type {Sought} from '../collector.js';
import {lastPlace} from '../giving.js';
import type {Change} from '../kept.js';
import type {Snapshot} from '../snapshot.js';
import type {Given} from './answer.js';
import type {Post} from './post.js';

/** A contribution that somebody has the receipt of, wherever it was given. It may still wait on this very device. */
export async function foundBack(now: () => Snapshot, sought: Sought, post: Post): Promise<Change[]> {
  const {subject, receipt} = sought;
  const waiting = waitingWith(now(), receipt);
  const given = waiting ?? (await post.given(receipt).catch(() => undefined));
  const ready = now();
  if (!given || ready.type !== 'ready' || subjectOf(given.record) !== subject) return [];
  const value = {subject, receipt, place: lastPlace(ready.device) + 1, ...given};
  return [{store: 'own', key: given.record.id, value}];
}

function waitingWith(now: Snapshot, receipt: string): Pick<Given, 'record'> | undefined {
  if (now.type !== 'ready') return undefined;
  const letter = [...now.device.outbox.values()].find(each => each.receipt === receipt);
  return letter?.record && {record: letter.record};
}

function subjectOf(record: Voice): string {
  return record.kind === 'quote' ? record.question : record.round;
}
