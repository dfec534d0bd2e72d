import type {
  AnyRecord,
  Ballot,
  CoreValue,
  Facet,
  Highlight,
  MethodRecord,
  Reason,
  Rubric,
  Score,
} from '@samenwaarde/core/schema';
import {coreValues, type CoreValueKey, type CoreValueText} from './core-values.js';
import {place, question} from './place.js';
import {verfplein, wonen, type Column, type PlanText, type TestedVersion} from './plans.js';
import {sayings, sources} from './sayings.js';
import {fixedId, fixedShuffle} from './fixed.js';
import {markedText} from './marked-text.js';

/** What every record that the facilitator made has in common. */
const made = {schema: 1, counter: 1, tag: 'ververij'} as const;

const QUESTION = fixedId('question');
const PROFILE = fixedId('profile 1');

/** Ids that pages name in their widgets. */
export const voteRound = fixedId('vote round');
export const roundOf = (plan: PlanText['key'], version: number): string => fixedId(`round ${plan} ${String(version)}`);
export const rubricOf = (key: CoreValueKey): string => fixedId(`rubric ${key}`);

const quoteOf = (place: number): string => fixedId(`quote ${String(place)}`);
const valueOf = (name: string): string => fixedId(`value ${name}`);
const planVersionOf = (plan: PlanText, {number}: TestedVersion): string => fixedId(`${plan.key} ${String(number)}`);

const spoken = sayings.map(({said, within}, place) => ({id: quoteOf(place), within, ...markedText(said)}));
const named = spoken.flatMap(({marks, within}) => marks.map(({name}) => ({name, within})));

/** The names of the values in a core value, as they stand on the longlist. */
export function valuesIn(key: CoreValueKey): string[] {
  return [...new Set(named.filter(({within}) => within.includes(key)).map(({name}) => name))];
}

/** The whole alliance, as the records of a backup. */
export function ververij(): AnyRecord[] {
  return [
    ...setting(),
    ...words(),
    ...longlist(),
    ...profile(),
    ...tested(wonen, {open: []}),
    ...tested(verfplein, {open: [1]}),
  ];
}

function setting(): MethodRecord[] {
  const {alliance, area, purpose, partners, organisation, contact, privacy} = place;
  const responsible = {organisation, contact, privacy};
  const retention = {texts: '2027-12-31', everything: '2031-12-31'};
  return [
    {
      ...made,
      kind: 'alliance',
      id: fixedId('alliance'),
      name: alliance,
      area,
      purpose,
      partners: [...partners],
      responsible,
      retention,
    },
    {
      ...made,
      kind: 'question',
      id: QUESTION,
      versions: question.versions.map(version => ({...version})),
      asked: question.asked,
      prompts: [...question.prompts],
      moderation: 'held',
      status: 'open',
    },
    {...made, kind: 'source-count', id: fixedId('sources'), question: QUESTION, counts: sources},
  ];
}

/** What people said. The facilitator has read and released all of it. */
function words(): AnyRecord[] {
  return fixedShuffle(spoken, 'quotes').flatMap(({id, text}) => [
    {schema: 1, kind: 'quote', id, question: QUESTION, text},
    released(id),
  ]);
}

function released(of: string): MethodRecord {
  return {...made, kind: 'moderation', id: fixedId(`moderation ${of}`), of, outcome: 'released'};
}

function longlist(): MethodRecord[] {
  const names = [...new Set(named.map(({name}) => name))];
  return [...names.map(name => ({...made, kind: 'value' as const, id: valueOf(name), name})), ...highlights()];
}

function highlights(): Highlight[] {
  return spoken.flatMap(({id, marks}) =>
    marks.map(({name, exact, start, end}) => ({
      ...made,
      kind: 'highlight' as const,
      id: fixedId(`highlight ${id} ${String(start)}`),
      quote: id,
      value: valueOf(name),
      exact,
      start,
      end,
      pass: 'ronde 1',
    })),
  );
}

