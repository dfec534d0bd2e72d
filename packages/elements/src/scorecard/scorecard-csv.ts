import {toCsv, type Histogram} from '@samenwaarde/core';
import {previousNumbers} from './previous.js';
import {nameOf, rows, type Row} from './scorecard-figures.js';
import type {FullSpeaker} from './full-speaker.js';
import type {ReadyScorecard} from './scorecard.state.js';

type Cell = string | number | null;

/** One column: its heading and what stands in it. */
type Column = readonly [heading: string, cell: (row: Row) => Cell];

/**
 * The table for a spreadsheet, in the order of the profile: what is on the screen, and nothing more. Dutch programs
 * expect a semicolon and a decimal comma, English ones a comma and a point.
 */
export function scorecardCsv(state: ReadyScorecard, speaker: FullSpeaker): string {
  const columns = [...figureColumns(state, speaker), ...countColumns(state, speaker)];
  const because = columns.map(() => null);
  const lines: Cell[][] = [
    [...columns.map(([heading]) => heading), speaker.say('leftOutBecause')],
    ...rows(state).map(row => [...columns.map(([, cell]) => cell(row)), null]),
    ...state.scores.leftOut.map(({value, reason}) => [nameOf(state, value), ...because.slice(1), reason]),
  ];
  return toCsv(lines, speaker.voice === 'en' ? {delimiter: ','} : {});
}

function figureColumns(state: ReadyScorecard, {say}: FullSpeaker): readonly Column[] {
  const marks = state.scores.scale === 'marks';
  const shown = (cell: (row: Row) => Cell) => (row: Row) => (row.number === null ? null : cell(row));
  const numbers = previousNumbers(state);
  const before: readonly Column[] = state.previous
    ? [[say('before', {n: state.previous.number}), ({score}) => numbers.get(score.value) ?? null]]
    : [];
  const ofMarks: readonly Column[] = [
    [say('passMark'), ({score}) => score.passMark],
    [say('low'), shown(({score}) => score.middle?.[0] ?? null)],
    [say('high'), shown(({score}) => score.middle?.[1] ?? null)],
  ];
  return [
    [say('value'), ({name}) => name],
    [marks ? say('mark') : `${say('share')} (%)`, ({number}) => number],
    ...before,
    [say('verdict'), ({score}) => say(score.verdict)],
    [say('dissentColumn'), shown(({divided}) => say(divided ? 'yes' : 'no'))],
    ...(marks ? ofMarks : []),
    [say('count'), ({score}) => score.n],
    [say('insufficientCount'), shown(({score}) => score.insufficientCount)],
  ];
}

/** How often each answer was given. */
function countColumns({scores}: ReadyScorecard, {say}: FullSpeaker): readonly Column[] {
  const times = (count: (histogram: Histogram) => Cell) => (row: Row) =>
    row.number !== null && row.score.histogram ? count(row.score.histogram) : null;
  const ofMarks = scores.scale === 'marks' ? Array.from({length: 10}, (_, place) => place) : [];
  return [
    ...ofMarks.map((place): Column => [say('timesMark', {mark: place + 1}), times(({marks}) => marks[place] ?? null)]),
    [say('unknownColumn'), times(({unknown}) => unknown)],
    [say('notApplicableColumn'), times(({notApplicable}) => notApplicable)],
  ];
}
