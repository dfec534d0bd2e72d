import type {ShownRubric} from '@samenwaarde/core';
import type {About} from '../shared/about.js';
import type {OwnVote, RubricVoteState, VoteDraft, VotedRubric, VoteQuestions} from './rubric-vote.state.js';

const side = (text: string) => ({text, values: []});

const coreValues: readonly VotedRubric[] = [
  {
    id: '6a1f3b52-0c1d-4e57-9a61-7b1f0c9d4e01',
    name: 'Gastvrij',
    values: [
      'een plek waar je kan zitten zonder dat je meteen wat moet kopen',
      'ergens blijven hangen',
      'praten met de buren',
      'gewoon binnenloopt',
      'overal kunnen komen',
      'een wc',
    ],
    facets: {
      emotion: side('Je voelt je welkom, ook als je niemand kent en niets koopt.'),
      function: side('Je kunt zitten, naar de wc en overal komen zonder drempels.'),
      aspiration: side('Iedereen uit Elzendrecht is hier weleens geweest.'),
    },
    proposals: [],
  },
  {
    id: '6a1f3b52-0c1d-4e57-9a61-7b1f0c9d4e02',
    name: 'Ademruimte',
    values: ['oude kastanje', 'schaduw', 'bomen en open water', 'in het kanaal zwemmen', 'rust', 'niet volbouwen'],
    facets: {
      emotion: side('Je hoofd wordt rustig.'),
      function: side('Bomen, water en schaduw houden het koel. Er zijn stille plekken.'),
      aspiration: side('Op de heetste dag van het jaar is dit de fijnste plek van de stad.'),
    },
    proposals: [],
  },
  {
    id: '6a1f3b52-0c1d-4e57-9a61-7b1f0c9d4e03',
    name: 'Geworteld',
    values: [
      'oude kastanje',
      'dat mag niet vergeten worden',
      'schoorsteen moet blijven',
      'ik ben thuis',
      'echt is echt',
      'iets gemaakt worden',
      'hier leren',
    ],
    facets: {
      emotion: side('Je bent trots op wat hier is gemaakt.'),
      function: side('Oude gebouwen krijgen nieuw werk. Je kunt er leren en dingen maken.'),
      aspiration: side('Wie hier opgroeit, kent het verhaal van de fabriek en gaat ermee verder.'),
    },
    proposals: [],
  },
  {
    id: '6a1f3b52-0c1d-4e57-9a61-7b1f0c9d4e04',
    name: 'Vertrouwd',
    values: [
      'veilig naar huis',
      'alleen naar school',
      'veilig oversteken',
      'iemand achter een raam zien zitten',
      's avonds terugvinden',
      'schoon',
    ],
    facets: {
      emotion: side('Je bent op je gemak, ook alleen en in het donker.'),
      function: side('Er is licht, er zijn mensen in de buurt, het is schoon en je kunt veilig oversteken.'),
      aspiration: side('Niemand fietst meer om.'),
    },
    proposals: [],
  },
  {
    id: '6a1f3b52-0c1d-4e57-9a61-7b1f0c9d4e05',
    name: 'Eerlijk',
    values: ['betaalbaar', 'samen delen', 'antwoord krijgen'],
    facets: {
      emotion: side('Je merkt dat je meetelt.'),
      function: side('Er is plek voor mensen met weinig en met veel geld. Je hoort wat er met je woorden is gedaan.'),
      aspiration: side('Wie hier nu woont, kan blijven en wordt er beter van.'),
    },
    proposals: [],
  },
];

const ids = coreValues.map(({id}) => id);
const at = (place: number): string => ids[place] ?? '';

const NAMES = [
  ['Gastvrij', 'Welkom', 'Voor iedereen'],
  ['Ademruimte', 'Groen en stil', 'Lucht'],
  ['Geworteld', 'Echt', 'Trots'],
  ['Vertrouwd', 'Veilig', 'Op je gemak'],
  [],
] as const;

const proposal = (rubric: number, name: number): string => `7c2e4d10-3f5a-4b68-8d02-1a9b0c8d${rubric}0${name}0`;

/** The same five while the group is still looking for names. */
const piles: readonly VotedRubric[] = coreValues.map(({id, values}, rubric) => ({
  id,
  values,
  facets: {},
  proposals: (NAMES[rubric] ?? []).map((name, place) => ({id: proposal(rubric, place), name})),
}));

const about: About = {
  organisation: 'Samen Ververij',
  contact: 'hallo@samenververij.example',
  privacy: 'https://samenververij.example/privacy',
  until: '2026-12-12',
  resultsFrom: '2026-12-15',
  keptUntil: '2027-12-31',
  destination: 'collector',
  moderated: true,
  kiosk: false,
  storage: 'device',
};
const practice: About = {...about, destination: 'device'};

const questions: VoteQuestions = {
  round: '5d0c2b7e-91a4-4f3e-8c26-0e7d5a4b3c21',
  recognition: true,
  dots: 3,
  names: false,
  k: 5,
};
const naming: VoteQuestions = {...questions, recognition: false, names: true};

const asked = {questions, rubrics: coreValues, about};
const askedNames = {questions: naming, rubrics: piles, about};

const none: VoteDraft = {recognition: {}, dots: {}, names: {}, objections: {}};
const filled: VoteDraft = {
  recognition: {[at(0)]: 'fits', [at(1)]: 'fits', [at(2)]: 'unknown', [at(3)]: 'not', [at(4)]: 'partly'},
  dots: {[at(0)]: 1, [at(4)]: 1},
  names: {},
  objections: {[at(3)]: 'Vertrouwd is vaag. Zeg dan gewoon veilig.'},
  missing: 'Iets voor jongeren. Die zitten nu op de trap bij het station.',
};
const named: VoteDraft = {
  recognition: {},
  dots: {[at(0)]: 1, [at(1)]: 1, [at(3)]: 1},
  names: {[at(0)]: {proposal: proposal(0, 1)}, [at(3)]: {own: 'Thuis'}},
  objections: {},
};