/** The five core values, the names that were proposed for them, and the profile that all partners agreed on. */
function profile(): MethodRecord[] {
  return [
    ...coreValues.map(rubric),
    ...coreValues.flatMap(({key, name, alsoProposed}) =>
      fixedShuffle([name, ...alsoProposed], `names ${key}`).map(proposed => ({
        ...made,
        kind: 'name-proposal' as const,
        id: fixedId(`name ${key} ${proposed}`),
        rubric: rubricOf(key),
        name: proposed,
      })),
    ),
    {
      ...made,
      kind: 'profile-version',
      id: PROFILE,
      number: 1,
      split: 'sides',
      coreValues: coreValues.map(frozen),
      noPlaceYet: 0,
      agreedOn: '2026-09-24',
    },
    {
      ...made,
      kind: 'vote-round',
      id: voteRound,
      rubrics: coreValues.map(({key}) => rubricOf(key)),
      recognition: true,
      dots: 3,
      names: true,
      k: 5,
      status: 'open',
    },
  ];
}

function rubric(of: CoreValueText): Rubric {
  const {name, facets, levels} = frozen(of);
  return {
    ...made,
    kind: 'rubric',
    id: rubricOf(of.key),
    values: valuesIn(of.key).map(valueOf),
    name,
    facets,
    ...(levels && {levels}),
  };
}

function frozen({key, name, sides, levels}: CoreValueText): CoreValue {
  const facet = (side: Facet) => ({text: sides[side].text, values: sides[side].values.map(valueOf)});
  return {
    rubric: rubricOf(key),
    name,
    facets: {emotion: facet('emotion'), function: facet('function'), aspiration: facet('aspiration')},
    levels: {'4': levels[4], '6': levels[6], '8': levels[8]},
  };
}

/** A plan with its versions, and per version the round in which it was held against the core values. */
function tested(plan: PlanText, {open}: {open: readonly number[]}): AnyRecord[] {
  const {key, name, type, versions} = plan;
  const id = fixedId(`plan ${key}`);
  return [
    {...made, kind: 'plan', id, name, type},
    ...versions.flatMap((version): AnyRecord[] => [
      {
        ...made,
        kind: 'plan-version',
        id: planVersionOf(plan, version),
        plan: id,
        number: version.number,
        text: version.text,
      },
      {
        ...made,
        kind: 'round',
        id: roundOf(key, version.number),
        planVersion: planVersionOf(plan, version),
        profileVersion: PROFILE,
        passMark: 5.5,
        passMarks: {},
        leftOut: [],
        scale: 'marks',
        notApplicable: false,
        k: 5,
        trust: 'open-link',
        status: open.includes(version.number) ? 'open' : 'closed',
      },
      ...ballots(roundOf(key, version.number), version),
      ...reasons(roundOf(key, version.number), planVersionOf(plan, version), version),
    ]),
  ];
}

/** Ballots that together give the columns: which mark went with which other was never written down. */
function ballots(round: string, {ballots, marks}: TestedVersion): Ballot[] {
  const dealt = coreValues.map(({key}) => ({
    rubric: rubricOf(key),
    scores: fixedShuffle(scores(marks[key]), `${round} ${key}`),
  }));
  return Array.from({length: ballots}, (_, place) => ({
    schema: 1,
    kind: 'ballot',
    id: fixedId(`ballot ${round} ${String(place)}`),
    round,
    marks: Object.fromEntries(
      dealt.flatMap(({rubric, scores}) => {
        const score = scores[place];
        return score === undefined ? [] : [[rubric, score]];
      }),
    ),
  }));
}

function scores(column: Column): Score[] {
  return Object.entries(column).flatMap(([mark, count = 0]) =>
    Array.from({length: count}, (): Score => (mark === '?' ? 'unknown' : Number(mark))),
  );
}

function reasons(round: string, planVersion: string, version: TestedVersion): AnyRecord[] {
  return version.reasons.flatMap(({value, text}): AnyRecord[] => {
    const id = fixedId(`reason ${round} ${text}`);
    const reason: Reason = {schema: 1, kind: 'reason', id, round, value: rubricOf(value), planVersion, text};
    return [reason, released(id)];
  });
}
