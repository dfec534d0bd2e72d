import {newest, ofKind, type PublishedRecord} from '@samenwaarde/core';
import type {Alliance} from '@samenwaarde/core/schema';

/** What the API answers at the address of an alliance, as far as a form needs it. */
export interface Answered {
  readonly records: readonly PublishedRecord[];
}

/** The record of that kind with that id, as everybody may read it. */
export function found<K extends PublishedRecord['kind']>(
  {records}: Answered,
  kind: K,
  id: string,
): Extract<PublishedRecord, {kind: K}> | undefined {
  const record = records.find(each => each.id === id);
  return record?.kind === kind ? (record as Extract<PublishedRecord, {kind: K}>) : undefined;
}

/** The alliance itself. @throws Error when the answer has none, which no collector gives */
export function allianceIn({records}: Answered): Alliance {
  const alliance = newest(ofKind(records, 'alliance'));
  if (alliance === undefined) throw new Error('An alliance without its own record.');
  return alliance;
}
