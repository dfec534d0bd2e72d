import type {VoteRound} from '@samenwaarde/core/schema';
import {html} from 'hono/html';
import {cardsOf, change, find, kindOf, linkTo, make, pathTo, type Cards} from './cards.js';
import {closing, demandSure} from './closing.js';
import {framed} from './embedding.js';
import {foldedForm, type Field} from './fields.js';
import type {Counts} from './given.js';
import type {Html} from './layout.js';
import {filledRubrics} from './rubrics.js';
import type {Done, Visit} from './site.js';
import {given, number, ticked} from './typed.js';

/** The cards with how much came in on them. */
type Asked = Cards & Pick<Counts, 'counts'>;

/** The rounds in which people say what they think of the rubrics. */
export function votes(visit: Visit, cards: Asked): Html {
  const fields: readonly Field[] = [
    {name: 'recognition', label: 'Vraag of het klopt', type: 'tick', optional: true, value: true},
    {name: 'names', label: 'Vraag welke naam past', type: 'tick', optional: true},
    {name: 'dots', label: 'Aantal keuzes', type: 'number', hint: '0 als u dit niet vraagt.', value: 3},
    {name: 'k', label: 'Vanaf hoeveel antwoorden laat u de uitslag zien?', type: 'number', value: 5},
    {name: 'closesOn', label: 'Laatste dag', type: 'date', optional: true},
  ];
  return html`<h2 id="votes" tabindex="-1">Vragen over de rubrieken</h2>
    ${kindOf(cards, 'vote-round').map(round => oneVote(visit, cards, round))}
    ${
      filledRubrics(cards).length === 0
        ? ''
        : foldedForm(visit, {
            summary: 'Nieuwe ronde',
            action: pathTo(cards, '/values/votes'),
            button: 'Ronde openen',
            fields,
          })
    }`;
}

function oneVote(visit: Visit, cards: Asked, {id, status}: VoteRound): Html {
  const {[id]: count = 0} = cards.counts;
  const answers = `${count} ${count === 1 ? 'antwoord' : 'antwoorden'}`;
  if (status === 'closed') {
    const result = {widget: 'rubric-vote', words: 'Uitslag bekijken', round: id} as const;
    return html`<p>Gesloten ronde · ${answers}. Iedereen ziet de uitslag. ${framed(visit, cards.slug, result)}</p>`;
  }
  const names = linkTo(visit, cards, '/queue?kind=own-name');
  const before = html`<p class="hint">
    Zelf bedachte namen komen erbij als u die hebt <a href="${names}">vrijgegeven</a>.
  </p>`;
  return html`<p>Open ronde · ${answers}</p>
    ${closing(visit, {action: pathTo(cards, `/values/votes/${id}`), before})}`;
}

/** Opens a round about every rubric in which something lies. @throws Refused */
export async function ask(visit: Visit): Promise<Done> {
  const cards = await cardsOf(visit);
  const fields = {
    rubrics: filledRubrics(cards).map(({id}) => id),
    recognition: ticked(visit, 'recognition'),
    names: ticked(visit, 'names'),
    dots: number(visit, 'dots'),
    k: number(visit, 'k'),
    status: 'open' as const,
    closesOn: given(visit, 'closesOn'),
  };
  await make(visit, cards, {kind: 'vote-round', fields});
  return {to: pathTo(cards, '/values'), said: 'De ronde is open.', at: 'votes'};
}

/** Closes it, for good. @throws Refused */
export async function close(visit: Visit): Promise<Done> {
  const cards = await cardsOf(visit);
  const card = find(cards, 'vote-round', visit.parameter('round'));
  demandSure(visit);
  if (card) await change(visit, cards, {card, fields: {status: 'closed'}});
  return {to: pathTo(cards, '/values'), said: 'De ronde is gesloten. Iedereen ziet nu de uitslag.', at: 'votes'};
}
