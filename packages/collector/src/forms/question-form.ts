import {findPersonalData, LONGEST_TEXT, replace, type PersonalData} from '@samenwaarde/core';
import type {Question, Quote} from '@samenwaarde/core/schema';
import {html} from 'hono/html';
import {Refused, refusedAt} from '../beheer/api.js';
import {describing, wrongWords} from '../beheer/described.js';
import type {Html} from '../beheer/layout.js';
import {allianceIn, found, type Answered} from './answered.js';
import {about, day, hiddenFields, type Sheet} from './document.js';
import {askedAgain, carried, drawn, give} from './give.js';
import type {Filling} from './forms.js';

const NAMES: Readonly<Record<PersonalData, string>> = {
  email: 'e-mailadres',
  phone: 'telefoonnummer',
  bsn: 'burgerservicenummer',
  iban: 'rekeningnummer',
  address: 'adres',
};

/** A question to answer without a script. */
export async function questionForm(filling: Filling): Promise<Sheet> {
  const answered = await filling.api.get<Answered>(`/v1/alliances/${filling.slug}`);
  const question = found(answered, 'question', filling.subject);
  if (question === undefined) return nothingHere;
  if (question.status === 'closed') return closed(question);
  const words = filling.text('text');
  if (!filling.isSent) return asking(filling, {answered, question, words});
  if (words === '')
    return askedAgain(filling, refusedAt('text', 'empty'), again => asking(again, {answered, question, words}));
  return sent(filling, {answered, question, words});
}

const nothingHere: Sheet = {
  title: 'Deze vraag is er niet',
  body: 'Of niet meer. Ga terug naar de website.',
  status: 404,
};

function closed({versions, asked, resultsOn}: Question): Sheet {
  const when = resultsOn === undefined ? '' : ` De uitslag komt op ${day(resultsOn)}.`;
  return {title: versions[asked]?.text ?? '', body: html`<p>Deze vraag is gesloten.${when}</p>`};
}

interface Asking {
  readonly answered: Answered;
  readonly question: Question;
  readonly words: string;
}

function asking(filling: Filling, {answered, question, words}: Asking): Sheet {
  const {versions, asked, prompts, moderation, closesOn} = question;
  const readers =
    moderation === 'held'
      ? 'Een begeleider leest uw antwoord eerst. Daarna kan iedereen het lezen, zonder naam.'
      : 'Iedereen kan uw antwoord meteen lezen, zonder naam.';
  const until = closesOn && `Meedoen kan tot en met ${day(closesOn)}.`;
  const one = drawn(filling.random, filling.typed, 'quote');
  const body = html`${
    prompts.length === 0
      ? ''
      : html`<ul>
          ${prompts.map(prompt => html`<li>${prompt}</li>`)}
        </ul>`
  }
    ${about(allianceIn(answered), [readers, until])}
    <form method="post">
      ${hiddenFields(carried('quote', one))} ${warning(words)}
      ${answerField(filling, words)}
      <p><button name="as" value="typed">Versturen</button></p>
    </form>`;
  return {title: versions[asked]?.text ?? '', body};
}

function answerField({faults}: Filling, typed: string): Html {
  const label = 'Uw antwoord';
  const wrong = faults.at({id: 'text', label, at: 'text', typed, says: {empty: 'Vul eerst iets in.'}});
  return html`<div class="field">
    <label for="text">${label}</label>
    <p class="hint" id="text-hint">
      Schrijf geen namen, adressen of telefoonnummers op. Namen herkennen wij niet: kijk zelf.
    </p>
    ${wrongWords('text', wrong)}
    <textarea
      id="text"
      name="text"
      rows="6"
      maxlength="${LONGEST_TEXT}"
      ${describing('text', {hint: true, wrong})}
      required
    >
${typed}</textarea
    >
  </div>`;
}

/** Points out what may be somebody's own, with both ways on. */
function warning(words: string): Html | '' {
  const kinds = [...new Set(findPersonalData(words).map(({type}) => NAMES[type]))];
  if (kinds.length === 0) return '';
  return html`<p class="problem" role="alert">Er staat een ${kinds.join(' en een ')} in uw tekst. Weghalen?</p>
    <p>
      <button name="as" value="without">Weghalen en versturen</button>
      <button name="as" value="anyway">Toch zo versturen</button>
    </p>`;
}

async function sent(filling: Filling, asked: Asking): Promise<Sheet> {
  const {question, words} = asked;
  const way = filling.text('as');
  if (findPersonalData(words).length > 0 && way === 'typed') return {...asking(filling, asked), status: 400};
  const {id, receipt} = drawn(filling.random, filling.typed, 'quote');
  const text = way === 'without' ? withoutPersonalData(words) : words;
  const record: Quote = {schema: 1, kind: 'quote', id, question: question.id, text};
  try {
    await give(filling.api, {slug: filling.slug, record, receipt});
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return askedAgain(filling, error, again => asking(again, asked));
  }
  const next =
    question.moderation === 'held' ? 'Een begeleider leest uw antwoord eerst.' : 'Iedereen kan uw antwoord nu lezen.';
  const body = html`<p role="status">Verstuurd. Wij hebben uw antwoord. ${next}</p>
    <blockquote>${text}</blockquote>
    <p>Met deze code kunt u uw antwoord veranderen of weghalen. Schrijf hem op:</p>
    <p class="code">${receipt}</p>
    <p><a href="">Nog een antwoord geven</a></p>`;
  return {title: 'Dank u wel', body};
}

/** From the back, so that the places in front of it stay where they are. */
function withoutPersonalData(words: string): string {
  return [...findPersonalData(words)]
    .sort((a, b) => b.start - a.start)
    .reduce((text, finding) => replace(text, finding, NAMES[finding.type]), words);
}
