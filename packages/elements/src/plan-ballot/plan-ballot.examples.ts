import type {About} from '../shared/about.js';
import type {
  BallotDraft,
  BallotTerms,
  MarkedPlan,
  MarkedValue,
  OwnBallot,
  PlanBallotState,
} from './plan-ballot.state.js';

const id = (n: number): string => `c0ffee00-0000-4000-8000-00000000000${n}`;
const [HOSPITABLE, BREATHING, ROOTED, FAMILIAR, FAIR] = [id(1), id(2), id(3), id(4), id(5)];
const side = (text: string) => ({text, values: []});

const values: readonly MarkedValue[] = [
  {
    id: HOSPITABLE,
    name: 'Gastvrij',
    passMark: 5.5,
    facets: {
      emotion: side('Je voelt je welkom, ook als je niemand kent en niets koopt.'),
      function: side('Je kunt zitten, naar de wc en overal komen zonder drempels.'),
      aspiration: side('Iedereen uit Elzendrecht is hier weleens geweest.'),
    },
    levels: {
      4: 'Alleen fijn voor wie er woont of iets koopt.',
      6: 'Er zijn een paar gratis zitplekken.',
      8: 'Iedereen kan er de hele dag terecht.',
    },
  },
  {
    id: BREATHING,
    name: 'Ademruimte',
    passMark: 5.5,
    facets: {
      emotion: side('Je hoofd wordt rustig.'),
      function: side('Bomen, water en schaduw houden het koel. Er zijn stille plekken.'),
      aspiration: side('Op de heetste dag van het jaar is dit de fijnste plek van de stad.'),
    },
    levels: {
      4: 'Vooral steen.',
      6: 'Er is groen, maar ook veel lawaai.',
      8: 'Je zit in de schaduw en hoort vogels.',
    },
  },
  {
    id: ROOTED,
    name: 'Geworteld',
    passMark: 5.5,
    facets: {
      emotion: side('Je bent trots op wat hier is gemaakt.'),
      function: side('Oude gebouwen krijgen nieuw werk. Je kunt er leren en dingen maken.'),
      aspiration: side('Wie hier opgroeit, kent het verhaal van de fabriek en gaat ermee verder.'),
    },
    levels: {
      4: 'Alleen een muur blijft staan.',
      6: 'De gebouwen blijven, het werk komt niet terug.',
      8: 'De gebouwen blijven en er wordt weer gewerkt.',
    },
  },
  {
    id: FAMILIAR,
    name: 'Vertrouwd',
    passMark: 5.5,
    facets: {
      emotion: side('Je bent op je gemak, ook alleen en in het donker.'),
      function: side('Er is licht, er zijn mensen in de buurt, het is schoon en je kunt veilig oversteken.'),
      aspiration: side('Niemand fietst meer om.'),
    },
    levels: {
      4: 'Je komt er ’s avonds liever niet.',
      6: 'Er is licht, maar je ziet er niemand.',
      8: 'Een kind kan hier alleen over straat.',
    },
  },
  {
    id: FAIR,
    name: 'Eerlijk',
    passMark: 5.5,
    facets: {
      emotion: side('Je merkt dat je meetelt.'),
      function: side('Er is plek voor mensen met weinig en met veel geld. Je hoort wat er met je woorden is gedaan.'),
      aspiration: side('Wie hier nu woont, kan blijven en wordt er beter van.'),
    },
    levels: {
      4: 'Vooral voor mensen met geld.',
      6: 'Er is iets betaalbaars, maar weinig.',
      8: 'Iedereen kan er iets betalen.',
    },
  },
];

const about: About = {
  organisation: 'Samen Ververij',
  contact: 'ververij@elzendrecht.example',
  privacy: 'https://elzendrecht.example/privacy',
  until: '2026-11-21',
  resultsFrom: '2026-11-28',
  keptUntil: '2027-11-28',
  destination: 'collector',
  moderated: true,
  kiosk: false,
  storage: 'device',
};

const plan: MarkedPlan = {
  name: 'Wonen aan het kanaal',
  type: 'project',
  number: 1,
  text: 'Er komen 180 woningen in en naast de oude hallen: een derde sociale huur, een derde voor gewone inkomens, een derde duurder. De schoorsteen en drie werkplaatsen blijven. Daken en tuin worden groen. De tuin en de kade zijn voor bewoners. Om de tuin komt een hek. Op de kade liggen oude keien.',
};

const terms: BallotTerms = {round: id(9), scale: 'marks', notApplicable: false, k: 5, trust: 'open-link'};
const asked = {terms, plan, values, about} as const;

