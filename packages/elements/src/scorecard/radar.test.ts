import {expect} from '@open-wc/testing';
import {fill} from '../shared/voice.js';
import {hasRadar, nameEdges, rings, wrap} from './radar.js';
import type {FullSpeaker} from './full-speaker.js';
import {examples} from './scorecard.examples.js';
import {scorecardTexts} from './scorecard.messages.js';

const speaker: FullSpeaker = {
  voice: 'nl-u',
  say: (key, fillings) => fill(scorecardTexts['nl-u'][key], 'nl-u', fillings),
};

const upTo = (most: number) => (line: string) => line.length <= most;

describe('rings', () => {
  it('hold the plan against its pass marks, in the order of the profile', () => {
    const drawn = rings(examples.insufficient, speaker);
    expect(drawn.labels).to.deep.equal(['Gastvrij', 'Ademruimte', 'Geworteld', 'Vertrouwd', 'Eerlijk']);
    expect(drawn.figures).to.deep.equal(['4,8', '7,9', '8,1', '7,6', '7,4']);
    expect(drawn.plan).to.deep.equal([4.8, 7.9, 8.1, 7.6, 7.4]);
    expect(drawn.passMarks).to.deep.equal([5.5, 5.5, 5.5, 5.5, 5.5]);
    expect(drawn.corners).to.deep.equal(['insufficient', 'pass', 'pass', 'pass', 'pass']);
    expect(drawn.previous).to.equal(null);
    expect(drawn.names).to.deep.equal({plan: 'versie 1', passMarks: 'nodig: 5,5', previous: ''});
  });

  it('hold it against the previous version, and show where people differ', () => {
    const drawn = rings(examples.nextVersion, speaker);
    expect(drawn.previous).to.deep.equal([4.8, 7.9, 8.1, 7.6, 7.4]);
    expect(drawn.corners[3]).to.equal('divided');
    expect(drawn.names).to.deep.equal({plan: 'versie 2', passMarks: 'nodig: 5,5', previous: 'versie 1'});
  });

  it('leave a gap where there is no figure to show', () => {
    expect(rings(examples.incomplete, speaker).plan).to.deep.equal([8, 7.3, 7.5, 6.9, null]);
    expect(rings(examples.alike, speaker).plan).to.deep.equal([null, 7.1, 7.4, 6.4, null]);
  });

  it('have no single pass mark to name where values differ in it', () => {
    const drawn = rings(examples.ownPassMarks, speaker);
    expect(drawn.passMarks).to.deep.equal([6, 5.5, 5.5, 5.5, 7.5]);
    expect(drawn.names.passMarks).to.equal('nodig');
  });

  for (const name of ['twoValues', 'scaleSufficient', 'tooFewVoices', 'tooLongNames'] as const) {
    it(`leave it to the table: ${name}`, () => expect(hasRadar(examples[name])).to.equal(false));
  }
});

describe('wrap', () => {
  const cases: readonly [text: string, most: number, lines: readonly string[]][] = [
    ['Gastvrij', 10, ['Gastvrij']],
    ['Samen  delen', 12, ['Samen delen']],
    ['Eerlijk delen van lusten', 12, ['Eerlijk', 'delen van', 'lusten']],
    ['Toekomstbestendig', 10, ['Toekomstb-', 'estendig']],
    ['💙💙💙💙', 5, ['💙💙-', '💙💙']],
    ['', 10, ['']],
  ];
  for (const [text, most, lines] of cases) {
    it(`sets “${text}” in lines of ${most}`, () => expect(wrap(text, upTo(most))).to.deep.equal(lines));
  }

  it('keeps a word whole where it has a line of its own', () => {
    expect(wrap('Een Toekomstbestendig plan', upTo(10), upTo(20))).to.deep.equal(['Een', 'Toekomstbestendig', 'plan']);
  });

  it('loses no letter of a very long word', () => {
    const word = 'Klimaatverantwoordelijkheidsbesef'.repeat(4);
    expect(wrap(word, upTo(9)).join('').replaceAll('-', '')).to.equal(word);
  });
});

describe('nameEdges', () => {
  it('puts each name where its line is furthest from the others, no two at one edge', () => {
    const plan = [4.8, 7.9, 8.1, 7.6, 7.4];
    const passMarks = [5.5, 5.5, 5.5, 5.5, 5.5];
    expect(nameEdges([plan, passMarks])).to.deep.equal([1, 2]);
  });

  it('passes over gaps, and has no place for a line that is all gaps', () => {
    expect(
      nameEdges([
        [7, null, 8, 8, 8],
        [null, null, null, null, null],
      ]),
    ).to.deep.equal([2, null]);
  });

  it('uses every edge of a triangle when there are three lines', () => {
    const edges = nameEdges([
      [7, 8, 9],
      [5.5, 5.5, 5.5],
      [6, 6, 6],
    ]);
    expect([...edges].sort()).to.deep.equal([0, 1, 2]);
  });
});
