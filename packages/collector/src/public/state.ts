import {createHash} from 'node:crypto';
import {canonical} from '@samenwaarde/core';
import type {Database} from '../database/open.js';
import {openSubjects} from '../method/open-subjects.js';
import {countsOf} from '../voices/tallies.js';

/** What everybody may know of an alliance at this moment, without reading it. */
export interface State {
  /** One higher at every change that everybody may see. */
  readonly revision: number;
  /** Number of contributions to each question and round that is open. */
  readonly counts: Readonly<Record<string, number>>;
}

/** Tells one state from another: the same on every collector. */
export function stateId({revision, counts}: State): string {
  const hash = createHash('sha256').update(canonical(counts)).digest('base64url').slice(0, 12);
  return `${revision}.${hash}`;
}

/** Most alliances whose open subjects are remembered. */
const MOST_ALLIANCES = 1_000;

/** Reads the state of an alliance; `undefined` when it is not there. What is open is looked up once per revision. */
export function stateReader({query}: Database): (alliance: string) => Promise<State | undefined> {
  const remembered = new Map<string, {readonly revision: number; readonly open: readonly string[]}>();
  const openIn = async (alliance: string, revision: number) => {
    const known = remembered.get(alliance);
    if (known?.revision === revision) return known.open;
    const open = await openSubjects(query, alliance);
    if (remembered.size >= MOST_ALLIANCES) remembered.clear();
    remembered.set(alliance, {revision, open});
    return open;
  };
  return async alliance => {
    const [row] = await query.selectFrom('alliance').select('revision').where('id', '=', alliance).execute();
    if (row === undefined) return undefined;
    const {revision} = row;
    return {revision, counts: await countsOf(query, alliance, await openIn(alliance, revision))};
  };
}