const nothing: BallotDraft = {marks: {}, reasons: {}};
const halfway: BallotDraft = {
  marks: {[HOSPITABLE]: 4, [BREATHING]: 8, [ROOTED]: 'unknown'},
  reasons: {[HOSPITABLE]: 'Die tuin is dus alleen voor wie er woont.'},
};
const complete: BallotDraft = {
  marks: {[HOSPITABLE]: 4, [BREATHING]: 8, [ROOTED]: 8, [FAMILIAR]: 'unknown', [FAIR]: 7},
  reasons: {[HOSPITABLE]: 'Met mijn rollator red ik die keien niet.'},
};

const given = {...complete, id: id(6), reasonReceipts: {}};
const own: OwnBallot = {
  ...given,
  code: '0K7M-2Q4R-9TXC-B1WD-5HJN-8PVE-3QX',
  delivery: {type: 'sent'},
  reasonReceipts: {[HOSPITABLE]: {id: id(7), code: '1A9F-6T2K-0YBM-H4RC-7XWQ-3NDE-8PZ'}},
};
const answered = {type: 'answered', ...asked, own} as const;

/** Every state of the ballot, as residents of Elzendrecht would meet it. Read by tests, demo and docs. */
export const examples = {
  loading: {type: 'loading'},
  empty: {type: 'empty'},
  failed: {type: 'failed', reason: 'unreachable'},
  failedNoCollector: {type: 'failed', reason: 'no-collector', waiting: 1},
  marking: {type: 'marking', ...asked, draft: nothing},
  halfway: {type: 'marking', ...asked, draft: halfway},
  personalData: {
    type: 'marking',
    ...asked,
    draft: {marks: {[HOSPITABLE]: 3}, reasons: {[HOSPITABLE]: 'Weer geen wc. Bel maar, 06 12 34 56 78.'}},
  },
  complete: {type: 'marking', ...asked, draft: complete},
  notApplicable: {
    type: 'marking',
    ...asked,
    terms: {...terms, notApplicable: true},
    draft: {marks: {[HOSPITABLE]: 'not-applicable'}, reasons: {}},
  },
  sufficient: {
    type: 'marking',
    ...asked,
    terms: {...terms, scale: 'sufficient', notApplicable: true},
    draft: {marks: {[HOSPITABLE]: 'insufficient', [BREATHING]: 'sufficient'}, reasons: {}},
  },
  ownPassMarks: {
    type: 'marking',
    ...asked,
    values: values.map((value, place) => (place === 0 ? {...value, passMark: 7} : value)),
    draft: {marks: {[HOSPITABLE]: 6}, reasons: {}},
  },
  bareValues: {
    type: 'marking',
    ...asked,
    plan: {
      ...plan,
      name: 'Het Verfplein',
      type: 'design',
      text: 'De lege binnenplaats wordt een plein met veertig bomen.',
    },
    values: values.map(({id: value, name, passMark}) => ({id: value, name, passMark, facets: {}})),
    draft: nothing,
  },
  codeCards: {type: 'marking', ...asked, terms: {...terms, trust: 'code-cards'}, draft: complete, code: ''},
  codeRefused: {
    ...{type: 'marking', ...asked, terms: {...terms, trust: 'code-cards'}, draft: complete, changing: own.id},
    ...{code: '7K4M-2Q9R-TXCB-S', codeRefused: 'code-used'},
  },
  unsent: {type: 'marking', ...asked, about: {...about, waiting: 3, ownWaiting: 3}, draft: nothing},
  practice: {type: 'marking', ...asked, about: {...about, destination: 'device'}, draft: halfway},
  memoryOnly: {type: 'marking', ...asked, about: {...about, destination: 'device', storage: 'memory'}, draft: nothing},
  changing: {type: 'marking', ...asked, draft: complete, changing: own.id},
  kept: {...answered, about: {...about, destination: 'device'}, own: {...own, delivery: {type: 'kept'}}},
  sending: {...answered, own: {...own, delivery: {type: 'sending'}}},
  waiting: {...answered, own: {...own, delivery: {type: 'waiting', days: 7}}},
  sent: answered,
  held: {...answered, own: {...own, delivery: {type: 'held'}}},
  released: {...answered, own: {...own, delivery: {type: 'released'}}},
  refused: {...answered, own: {...given, delivery: {type: 'refused', reason: 'closed'}}},
  refusedReason: {
    ...answered,
    own: {...own, reasonDeliveries: {[HOSPITABLE]: {type: 'refused', reason: 'personal-data'}}},
  },
  codeUnknown: {...answered, own: {...given, delivery: {type: 'refused', reason: 'code-unknown'}}},
  closed: {type: 'closed', ...asked},
  closedOwn: {type: 'closed', ...asked, own},
  closedHalfway: {type: 'closed', ...asked, draft: halfway},
} satisfies Record<string, PlanBallotState>;
