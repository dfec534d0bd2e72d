import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Ballot} from '@samenwaarde/core/schema';
import {deskOn} from '../method/desk.test-helper.js';
import {ballotOn, type Other} from '../voices/round.test-helper.js';
import {inMemory} from './inside.test-helper.js';
import {actionIn, readingOf, visitorOf} from './visitor.test-helper.js';

type Marks = readonly Ballot['marks'][string][];

describe('what came of a round, on the page of its plan', () => {
  const empty = inMemory();

  /** The page while the round is open and once it is closed, as it reads from the round to the next version. */
  async function tested(ballots: readonly Marks[], round: NonNullable<Other['round']> = {}) {
    const desk = await deskOn(await empty(), {round});
    for (const marks of ballots) await desk.give(desk.made, ballotOn(desk.made, marks));
    const visitor = visitorOf(desk, desk.cookie);
    const open = await visitor.look(`/beheer/alliances/${desk.made.slug}/plans`);
    const closed = await visitor.fill(actionIn(open, '/close'), {sure: 'yes'});
    const [before = '', after = ''] = [open, closed].map(
      page => /(?:Open|Gesloten) ronde ·.*?(?= Nieuwe ronde)/.exec(readingOf(page))?.[0],
    );
    return {before, after};
  }

  it('is how many while it is open, and then the mark on every core value, the insufficient ones first', async () => {
    const {before, after} = await tested([
      [9, 8, 4],
      [10, 6, 5],
      [8, 3, 5],
    ]);
    assert.match(before, /^Open ronde · grens 5,5 · 3 cijferlijsten Sluiten en uitslag laten zien/);
    assert.doesNotMatch(before, /9,0|4,7/);
    assert.match(
      after,
      /^Gesloten ronde · grens 5,5 · 3 cijferlijsten Nog niet goed genoeg: Eigen\. Wat moet er anders\?/,
    );
    assert.match(
      after,
      /Kernwaarde Cijfer Oordeel Eigen 4,7 ✕ onvol&shy;doende nodig is een 5,5 Gastvrij 9,0 ✓ voldoende Groen 5,7 ✓ voldoende de meningen zijn verdeeld Iedereen/,
    );
  });

  it('tells of few people nothing, and of people who are all alike only on which side they are', async () => {
    const few = await tested([[9, 8, 4], [3]]);
    assert.match(few.after, /Te weinig antwoorden\. Vanaf 3 antwoorden is de uitslag te zien\./);
    assert.match(few.after, /Gastvrij – te weinig antwoorden Groen – te weinig antwoorden Eigen – te weinig/);
    const alike = await tested([
      [7, 8, 4],
      [7, 'unknown', 6],
      [7, 'unknown', 9],
    ]);
    assert.match(alike.after, /Groen – te weinig antwoorden Gastvrij allemaal gelijk ✓ voldoende Eigen 6,3 ✓/);
    const none = await tested([[7], [8], [6]]);
    assert.match(none.after, /Nog geen uitslag\. Te weinig mensen gaven een cijfer voor Groen en Eigen\./);
    assert.match(none.after, /Groen – niet compleet Eigen – niet compleet Gastvrij 7,0 ✓ voldoende/);
  });

  it('says it in percent where people said sufficient or insufficient, and that all of it is sufficient', async () => {
    const {after} = await tested(
      [
        ['sufficient', 'sufficient', 'sufficient'],
        ['sufficient', 'sufficient', 'sufficient'],
        ['insufficient', 'insufficient', 'sufficient'],
      ],
      {scale: 'sufficient'},
    );
    assert.match(after, /3 cijferlijsten Voldoende op alle kernwaarden\. Kernwaarde Voldoende Oordeel Gastvrij 67% ✓/);
  });
});
