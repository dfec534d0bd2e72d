import {expect} from '@open-wc/testing';
import {cut, cutBehind, join, sentences, type Piece} from './cut.js';

const whole = (pieces: readonly Piece[]): string => pieces.map(({text, gap}) => text + gap).join('');
const texts = (pieces: readonly Piece[]): string[] => pieces.map(({text}) => text);
const piece = (text: string): Piece => ({text, gap: '\n', kept: true});

describe('a conversation cut into pieces', () => {
  const cases: readonly [string, string, readonly string[]][] = [
    [
      'at blank lines, line breaks inside stay',
      'Wat mist u?\nHier.\n\nEen wc!!\n \nRust.',
      ['Wat mist u?\nHier.', 'Een wc!!', 'Rust.'],
    ],
    [
      'at line breaks when there is no blank line',
      'Wat mist u?\nEen wc!!\nRust.',
      ['Wat mist u?', 'Een wc!!', 'Rust.'],
    ],
    ['Windows line ends too', 'Een wc!!\r\n\r\nRust.\r\n', ['Een wc!!', 'Rust.']],
    [
      'into groups of sentences when it is long',
      'Geef mij schaduw. En een bankie. En rust.',
      ['Geef mij schaduw.', 'En een bankie.', 'En rust.'],
    ],
    ['not inside a sentence, however long', 'Gwn een plek waar je kan zitten', ['Gwn een plek waar je kan zitten']],
    ['nothing when there is nothing', ' \n\n ', []],
  ];
  for (const [name, text, expected] of cases) {
    it(`falls apart ${name}`, () => expect(texts(cut(text, 20))).to.deep.equal(expected));
  }

  it('puts short sentences together as long as they stay within the guide', () => {
    expect(texts(cut('Rust. Groen. Een wc!! Overal drempels en keien.', 25))).to.deep.equal([
      'Rust. Groen. Een wc!!',
      'Overal drempels en keien.',
    ]);
  });

  it('loses no sign, whatever is cut and put together again', () => {
    const alphabet = ['Een', ' ', '  ', '\n', '\n\n', '.', '!', '…', '”', '👩‍👩‍👧', 'مرحبا', '\t', 'é', '?'];
    for (let round = 0; round < 300; round++) {
      const text = Array.from(
        {length: round % 40},
        (_, at) => alphabet[(at * 7 + round * (at + 3)) % alphabet.length],
      ).join('');
      const pieces = cut(text, 12);
      const finer = pieces.flatMap(each => sentences(each)).flatMap(each => cutBehind(each, 1));
      expect(whole(pieces)).to.equal(text.trimStart());
      expect(whole(finer)).to.equal(text.trimStart());
      expect(finer.length === 0 ? '' : whole([finer.reduce(join)])).to.equal(text.trimStart());
    }
  });

  it('stays chosen when it is cut further, and is chosen when one of two was', () => {
    expect(sentences(piece('Rust. Groen.')).map(({kept}) => kept)).to.deep.equal([true, true]);
    expect(join({...piece('Rust.'), kept: false}, piece('Groen.')).kept).to.equal(true);
  });

  it('is cut behind a word, and stays whole behind the last one', () => {
    expect(texts(cutBehind(piece('geen herrie aan je kop'), 2))).to.deep.equal(['geen herrie', 'aan je kop']);
    expect(texts(cutBehind(piece('geen herrie'), 2))).to.deep.equal(['geen herrie']);
  });
});
