import type {
  Alliance as AllianceRecord,
  AnyRecord,
  Ballot,
  Plan,
  PlanVersion,
  ProfileVersion,
  Question,
  Round,
  Rubric,
  VoteRound,
} from '@samenwaarde/core/schema';
import {uuid} from '@samenwaarde/core';
import {random} from './random.js';

/** A small alliance for tests: one question, two core values, a plan in two versions, a vote. */

export const id = (): string => uuid(random);
const card = {schema: 1, counter: 1, tag: 'maker'} as const;

export const ids = {
  alliance: id(),
  question: id(),
  welcoming: id(),
  roomToBreathe: id(),
  profile: id(),
  plan: id(),
  first: id(),
  second: id(),
  before: id(),
  round: id(),
  votes: id(),
} as const;

export const ververij: AllianceRecord = {
  ...card,
  kind: 'alliance',
  id: ids.alliance,
  name: 'Samen Ververij',
  partners: ['gemeente Elzendrecht', 'bewonersvereniging Kanaalbuurt'],
  responsible: {organisation: 'Samen Ververij', contact: '0800 12 34', privacy: 'https://example.nl/privacy'},
  retention: {texts: '2027-03-01', everything: '2029-03-01'},
};

export const question: Question = {
  ...card,
  kind: 'question',
  id: ids.question,
  versions: [
    {text: 'Welke problemen ziet u?', reaction: 'Dan krijg je alleen gemopper.'},
    {text: 'Waardoor bent u hier graag?'},
  ],
  asked: 1,
  prompts: ['Wat moet blijven?'],
  moderation: 'held',
  status: 'open',
};

const rubric = (rubricId: string, name: string): Rubric => ({...card, kind: 'rubric', id: rubricId, values: [], name});

const profile: ProfileVersion = {
  ...card,
  kind: 'profile-version',
  id: ids.profile,
  number: 1,
  split: 'sides',
  coreValues: [
    {rubric: ids.welcoming, name: 'Gastvrij', facets: {emotion: {text: 'Je voelt je welkom.', values: []}}},
    {rubric: ids.roomToBreathe, name: 'Ademruimte', facets: {}, levels: {'4': 'Vooral steen.'}},
  ],
  noPlaceYet: 0,
};

const plan: Plan = {...card, kind: 'plan', id: ids.plan, name: 'Wonen aan het kanaal', type: 'project'};
const version = (versionId: string, number: number): PlanVersion => ({
  ...card,
  kind: 'plan-version',
  id: versionId,
  plan: ids.plan,
  number,
  text: `Er komen 180 woningen. Versie ${number}.`,
});

const round = (roundId: string, planVersion: string, status: Round['status']): Round => ({
  ...card,
  kind: 'round',
  id: roundId,
  planVersion,
  profileVersion: ids.profile,
  passMark: 5.5,
  passMarks: {[ids.roomToBreathe]: 6},
  leftOut: [],
  scale: 'marks',
  notApplicable: false,
  k: 5,
  trust: 'open-link',
  status,
});

const votes: VoteRound = {
  ...card,
  kind: 'vote-round',
  id: ids.votes,
  rubrics: [ids.welcoming, ids.roomToBreathe],
  recognition: true,
  dots: 3,
  names: true,
  k: 5,
  status: 'open',
};

/** Five ballots for the first version of the plan, which was tested before. */
const earlier: Ballot[] = [4, 5, 5, 6, 4].map(mark => ({
  schema: 1,
  kind: 'ballot',
  id: id(),
  round: ids.before,
  marks: {[ids.welcoming]: mark, [ids.roomToBreathe]: 8},
}));

/** Every record of the alliance before anybody here did something. */
export const records: readonly AnyRecord[] = [
  ververij,
  question,
  rubric(ids.welcoming, 'Gastvrij'),
  rubric(ids.roomToBreathe, 'Ademruimte'),
  profile,
  plan,
  version(ids.first, 1),
  version(ids.second, 2),
  round(ids.before, ids.first, 'closed'),
  round(ids.round, ids.second, 'open'),
  votes,
  ...earlier,
];

/** The alliance as the text of a backup, with other records added or in the place of those with the same id. */
export function backupText(...others: readonly AnyRecord[]): string {
  const all = new Map([...records, ...others].map(record => [record.id, record]));
  const notice = 'Not for publication.';
  return JSON.stringify({schema: 1, kind: 'backup', notice, alliance: ids.alliance, records: [...all.values()]});
}
