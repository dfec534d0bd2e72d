import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {takeRows} from './csv-rows.js';
import {toCsv, withoutApostrophe, type Cell} from './csv-write.js';

const parsed = (text: string, delimiter: string) =>
  takeRows(text, {delimiter, newline: '\n'}, {line: 1, last: false, most: Infinity}).rows.map(({cells}) => cells);

describe('toCsv', () => {
  it('writes what Dutch Excel opens: a mark, semicolons, decimal commas', () => {
    const rows = [
      ['kernwaarde', 'cijfer', 'aantal'],
      ['Gastvrij', 4.8, 23],
      ['Zij zei: "rust"; ja', null, undefined],
    ];
    const written = '\uFEFFkernwaarde;cijfer;aantal\r\nGastvrij;4,8;23\r\n"Zij zei: ""rust""; ja";;\r\n';
    assert.equal(toCsv(rows), written);
  });

  it('writes points where the comma is the delimiter, and what it is told', () => {
    assert.equal(toCsv([['a,b', -4.5]], {delimiter: ',', bom: false}), '"a,b",-4.5\r\n');
    assert.equal(toCsv([[4.5, 1]], {delimiter: ',', decimal: ',', bom: false}), '"4,5",1\r\n');
    assert.equal(toCsv([[NaN, Infinity, 0]], {bom: false}), ';;0\r\n');
  });

  it('lets no text start a formula, and leaves numbers alone', () => {
    const hostile = [
      '=1+1',
      '+31',
      '-1',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      '\n',
      ' =1',
      '"=1',
      "'=1",
      '\u00a0-2',
      '＝1',
      '=cmd|x',
    ];
    for (const text of hostile)
      assert.equal(parsed(toCsv([[text, 'x']], {bom: false}), ';')[0]?.[0]?.slice(0, 1), "'", text);
    for (const text of ['1 = 1', 'a-b', 'x@y.nl', "'s avonds", '06-12']) {
      assert.equal(toCsv([[text]], {bom: false}), `${text}\r\n`);
    }
    assert.equal(toCsv([[-1, 1e21, -0.5]], {bom: false}), '-1;1e+21;-0,5\r\n');
  });

  it('reads back as it was written, whatever stands in it', () => {
    const piece = fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      '\t',
      '\r',
      '\n',
      ' ',
      '"',
      "'",
      ';',
      ',',
      'a',
      'é',
      '1',
      '\uFEFF',
    );
    const cell: fc.Arbitrary<Cell> = fc.oneof(
      fc.string(),
      fc.array(piece).map(pieces => pieces.join('')),
      fc.integer(),
    );
    const table = fc.array(fc.tuple(cell, cell, fc.constant('x')), {minLength: 1, maxLength: 10});
    fc.assert(
      fc.property(table, fc.constantFrom(';' as const, ',' as const, '\t' as const), (rows, delimiter) => {
        const back = parsed(toCsv(rows, {delimiter, bom: false}), delimiter);
        const read = back.map(cells => cells.map(withoutApostrophe));
        assert.deepEqual(
          read.map((cells, n) => cells.map((text, at) => (typeof rows[n]?.[at] === 'number' ? Number(text) : text))),
          rows,
        );
        for (const [n, cells] of back.entries())
          for (const [at, text] of cells.entries())
            assert.ok(typeof rows[n]?.[at] === 'number' || !/^[\s"']*[=+\-@]/.test(text) || text.startsWith("'"));
      }),
      {numRuns: 500},
    );
  });
});
