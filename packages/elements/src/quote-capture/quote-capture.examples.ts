import type {About, Delivery} from '../shared/about.js';
import type {AskedQuestion, OwnQuote, QuoteCaptureState} from './quote-capture.state.js';

const question: AskedQuestion = {
  id: '5f0c2a51-6d0e-4c1b-9a37-0f6f8f5d1c01',
  text: 'Stel: u loopt over tien jaar door de Ververij. Waardoor denkt u: hier ben ik graag?',
  prompts: ['Wat moet blijven?', 'Wat moet er komen?', 'En wat juist niet?'],
  guide: 500,
};

const about: About = {
  organisation: 'Gemeente Elzendrecht',
  contact: 'ververij@elzendrecht.example',
  privacy: 'https://elzendrecht.example/privacy',
  until: '2027-03-31',
  resultsFrom: '2027-04-15',
  keptUntil: '2028-12-31',
  destination: 'collector',
  moderated: true,
  kiosk: false,
  storage: 'device',
};

const practice: About = {...about, destination: 'device'};

const bench = 'Gwn een plek waar je kan zitten zonder dat je meteen wat moet kopen';
const dump =
  'Bij ons achter wordt al jaren troep gedumpt en niemand doet iets. Bel maar, 06 12 34 56 78, dan laat ik het zien.';
const chestnut = 'Die oude kastanje bij de poort, daar klommen wij al in. Als die weg moet ga ik ervoor liggen.';
const work =
  'In 1962 begon ik in hal 4, ik was vijftien. Mijn handen waren altijd blauw. Dat mag niet vergeten worden. ';

const heard = {participant: 0, interviewee: 0, expert: 0};
const asked = {question, about, own: [], heard};

const own = (text: string, delivery: Delivery, number = 1): OwnQuote => ({
  id: `5f0c2a51-6d0e-4c1b-9a37-0f6f8f5d1c1${number}`,
  code: `K7M2-9QXD-4TRP-H8WA-6VCE-3NB${number}`,
  text,
  delivery,
});

const thanked = (latest: OwnQuote, around: About = about): QuoteCaptureState => ({
  type: 'answered',
  question,
  about: around,
  own: [latest],
  heard,
  latest: latest.id,
});
const answered = (delivery: Delivery, around?: About): QuoteCaptureState => thanked(own(bench, delivery), around);
const {id, text} = own(bench, {type: 'sent'});
const tooLate: OwnQuote = {id, text, delivery: {type: 'refused', reason: 'closed'}};

const before = [own(chestnut, {type: 'released'}, 2), own(bench, {type: 'held'}, 3)];

/** Every state of quote capture. Read by the tests, the demo and the docs. */
export const examples = {
  loading: {type: 'loading'},
  empty: {type: 'empty'},
  failed: {type: 'failed', reason: 'unreachable'},
  failedNoCollector: {type: 'failed', reason: 'no-collector', waiting: 3},
  failedScriptChanged: {type: 'failed', reason: 'script-changed'},
  asking: {...asked, type: 'asking', draft: ''},
  filled: {...asked, type: 'asking', draft: bench},
  personalData: {...asked, type: 'asking', draft: dump},
  longerThanAsked: {...asked, type: 'asking', draft: work.repeat(6)},
  tooLong: {...asked, type: 'asking', draft: work.repeat(50)},
  practice: {...asked, about: practice, type: 'asking', draft: ''},
  keepsNothing: {...asked, about: {...practice, storage: 'memory'}, type: 'asking', draft: ''},
  answeredBefore: {...asked, own: before, type: 'asking', draft: ''},
  unsent: {...asked, about: {...about, waiting: 3, ownWaiting: 1}, type: 'asking', draft: ''},
  changing: {...asked, own: before, type: 'asking', draft: bench, changing: own(bench, {type: 'held'}, 3).id},
  sending: answered({type: 'sending'}),
  notSentYet: answered({type: 'waiting', days: 7}),
  sent: answered({type: 'sent'}),
  held: answered({type: 'held'}),
  released: answered({type: 'released'}),
  refused: answered({type: 'refused', reason: 'personal-data'}),
  refusedTooLate: thanked(tooLate),
  practiceKept: answered({type: 'kept'}, practice),
  keptInMemory: answered({type: 'kept'}, {...practice, storage: 'memory'}),
  sharedDevice: {...asked, about: {...about, kiosk: true}, type: 'answered', latest: own(bench, {type: 'sent'}).id},
  closed: {...asked, type: 'closed'},
  closedAnsweredBefore: {...asked, own: before, type: 'closed'},
  closedWhileTyping: {...asked, type: 'closed', draft: bench},
  closedTooLate: {...asked, own: [tooLate], type: 'closed'},
  scribe: {...asked, about: practice, type: 'asking', draft: ''},
  scribeBusy: {
    ...asked,
    own: before,
    heard: {participant: 12, interviewee: 3, expert: 1},
    type: 'asking',
    draft: dump,
  },
  import: {...asked, about: practice, type: 'asking', draft: ''},
  imported: {...asked, about: practice, type: 'asking', draft: '', imported: {quotes: 371, held: 55}},
  importToSend: {...asked, type: 'asking', draft: ''},
  importSending: {...asked, type: 'asking', draft: '', imported: {quotes: 316, held: 0, unsent: 112, refused: 0}},
  importSent: {...asked, type: 'asking', draft: '', imported: {quotes: 316, held: 0, unsent: 0, refused: 2}},
} satisfies Record<string, QuoteCaptureState>;

/** The examples that belong to another mode than that of a resident. */
export const modes: Readonly<Partial<Record<keyof typeof examples, 'scribe' | 'import'>>> = {
  scribe: 'scribe',
  scribeBusy: 'scribe',
  import: 'import',
  imported: 'import',
  importToSend: 'import',
  importSending: 'import',
  importSent: 'import',
};
