import type {VoteRound} from '@samenwaarde/core/schema';
import {html} from 'hono/html';
import {Refused} from '../beheer/api.js';
import {hiddenFields} from '../beheer/fields.js';
import {allianceIn, type Answered} from './answered.js';
import {about, day, received, resultsOn, type Sheet} from './document.js';
import type {Filling} from './forms.js';
import {askedAgain, carried, drawn, give} from './give.js';
import {isDoubtful, personalDataWarning} from './personal-data.js';
import {dotsField, missingField, READ_HINT, rubricFields} from './vote-fields.js';
import {textsIn, votedIn, voteTyped, wrongIn, type Asked} from './voted.js';

const TITLE = 'Wat vinden wij samen belangrijk?';

/** Rubrics to vote on without a script. */
export async function voteForm(filling: Filling, answered: Answered, round: VoteRound): Promise<Sheet> {
  const vote: Vote = {answered, round, rubrics: votedIn(answered, round)};
  if (!filling.isSent) return round.status === 'closed' ? closed(round) : voting(filling, vote);
  const wrong = wrongIn(filling, vote);
  if (wrong !== undefined) return askedAgain(filling, wrong, again => voting(again, vote));
  if (isDoubtful(filling, textsIn(filling, vote.rubrics))) return {...voting(filling, vote), status: 400};
  return sent(filling, vote);
}

interface Vote extends Asked {
  readonly answered: Answered;
}

function closed(round: VoteRound): Sheet {
  const when = resultsOn(round) ?? 'De uitslag staat op de website.';
  return {title: TITLE, body: html`<p>De ronde is gesloten. Meedoen kan niet meer. ${when}</p>`};
}

function voting(filling: Filling, vote: Vote): Sheet {
  const {answered, round, rubrics} = vote;
  const until = round.closesOn && `Meedoen kan tot en met ${day(round.closesOn)}.`;
  const shown = `Niemand ziet wat u koos. Vanaf ${round.k} antwoorden laten wij de uitslag zien.`;
  const body = html`<p>
      Een waarde is iets wat iemand belangrijk vindt. Een kernwaarde is wat wij samen het belangrijkst vinden. U hoeft
      niet alles in te vullen. Veranderen kan tot de ronde sluit.
    </p>
    ${about(allianceIn(answered), {keeps: 'everything', says: [shown, until, resultsOn(round)]})}
    <form method="post" action="?sent">
      ${hiddenFields(carried('rubric-vote', drawn(filling.random, filling.typed, 'rubric-vote')))}
      ${personalDataWarning(textsIn(filling, rubrics))}
      <p class="hint" id="${READ_HINT}">
        Wat u opschrijft, leest een begeleider. Niemand ziet wie het schreef. Een eigen naam kan daarna bij de uitslag
        komen te staan. Schrijf geen namen van mensen, adressen of telefoonnummers op. Namen herkennen wij niet: kijk
        zelf.
      </p>
      ${rubrics.map(rubric => rubricFields(filling, vote, rubric))}
      ${round.dots > 0 ? html`<section>${dotsField(filling, vote)}</section>` : ''}
      ${round.recognition ? html`<section>${missingField(filling)}</section>` : ''}
      <p><button>Versturen</button></p>
    </form>`;
  return {title: TITLE, body, isKept: true};
}

async function sent(filling: Filling, vote: Vote): Promise<Sheet> {
  const {id, receipt} = drawn(filling.random, filling.typed, 'rubric-vote');
  try {
    await give(filling.api, {slug: filling.slug, record: voteTyped(filling, {...vote, id}), receipt});
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return askedAgain(filling, error, again => voting(again, vote));
  }
  const body = html`<p role="status">${received(vote.round)}</p>
    <p>
      Met deze code kunt u uw antwoord <a href="../../own/form">veranderen of weghalen</a>. Schrijf hem op:
    </p>
    <p class="code">${receipt}</p>`;
  return {title: 'Dank u wel', body};
}
