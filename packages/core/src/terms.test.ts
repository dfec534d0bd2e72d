import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {ProfileVersion, Round} from './schema.js';
import {terms} from './terms.js';

const facets = {};
const profile: ProfileVersion = {
  schema: 1,
  kind: 'profile-version',
  id: 'profile-1',
  counter: 1,
  tag: 't',
  number: 1,
  split: 'sides',
  noPlaceYet: 0,
  coreValues: [
    {rubric: 'G', name: 'Gastvrij', facets},
    {rubric: 'A', name: 'Ademruimte', facets},
    {rubric: 'W', name: 'Geworteld', facets},
  ],
};
const round: Round = {
  schema: 1,
  kind: 'round',
  id: 'round-1',
  counter: 1,
  tag: 't',
  planVersion: 'plan-1',
  profileVersion: 'profile-1',
  passMark: 5.5,
  passMarks: {W: 6.5},
  leftOut: [{value: 'A', reason: 'Er is geen buitenruimte.'}],
  scale: 'marks',
  notApplicable: false,
  k: 5,
  trust: 'open-link',
  status: 'open',
};

describe('terms', () => {
  it('are the core values in order, each with its pass mark, without those left out', () => {
    assert.deepEqual(terms(round, profile, 'ballots'), {
      basis: 'ballots',
      scale: 'marks',
      k: 5,
      closed: false,
      values: [
        {value: 'G', passMark: 5.5},
        {value: 'W', passMark: 6.5},
      ],
      leftOut: [{value: 'A', reason: 'Er is geen buitenruimte.'}],
    });
  });

  it('follow the round', () => {
    const other = terms({...round, status: 'closed', scale: 'sufficient', k: 8}, profile, 'group-marks');
    assert.deepEqual([other.closed, other.scale, other.k, other.basis], [true, 'sufficient', 8, 'group-marks']);
  });

  it('refuse another profile version', () => {
    assert.throws(() => terms({...round, profileVersion: 'profile-2'}, profile, 'ballots'), /another profile version/);
  });
});
