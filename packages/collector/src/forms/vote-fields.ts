import {LONGEST_NAME, LONGEST_TEXT} from '@samenwaarde/core';
import {html} from 'hono/html';
import {describing, wrongWords} from '../beheer/described.js';
import type {Says} from '../beheer/faults.js';
import type {Html} from '../beheer/layout.js';
import {choice, type Answer} from './choice.js';
import type {Filling} from './forms.js';
import {definitions, sidesOf} from './sides.js';
import {OWN, type Asked, type Voted} from './voted.js';

/** Id of what is said once, about everything that can be written. */
export const READ_HINT = 'read-hint';

const FITS: readonly Answer[] = [
  ['fits', 'Klopt'],
  ['partly', 'Klopt deels'],
  ['not', 'Klopt niet'],
  ['unknown', 'Weet ik niet'],
];

/** One rubric: what it is, whether it fits, and which name does. */
export function rubricFields(filling: Filling, {round}: Asked, rubric: Voted): Html {
  const {title, values, facets} = rubric;
  return html`<section>
    <h2>${title}</h2>
    ${definitions(sidesOf(facets))}
    ${values.length === 0 ? '' : definitions([['Alles wat genoemd is', values.join(' · ')]])}
    ${round.recognition ? recognition(filling, rubric) : ''} ${rubric.asksName ? names(filling, rubric) : ''}
  </section>`;
}

function recognition(filling: Filling, {id, title}: Voted): Html {
  const says = {'not-asked': 'Waarom vragen wij alleen bij “klopt deels” en “klopt niet”.'};
  const label = 'Klopt het niet of maar deels: waarom?';
  return html`${choices(filling, {id: `recognition-${id}`, name: `recognition[${id}]`, legend: `Klopt dit: ${title}?`, answers: FITS})}
  ${words(filling, {id: `objection-${id}`, name: `objections[${id}]`, at: `objections.${id}`, label, about: title, says})}
  <p class="hint">Dit is geen officieel bezwaar.</p>`;
}

function names(filling: Filling, {id, title, proposals}: Voted): Html {
  const says = {
    empty: 'Schrijf een naam op, of kies een andere.',
    'not-asked': 'Kies “Een andere naam”, of haal deze naam weg.',
  };
  const own = {id: `own-${id}`, name: `own[${id}]`, at: `names.${id}`, about: title, says, isName: true};
  if (proposals.length === 0) return words(filling, {...own, label: `Welke naam past bij ${title}?`});
  const answers = [
    ...proposals.map((proposal): Answer => [proposal.id, proposal.name]),
    [OWN, 'Een andere naam'] as const,
  ];
  return html`${choices(filling, {id: `name-${id}`, name: `names[${id}]`, legend: `Welke naam past: ${title}?`, answers})}
  ${words(filling, {...own, label: 'Een andere naam: welke?'})}`;
}

interface Choices {
  readonly id: string;
  readonly name: string;
  readonly legend: string;
  readonly answers: readonly Answer[];
}

function choices(filling: Filling, {id, name, legend, answers}: Choices): Html {
  return html`<fieldset>
    <legend>${legend}</legend>
    ${answers.map((answer, place) => choice(filling, {name, answer, id: place === 0 ? id : ''}))}
  </fieldset>`;
}

/** Which weigh most. */
export function dotsField({text, faults}: Filling, {round, rubrics}: Asked): Html {
  const most = Math.min(round.dots, rubrics.length);
  const legend = `Kies er hooguit ${most} die u het belangrijkst vindt`;
  const says = {'too-many': `Kies er hooguit ${most}.`};
  const wrong = faults.at({id: 'dots', label: legend, at: 'dots', typed: '', says});
  return html`<fieldset aria-describedby="dots-hint${wrong === undefined ? '' : ' dots-wrong'}">
    <legend>${legend}</legend>
    <p class="hint" id="dots-hint">Uw keuze telt niet mee in de cijfers.</p>
    ${wrongWords('dots', wrong)}
    ${rubrics.map(
      ({id, title}, place) =>
        html`<label class="choice">
          <input
            type="checkbox"
            name="dots[${id}]"
            value="1"
            ${text(`dots[${id}]`) === '' ? '' : html`checked`}
            ${place === 0 ? html`id="dots"` : ''}
          />
          ${title}
        </label>`,
    )}
  </fieldset>`;
}

/** What is missed. */
export function missingField(filling: Filling): Html {
  const label = 'Wat mist u?';
  return words(filling, {id: 'missing', name: 'missing', at: 'missing', label, about: label});
}

interface Words {
  readonly id: string;
  readonly name: string;
  /** Where the API has it. */
  readonly at: string;
  readonly label: string;
  /** What it is about, for the list of what is wrong. */
  readonly about: string;
  readonly says?: Says;
  readonly isName?: boolean;
}

function words({text, faults}: Filling, {id, name, at, label, about, says = {}, isName = false}: Words): Html {
  const typed = text(name);
  const wrong = faults.at({id, label: about, at, typed, says});
  const described = describing(id, {hint: READ_HINT, wrong});
  return html`<div class="field">
    <label for="${id}">${label} <span class="quiet">(hoeft niet)</span></label>
    ${wrongWords(id, wrong)}
    ${
      isName
        ? html`<input id="${id}" name="${name}" value="${typed}" maxlength="${LONGEST_NAME}" autocomplete="off" ${described} />`
        : html`<textarea id="${id}" name="${name}" rows="2" maxlength="${LONGEST_TEXT}" ${described}>
${typed}</textarea
          >`
    }
  </div>`;
}
