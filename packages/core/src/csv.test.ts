import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {readQuotes, type QuotesFile, type ReadOptions, type RefusedFile} from './csv.js';
import {LONGEST_TEXT} from './limits.js';

/** A file that must be read. */
async function read(text: string | Iterable<string>, options?: ReadOptions): Promise<QuotesFile> {
  const file = await readQuotes(typeof text === 'string' ? [text] : text, options);
  assert.ok(file.type === 'read', JSON.stringify(file));
  return file;
}

async function refused(text: string | Iterable<string>, options?: ReadOptions): Promise<RefusedFile> {
  const file = await readQuotes(typeof text === 'string' ? [text] : text, options);
  assert.ok(file.type === 'refused');
  return file;
}

const texts = ({quotes}: QuotesFile) => quotes.map(({text}) => text);
/** RFC 4180, written here once more. */
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

describe('readQuotes', () => {
  it('reads comma, semicolon and tab, any newline, with a byte order mark or without', async () => {
    for (const delimiter of [',', ';', '\t'])
      for (const newline of ['\n', '\r\n', '\r'])
        for (const mark of ['', '\uFEFF'])
          for (const end of ['', newline]) {
            const rows = [
              ['id', 'tekst', 'wijk'],
              ['1', quoted('Een bankie, in de zon; graag\tdaar'), 'Noord'],
              ['2', quoted('Zij zei: "rust"'), 'Zuid'],
            ];
            const file = await read(mark + rows.map(cells => cells.join(delimiter)).join(newline) + end);
            assert.deepEqual(file.columns, ['id', 'tekst', 'wijk']);
            assert.equal(file.textColumn, 'tekst');
            assert.deepEqual(texts(file), ['Een bankie, in de zon; graag\tdaar', 'Zij zei: "rust"']);
            assert.deepEqual(
              file.quotes.map(({line}) => line),
              [2, 3],
            );
            assert.deepEqual([file.total, file.refusedTotal], [2, 0]);
          }
  });

  it('keeps line breaks inside a cell, and counts lines as an editor does', async () => {
    const text = 'id;tekst\r\n1;"Eerste\r\nregel"\r\n2;"Nog\n\neen"\r\n\r\n3;Laatste\r\n';
    assert.deepEqual((await read(text)).quotes, [
      {text: 'Eerste\nregel', held: false, line: 2},
      {text: 'Nog\n\neen', held: false, line: 4},
      {text: 'Laatste', held: false, line: 8},
    ]);
  });

  it('finds the texts by a usual name, else where the most prose is, else by the name it is given', async () => {
    const row = '7,https://voorbeeld.nl/heel/lange/link/die/geen/tekst/is,Wij willen een wc,ja';
    const find = async (header: string, textColumn?: string) =>
      (await read(`${header}\n${row}\n`, {textColumn})).textColumn;
    assert.equal(await find('id,link,Comment_Body,extra'), 'Comment_Body');
    assert.equal(await find('id,Antwoord,vraag,extra'), 'Antwoord');
    assert.equal(await find('id,link,Wat mist u?,extra'), 'Wat mist u?');
    assert.equal(await find('id,link,tekst,extra', 'EXTRA'), 'extra');
  });

  it('reads a single column, with commas in it, and a file without a header', async () => {
    const lines = ['Ja, graag een bankje, daar', 'Wij willen rust, ook hier', 'Meer groen en minder steen, ja'];
    const named = await read(['reactie', ...lines].join('\n'));
    assert.deepEqual([texts(named), named.header], [lines, true]);
    const bare = await read(lines.join('\n'));
    assert.deepEqual([texts(bare), bare.header, bare.columns], [lines, false, ['1']]);
    const numbered = await read(lines.map((line, n) => `${n};${line}`).join('\n'));
    assert.deepEqual([texts(numbered), numbered.header, numbered.textColumn], [lines, false, '2']);
  });

  it('holds what was withheld: −1 in the column of Polis, or a word in a column that says so', async () => {
    const held = async (name: string, values: string[]) => {
      const file = await read([`tekst,${name}`, ...values.map(value => `Een bankje,${value}`)].join('\n'));
      assert.equal(file.statusColumn, name);
      return file.quotes.map(quote => quote.held);
    };
    assert.deepEqual(await held('moderated', ['-1', '0', '1', '']), [true, false, false, false]);
    assert.deepEqual(await held('Ingehouden', ['ja', 'nee', '1', '0', 'WAAR']), [true, false, true, false, true]);
    assert.deepEqual(await held('hidden', ['true', 'false', 'x']), [true, false, true]);
    assert.deepEqual(await held('status', ['ingehouden', 'Hidden', 'withheld', 'open']), [true, true, true, false]);
    assert.deepEqual((await read('tekst\nEen bankje')).statusColumn, undefined);
  });

  it('refuses rows one by one, by line and reason', async () => {
    const rows = [
      'tekst,status',
      '"",open',
      'Een bankje, graag,open',
      '"Hij" zei "ja",open',
      'kort',
      `${'a'.repeat(5_001)},open`,
    ];
    const file = await read([...rows, 'Caf\uFFFD,open', 'goed,open', 'ook goed,open', ',,,'].join('\n'), {limit: 1});
    assert.deepEqual(file.refused, [
      {line: 2, reason: 'empty'},
      {line: 3, reason: 'malformed'},
      {line: 4, reason: 'malformed'},
      {line: 5, reason: 'malformed'},
      {line: 6, reason: 'too-long'},
      {line: 7, reason: 'unreadable'},
      {line: 9, reason: 'too-many'},
    ]);
    assert.deepEqual([texts(file), file.total, file.refusedTotal], [['goed'], 8, 7]);
  });

  it('takes texts as long as the schema of a quote', async () => {
    const file = await read(`tekst\n${'a'.repeat(LONGEST_TEXT)}\n${'a'.repeat(LONGEST_TEXT + 1)}`);
    assert.deepEqual([file.quotes.length, file.refused], [1, [{line: 3, reason: 'too-long'}]]);
  });

  it('refuses a file that has nothing to read', async () => {
    assert.deepEqual(await refused(''), {type: 'refused', reason: 'no-rows', columns: []});
    assert.deepEqual(await refused('\n\r\n \n'), {type: 'refused', reason: 'no-rows', columns: []});
    assert.deepEqual(await refused('id,tekst\n'), {type: 'refused', reason: 'no-rows', columns: ['id', 'tekst']});
    const numbers = 'id,aantal\n1,20\n2,30\n';
    assert.deepEqual(await refused(numbers), {type: 'refused', reason: 'no-text-column', columns: ['id', 'aantal']});
    const unknown = {type: 'refused', reason: 'unknown-column', columns: ['id', 'tekst']};
    assert.deepEqual(await refused('id,tekst\n1,Een bankje', {textColumn: 'antwoord'}), unknown);
  });

  it('refuses what is no text, and a cell without an end', async () => {
    assert.deepEqual(await refused('PK\x03\x04\0\0tekst'), {type: 'refused', reason: 'binary', line: 1});
    const rows = 'tekst\nEen bankje\nRust\n';
    const open = {type: 'refused', reason: 'cell-too-long', line: 4};
    assert.deepEqual(await refused(`${rows}"${'een twee '.repeat(1_200_000)}`), open);
    assert.deepEqual(await refused(`${rows}${'"" '.repeat(3_500_000)}`), open);
    assert.deepEqual(await refused('a'.repeat(10_000_000)), {type: 'refused', reason: 'cell-too-long', line: 1});
    assert.equal((await refused(';'.repeat(10_000_000))).reason, 'cell-too-long');
    const short = await read(`${rows}"zonder einde\nen nog een regel\n`);
    assert.deepEqual([texts(short), short.refused], [['Een bankje', 'Rust'], [{line: 4, reason: 'malformed'}]]);
  });

  it('stops when it is asked to', async () => {
    const signal = {aborted: false};
    const pause = () => {
      signal.aborted = true;
      return Promise.resolve();
    };
    const many = `tekst\n${'Een bankje\n'.repeat(50_000)}`;
    assert.deepEqual(await refused(many, {signal, pause}), {type: 'refused', reason: 'stopped'});
  });

  const cell = fc.oneof(
    fc.constantFrom('"', '""', ',', ';', '\n', '\r\n', 'a "b" c', ' x ', "'", 'één, twee', '😀'),
    fc.string({unit: 'grapheme'}),
  );
  const chunked = (text: string, cuts: readonly number[]) => {
    const places = [0, ...cuts.map(cut => cut % (text.length + 1)).sort((a, b) => a - b), text.length];
    return places.slice(1).map((end, n) => text.slice(places[n], end));
  };

  it('reads back what was written, in pieces of any size', async () => {
    const property = fc.asyncProperty(
      fc.array(fc.tuple(cell, cell), {minLength: 1, maxLength: 20}),
      fc.array(fc.nat(), {maxLength: 6}),
      fc.constantFrom('\n', '\r\n'),
      async (rows, cuts, newline) => {
        const lines = [['tekst', 'meer'], ...rows].map(cells => cells.map(quoted).join(',') + newline);
        const kept = rows.map(([text]) => text.replace(/\r\n?/g, '\n').trim());
        const file = await readQuotes(chunked(lines.join(''), cuts));
        const expected = kept.filter(text => text !== '' && !text.includes('\uFFFD'));
        if (file.type === 'read') assert.deepEqual(texts(file), expected);
        else assert.ok(rows.flat().some(text => text.includes('\0')) || file.reason === 'no-rows');
      },
    );
    await fc.assert(property, {numRuns: 200});
  });

  it('reads a million rows in slices that leave a page alive', async t => {
    const rows = 1_000_000;
    let worst = 0;
    let slices = 0;
    // Time of the processor: what else the machine does is not counted.
    const now = () => (process.cpuUsage().user + process.cpuUsage().system) / 1_000;
    let started = now();
    function* file() {
      yield 'id;tekst;moderated\r\n';
      for (let row = 0; row < rows; row += 5_000) {
        yield Array.from({length: 5_000}, (_, n) => {
          const id = row + n;
          if (id % 1_000 === 7) return `${id};;1\r\n`;
          return id % 10 === 3
            ? `${id};"Zij zei: ""rust""\r\nen groen ${id}";-1\r\n`
            : `${id};Een bankje in de zon ${id};1\r\n`;
        }).join('');
        started = now();
      }
    }
    const pause = () => {
      slices++;
      worst = Math.max(worst, now() - started);
      started = now();
      return Promise.resolve();
    };
    const result = await read(file(), {pause, limit: 20_000});
    assert.deepEqual([result.total, result.quotes.length, result.refused.length], [rows, 20_000, 100]);
    assert.equal(result.refusedTotal, rows - 20_000);
    assert.equal(result.quotes.filter(({held}) => held).length, 2_002);
    assert.equal(result.quotes.at(-1)?.text, 'Een bankje in de zon 20020');
    assert.ok(slices >= rows / 2_000, `${slices} slices`);
    t.diagnostic(`${slices} slices, the longest took ${worst.toFixed()} ms`);
    assert.ok(worst < 200, `the longest slice took ${worst.toFixed()} ms`);
  });
});