const given = {id: '1e9b7c44-5a0d-4c83-b7f1-2d6e8f90a1b2', vote: filled};
const own: OwnVote = {...given, code: '7QK4-M2XD-9RTA-VH6C-3WPE-8ZN5', delivery: {type: 'sent'}};

/** Recognition of one rubric by klopt, klopt deels, klopt niet, weet ik niet; dots by the people who placed one. */
const result = (
  place: number,
  [fits, partly, not, unknown]: readonly [number, number, number, number],
  voters: number,
): ShownRubric => ({
  rubric: at(place),
  recognition: {type: 'shown', n: fits + partly + not, counts: {fits, partly, not, unknown}},
  dots: {type: 'shown', n: 23, dots: voters, voters},
  names: {type: 'unanswered'},
});

const results: readonly ShownRubric[] = [
  result(0, [20, 3, 1, 0], 19),
  result(1, [18, 4, 0, 2], 15),
  result(2, [14, 6, 2, 2], 11),
  result(3, [9, 4, 10, 1], 14),
  result(4, [17, 3, 3, 1], 10),
];

const tooFew = {type: 'too-few-voices'} as const;

/** Every state of the rubric vote, with what Samen Ververij would show. */
export const examples = {
  loading: {type: 'loading'},
  empty: {type: 'empty'},
  failed: {type: 'failed', reason: 'unreachable'},
  failedNoCollector: {type: 'failed', reason: 'no-collector', waiting: 3},
  coreValues: {type: 'voting', ...asked, draft: none},
  filled: {type: 'voting', ...asked, draft: filled},
  personalData: {
    type: 'voting',
    ...asked,
    draft: {...filled, objections: {[at(3)]: 'Zeg gewoon veilig. Bel maar, 06 12 34 56 78, dan laat ik het zien.'}},
  },
  groups: {type: 'voting', ...askedNames, draft: none},
  groupsFilled: {type: 'voting', ...askedNames, draft: named},
  practice: {type: 'voting', ...asked, about: practice, draft: none},
  practiceInMemory: {type: 'voting', ...asked, about: {...practice, storage: 'memory'}, draft: none},
  onlyDots: {type: 'voting', ...asked, questions: {...questions, recognition: false}, draft: none},
  changing: {type: 'voting', ...asked, draft: filled, changing: own.id},
  kept: {type: 'answered', ...asked, about: practice, own: {...own, delivery: {type: 'kept'}}},
  sending: {type: 'answered', ...asked, own: {...own, delivery: {type: 'sending'}}},
  waiting: {type: 'answered', ...asked, own: {...own, delivery: {type: 'waiting', days: 7}}},
  sent: {type: 'answered', ...asked, own},
  sentNames: {type: 'answered', ...askedNames, own: {...own, vote: named, names: {[at(3)]: {type: 'held'}}}},
  releasedName: {type: 'answered', ...askedNames, own: {...own, vote: named, names: {[at(3)]: {type: 'released'}}}},
  refusedName: {
    type: 'answered',
    ...askedNames,
    own: {...own, vote: named, names: {[at(3)]: {type: 'refused', reason: 'not-an-answer'}}},
  },
  held: {type: 'answered', ...asked, own: {...own, delivery: {type: 'held'}}},
  refused: {type: 'answered', ...asked, own: {...given, delivery: {type: 'refused', reason: 'closed'}}},
  closed: {type: 'closed', ...asked},
  closedWithOwn: {type: 'closed', ...asked, own},
  closedHalfway: {type: 'closed', ...asked, draft: filled},
  revealed: {type: 'revealed', ...asked, results: {votes: 24, rubrics: results}},
  revealedWithOwn: {type: 'revealed', ...asked, results: {votes: 24, rubrics: results}, own},
  revealedNames: {
    type: 'revealed',
    ...askedNames,
    results: {
      votes: 24,
      rubrics: results.map((shown, place) => ({
        ...shown,
        recognition: {type: 'unanswered'},
        names:
          place === 4
            ? {type: 'alike', n: 6, name: {own: 'Eerlijk'}}
            : {
                type: 'shown',
                n: 20,
                names: [
                  {name: {proposal: proposal(place, 0)}, count: 11},
                  {name: {proposal: proposal(place, 2)}, count: 6},
                  {name: {own: 'Thuis'}, count: 2},
                  {name: {proposal: proposal(place, 1)}, count: 1},
                ],
              },
      })),
    },
  },
  partlyTooFew: {
    type: 'revealed',
    ...asked,
    results: {
      votes: 6,
      rubrics: results.map((shown, place) => ({
        ...shown,
        recognition:
          place === 0
            ? {type: 'alike', n: 6, recognised: true}
            : place === 1
              ? {type: 'unanswered'}
              : place === 2
                ? {type: 'alike', n: 5, recognised: false}
                : tooFew,
        dots: tooFew,
      })),
    },
  },
  alikeDots: {
    type: 'revealed',
    ...asked,
    questions: {...questions, recognition: false},
    results: {
      votes: 8,
      rubrics: ids.map((rubric, place) => ({
        rubric,
        recognition: {type: 'unanswered'},
        dots: {type: 'alike', n: 7, chosen: place < 3},
        names: {type: 'unanswered'},
      })),
    },
  },
  tooFewVoices: {
    type: 'revealed',
    ...asked,
    results: {
      votes: null,
      rubrics: ids.map(rubric => ({rubric, recognition: tooFew, dots: tooFew, names: tooFew})),
    },
  },
} satisfies Record<string, RubricVoteState>;
