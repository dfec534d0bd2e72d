import {expect} from '@open-wc/testing';
import {fill, type Voice} from '../shared/voice.js';
import type {FullSpeaker} from './full-speaker.js';
import {scorecardTexts} from './scorecard.messages.js';
import {examples} from './scorecard.examples.js';
import {details} from './scorecard-details.js';
import {sentences} from './scorecard-sentence.js';
import type {ReadyScorecard} from './scorecard.state.js';

function speaker(voice: Voice): FullSpeaker {
  return {voice, say: (key, fillings) => fill(scorecardTexts[voice][key], voice, fillings)};
}

function told(state: ReadyScorecard, voice: Voice = 'nl-u'): string {
  const {headline, rest} = sentences(state, speaker(voice));
  return [headline.join(' '), [...rest, ...details(state, speaker(voice))].join(' ')]
    .filter(text => text !== '')
    .join(' | ');
}

const CASES: readonly [name: string, state: ReadyScorecard, told: string][] = [
  ['everything passes, and people differ on one value', examples.pass, 'Alle 5 kernwaarden zijn voldoende.'],
  [
    'one value is insufficient',
    examples.insufficient,
    '4 van de 5 kernwaarden zijn voldoende. Gastvrij krijgt een 4,8. Nodig is een 5,5. | ' +
      'Een hoog cijfer maakt een laag cijfer niet goed.',
  ],
  [
    'the next version: what rose, what fell, where people differ',
    examples.nextVersion,
    'Alle 5 kernwaarden zijn voldoende. | Gastvrij ging van 4,8 naar 6,9. ' +
      'Vertrouwd zakte van 7,6 naar 6,1 en de meningen zijn verdeeld: 8 van de 22 geven een onvoldoende.',
  ],
  [
    'two insufficient values with pass marks of their own',
    examples.ownPassMarks,
    '3 van de 5 kernwaarden zijn voldoende. Gastvrij krijgt een 4,8. Nodig is een 6,0. ' +
      'Eerlijk krijgt een 7,4. Nodig is een 7,5.',
  ],
  [
    'too few marks on one value',
    examples.incomplete,
    'Nog geen uitslag. | Te weinig mensen gaven een cijfer voor Eerlijk.',
  ],
  [
    'too few people in the round',
    examples.tooFewVoices,
    'Nog te weinig antwoorden. | Vanaf 5 antwoorden laten wij de uitslag zien. Zo ziet niemand wat u koos.',
  ],
  [
    'too few people on one value',
    examples.tooFewVoicesOnOne,
    'Nog geen uitslag. | Voor Geworteld zijn er nog te weinig antwoorden. ' +
      'Vanaf 5 antwoorden laten wij de uitslag zien. Zo ziet niemand wat u koos.',
  ],
  ['a value was left out', examples.leftOut, 'Alle 4 kernwaarden zijn voldoende.'],
  [
    'all marks on a value are alike',
    examples.alike,
    '4 van de 5 kernwaarden zijn voldoende. Iedereen vindt Eerlijk onvoldoende. Nodig is een 5,5. | ' +
      'Een hoog cijfer maakt een laag cijfer niet goed.',
  ],
  [
    'tables marked it, and one of three differs',
    examples.groupMarks,
    '4 van de 5 kernwaarden zijn voldoende. Gastvrij krijgt een 4,7. Nodig is een 5,5. | ' +
      'Bij Vertrouwd zijn de meningen verdeeld: 1 van de 3 geeft een onvoldoende. ' +
      'Een hoog cijfer maakt een laag cijfer niet goed.',
  ],
  [
    'the scale is sufficient / insufficient',
    examples.scaleSufficient,
    '4 van de 5 kernwaarden zijn voldoende. Bij Gastvrij geeft 38% een voldoende. Nodig is meer dan 50%. | ' +
      'Bij Vertrouwd zijn de meningen verdeeld: 8 van de 21 geven een onvoldoende.',
  ],
];

describe('the sentences of a scorecard', () => {
  for (const [name, state, expected] of CASES) {
    it(`are right when ${name}`, () => expect(told(state)).to.equal(expected));
  }

  it('speak to somebody as je', () => {
    expect(told(examples.tooFewVoices, 'nl-je')).to.equal(
      'Nog te weinig antwoorden. | Vanaf 5 antwoorden laten wij de uitslag zien. Zo ziet niemand wat je koos.',
    );
    expect(told(examples.nextVersion, 'nl-je')).to.equal(told(examples.nextVersion));
  });

  it('speak English', () => {
    expect(told(examples.insufficient, 'en')).to.equal(
      '4 of the 5 core values are sufficient. Gastvrij gets 4.8. Needed is 5.5. | ' +
        'A high mark does not make up for a low one.',
    );
    expect(told(examples.nextVersion, 'en')).to.equal(
      'All 5 core values are sufficient. | Gastvrij went from 4.8 to 6.9. ' +
        'Vertrouwd fell from 7.6 to 6.1 and opinions are divided: 8 of 22 find it insufficient.',
    );
  });

  it('name what fell below the pass mark with where it came from', () => {
    const {scores, plan} = examples.insufficient;
    const state = {...examples.nextVersion, scores, plan, previous: {number: 2, scores: examples.nextVersion.scores}};
    expect(told(state)).to.equal(
      '4 van de 5 kernwaarden zijn voldoende. Gastvrij krijgt een 4,8. Nodig is een 5,5. | ' +
        'Gastvrij zakte van 6,9 naar 4,8. Vertrouwd ging van 6,1 naar 7,6. Een hoog cijfer maakt een laag cijfer niet goed.',
    );
  });

  it('name everything that is insufficient, but not in the headline when it is a lot', () => {
    const state = {
      ...examples.insufficient,
      scores: {
        ...examples.insufficient.scores,
        values: examples.insufficient.scores.values.map(
          score => ({...score, verdict: 'insufficient', mean: 5}) as const,
        ),
      },
    };
    expect(told(state)).to.equal(
      'Geen van de 5 kernwaarden is voldoende. | Gastvrij krijgt een 5,0. Ademruimte krijgt een 5,0. ' +
        'Geworteld krijgt een 5,0. Vertrouwd krijgt een 5,0. Eerlijk krijgt een 5,0. Nodig is een 5,5.',
    );
  });

  it('say that tables, not people, were too few', () => {
    const {scores} = examples.incomplete;
    const state: ReadyScorecard = {...examples.incomplete, scores: {...scores, basis: 'group-marks'}};
    expect(told(state)).to.equal('Nog geen uitslag. | Te weinig tafels gaven een cijfer voor Eerlijk.');
  });

  it('do not compare what was marked by people with what was marked by tables', () => {
    const state: ReadyScorecard = {
      ...examples.nextVersion,
      previous: {number: 1, scores: examples.groupMarks.scores},
    };
    expect(told(state)).to.equal(
      'Alle 5 kernwaarden zijn voldoende. | ' +
        'Bij Vertrouwd zijn de meningen verdeeld: 8 van de 22 geven een onvoldoende.',
    );
  });
});
