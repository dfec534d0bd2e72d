import assert from 'node:assert/strict';
import {basename} from 'node:path';
import {test} from 'node:test';
import {logTo} from './log.js';

function written(): {lines: string[]; log: ReturnType<typeof logTo>} {
  const lines: string[] = [];
  return {
    lines,
    log: logTo(
      line => lines.push(line),
      () => 0,
    ),
  };
}

test('a line of the log is one JSON object with the time', () => {
  const {lines, log} = written();
  log.info('started', {port: 8090});
  log.warn('forwarded-header-ignored');
  assert.deepEqual(
    lines.map(line => JSON.parse(line) as unknown),
    [
      {time: '1970-01-01T00:00:00.000Z', level: 'info', event: 'started', port: 8090},
      {time: '1970-01-01T00:00:00.000Z', level: 'warn', event: 'forwarded-header-ignored'},
    ],
  );
  assert.ok(lines.every(line => line.endsWith('\n') && line.indexOf('\n') === line.length - 1));
});

test('an error tells its kind and place, never its message: that may be what somebody wrote', () => {
  const {lines, log} = written();
  const error = Object.assign(new TypeError('Kees zei: te duur\n    at Kees (kees.nl:1:1)'), {
    code: '23505',
    detail: 'Kees',
  });
  log.error('failed', error);
  log.error('failed', Object.assign(new Error('Te duur'), {code: 'Kees zei'}));
  log.error('failed', 'Kees');
  assert.doesNotMatch(lines.join(''), /Kees|te duur/i);
  // As it runs: from the sources, or compiled.
  const here = basename(import.meta.filename).replaceAll('.', String.raw`\.`);
  const told = String.raw`"error":"TypeError","code":"23505","at":"${here}:\d+:\d+`;
  assert.match(lines[0] ?? '', new RegExp(told));
});
