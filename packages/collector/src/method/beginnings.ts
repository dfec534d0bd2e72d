import {uuid, type PublishedResult, type Random, type ShownTally} from '@samenwaarde/core';
import type {Backup, Publication} from '@samenwaarde/core/files';
import type {AnyRecord, Moderation, Reason, Round} from '@samenwaarde/core/schema';
import type {KeptVotes} from '../public/vote-figures.js';

/** Everything that an alliance starts with. */
export interface Beginning {
  readonly records: readonly AnyRecord[];
  /** The figures of closed rounds, where there are no ballots to count. */
  readonly figures?: readonly {readonly round: string; readonly kept: ShownTally | KeptVotes}[];
}

/** Mark of the cards that are made here. */
const TAG = 'publication';

/**
 * What is in a file to start from. A publication has no ballots and no decisions: its figures stay as they were shown,
 * and what was published in it is released.
 */
export function beginningFrom(file: Backup | Publication, random: Random): Beginning {
  if (file.kind === 'backup') return {records: file.records};
  const reasons = file.results.flatMap(result => reasonsOf(file, result, random));
  const words = [...file.records.filter(({kind}) => kind === 'quote'), ...reasons];
  return {
    records: [...file.records, ...reasons, ...words.map(({id}) => released(id, random))],
    figures: [...file.results, ...file.voteResults].map(({round, shown}) => ({round, kept: shown})),
  };
}

/** The reasons of one round, as contributions: their own ids were never published. */
function reasonsOf({records}: Publication, {round, reasons}: PublishedResult, random: Random): Reason[] {
  const tested = records.find((record): record is Round => record.kind === 'round' && record.id === round);
  if (tested === undefined) return [];
  const {planVersion} = tested;
  return reasons.map(({value, text}) => {
    return {schema: 1, kind: 'reason', id: uuid(random), round, value, planVersion, text};
  });
}

function released(of: string, random: Random): Moderation {
  return {schema: 1, kind: 'moderation', id: uuid(random), counter: 1, tag: TAG, of, outcome: 'released'};
}
