import {compare} from '@samenwaarde/core';
import {shownNumber} from './scorecard-figures.js';
import type {ReadyScorecard} from './scorecard.state.js';

/** Of the previous version what may be laid beside this one, by rubric id: a mean in points, or percent sufficient. */
export function previousNumbers({previous, scores}: ReadyScorecard): ReadonlyMap<string, number> {
  if (!previous) return new Map();
  const judged = new Set(previous.scores.values.filter(score => shownNumber(score) !== null).map(({value}) => value));
  return new Map(
    compare(previous.scores, scores).flatMap(({value, from}) =>
      from !== null && judged.has(value) ? [[value, from] as const] : [],
    ),
  );
}
