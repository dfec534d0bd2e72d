import {LONGEST_TEXT} from '@samenwaarde/core';
import type {Question, Quote} from '@samenwaarde/core/schema';
import {html} from 'hono/html';
import {Refused, refusedAt} from '../beheer/api.js';
import {describing, wrongWords} from '../beheer/described.js';
import {hiddenFields} from '../beheer/fields.js';
import type {Html} from '../beheer/layout.js';
import {allianceIn, found, type Answered} from './answered.js';
import {about, day, resultsOn, type Sheet} from './document.js';
import {askedAgain, carried, drawn, give} from './give.js';
import type {Filling} from './forms.js';
import {chosenWords, isDoubtful, personalDataWarning} from './personal-data.js';

/** A question to answer without a script. */
export async function questionForm(filling: Filling): Promise<Sheet> {
  const answered = await filling.api.get<Answered>(`/v1/alliances/${filling.slug}`);
  const question = found(answered, 'question', filling.subject);
  if (question === undefined) return nothingHere;
  const words = filling.text('text');
  // What was sent may have been taken before it closed; and if not, nobody's words may be gone.
  if (!filling.isSent && question.status === 'closed') return closed(question);
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

function closed(question: Question): Sheet {
  const {versions, asked} = question;
  return {title: versions[asked]?.text ?? '', body: html`<p>Deze vraag is gesloten. ${resultsOn(question)}</p>`};
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
    ${about(allianceIn(answered), {keeps: 'texts', says: [readers, until, resultsOn(question)]})}
    <form method="post">
      ${hiddenFields(carried('quote', one))} ${personalDataWarning([{words}])}
      ${answerField(filling, words)}
      <p><button>Versturen</button></p>
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
      ${describing('text', {hint: 'text-hint', wrong})}
      required
    >
${typed}</textarea
    >
  </div>`;
}

async function sent(filling: Filling, asked: Asking): Promise<Sheet> {
  const {question, words} = asked;
  if (isDoubtful(filling, [{words}])) return {...asking(filling, asked), isKept: true, status: 400};
  const {id, receipt} = drawn(filling.random, filling.typed, 'quote');
  const text = chosenWords(filling, words);
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
    <p>
      Met deze code kunt u uw antwoord <a href="../../own/form">veranderen of weghalen</a>. Schrijf hem op:
    </p>
    <p class="code">${receipt}</p>
    <p><a href="">Nog een antwoord geven</a></p>`;
  return {title: 'Dank u wel', body};
}
