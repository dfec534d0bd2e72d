import {AnyRecord, type MethodRecord} from '@samenwaarde/core/schema';
import {cardChange, nextCard} from './cards.js';
import type {Change} from './kept.js';
import type {Ready} from './snapshot.js';

/** What every card has and no move changes. */
const FIXED: readonly string[] = ['schema', 'kind', 'id', 'counter', 'tag'];

/** Once people can answer, a round keeps its terms: only its end moves. */
const OF_A_ROUND: readonly string[] = ['status', 'closesOn', 'resultsOn'];

/** Frozen when they are made: a change is a new version. */
const FROZEN: readonly string[] = ['profile-version', 'plan-version'];

/**
 * A move of the facilitator: fields of a method card get another value.
 *
 * @throws Error where a collector keeps the alliance, for a record that is not there or no method card, for a field that does not change, for a round that
 * would open again after its result was shown, and for a value that the schema refuses.
 */
export function moved(ready: Ready, id: string, fields: Partial<MethodRecord>): Change[] {
  if (ready.known.collector) throw new Error('This alliance is kept by a collector: change it there, at /beheer.');
  const record = ready.known.records.get(id);
  if (!record) throw new Error(`There is no record ${id} here.`);
  if (!('counter' in record)) throw new Error(`A ${record.kind} is what somebody gave; only method records change.`);
  if (FROZEN.includes(record.kind)) throw new Error(`A ${record.kind} is frozen; make a new version.`);
  const isRound = record.kind === 'round' || record.kind === 'vote-round';
  for (const key of Object.keys(fields)) {
    if (FIXED.includes(key) || (isRound && !OF_A_ROUND.includes(key)))
      throw new Error(`${key} of a ${record.kind} does not change.`);
  }
  const card = nextCard(ready);
  const after = AnyRecord.safeParse({...record, ...fields, ...card});
  if (!after.success)
    throw new Error(
      `This cannot be a ${record.kind}: ${after.error.issues.map(({path, message}) => `${path.join('.')} ${message}`).join('; ')}.`,
    );
  if (isRound && record.status === 'closed' && 'status' in after.data && after.data.status === 'open') {
    throw new Error('A closed round does not open again: its result has been shown.');
  }
  return [{store: 'records', key: id, value: after.data}, cardChange(card)];
}
