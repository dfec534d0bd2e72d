/**
 * A page without `<samen-alliance>`. The widget stores nothing: this script holds the answers in a list of its own,
 * gives the widget its `state`, and does what the widget asks for with events.
 */
import {parseReceipt, receipt, uuid} from '@samenwaarde/core';
import type {OwnQuote, QuoteCaptureState} from '@samenwaarde/elements/quote-capture/state';
import type {QuoteCapture} from '@samenwaarde/elements/quote-capture';
import type {} from '@samenwaarde/elements/shared/requests';

const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));

const widget = document.querySelector('samen-quote-capture') as QuoteCapture;
const list = document.querySelector('[data-answers]') as HTMLOListElement;
const none = document.querySelector('[data-none]') as HTMLElement;

const asked = {
  question: {
    id: uuid(random),
    text: 'Waar in uw straat komt u graag?',
    prompts: ['Wat maakt die plek fijn?'],
    guide: 500,
  },
  about: {
    organisation: 'Deze pagina',
    contact: '',
    destination: 'device',
    moderated: false,
    kiosk: false,
    storage: 'memory',
  },
  heard: {participant: 0, interviewee: 0, expert: 0},
} as const;

/** Every answer this page was given; which of them are of the person who is here now, newest first. */
let answers: readonly OwnQuote[] = [];
let own: readonly string[] = [];
let draft = '';
let changing: string | undefined;
let latest: string | undefined;

function show(): void {
  widget.state = state();
  list.replaceChildren(
    ...answers.map(({text}) => {
      const item = document.createElement('li');
      item.textContent = text;
      return item;
    }),
  );
  none.hidden = answers.length > 0;
}

function state(): QuoteCaptureState {
  const mine = own.flatMap(id => answers.find(answer => answer.id === id) ?? []);
  if (latest) return {...asked, type: 'answered', own: mine, latest};
  return {...asked, type: 'asking', own: mine, draft, ...(changing && {changing})};
}

/** An empty field again. */
function startAnew(): void {
  draft = '';
  changing = latest = undefined;
}

widget.addEventListener('samen-draft', event => {
  draft = String(event.draft);
});

widget.addEventListener('samen-quote-submit', ({quotes: [text = ''], changing: replaced}) => {
  const before = answers.find(({id}) => id === replaced);
  const answer: OwnQuote = before
    ? {...before, text}
    : {id: uuid(random), code: receipt(random), text, delivery: {type: 'kept'}};
  answers = before ? answers.map(old => (old === before ? answer : old)) : [...answers, answer];
  own = [answer.id, ...own.filter(id => id !== answer.id)];
  startAnew();
  latest = answer.id;
  show();
});

widget.addEventListener('samen-change', ({contribution}) => {
  startAnew();
  changing = contribution;
  draft = answers.find(({id}) => id === contribution)?.text ?? '';
  show();
});

widget.addEventListener('samen-withdraw', ({contribution}) => {
  answers = answers.filter(({id}) => id !== contribution);
  own = own.filter(id => id !== contribution);
  startAnew();
  show();
});

widget.addEventListener('samen-another', () => {
  startAnew();
  show();
});

widget.addEventListener('samen-next-person', () => {
  own = [];
  startAnew();
  show();
});

widget.addEventListener('samen-receipt', ({code, answer}) => {
  const found = answers.find(kept => kept.code === parseReceipt(code));
  if (found) own = [found.id, ...own.filter(id => id !== found.id)];
  answer(found !== undefined);
  show();
});

show();
