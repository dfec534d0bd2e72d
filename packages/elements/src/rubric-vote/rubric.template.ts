import {html, nothing, type TemplateResult} from 'lit';
import {heading} from '../shared/heading.js';
import type {VoiceController} from '../shared/voice-controller.js';
import {language, type Voice} from '../shared/voice.js';
import type {VotedRubric} from './rubric-vote.state.js';
import type {VotingKey} from './voting.messages.js';

/** Says the texts of the first view. */
export type VotingSpeaker = Pick<VoiceController<VotingKey>, 'say' | 'voice'>;

const SIDES = ['emotion', 'function', 'aspiration'] as const;

/** So many values are read at a glance; a pile can hold hundreds. */
const AT_A_GLANCE = 12;

/** What every rubric is called: its name, or "Groep 1" for the first without one. */
export function titles(rubrics: readonly VotedRubric[], {say}: VotingSpeaker): readonly string[] {
  let nameless = 0;
  return rubrics.map(({name}) => name ?? say('group', {n: ++nameless}));
}

/** Several names in a sentence: "Gastvrij, Geworteld en Eerlijk". */
export function listed(names: readonly string[], voice: Voice): string {
  return new Intl.ListFormat(language(voice)).format(names);
}

/** What a rubric is: its name, its sides and its values. */
export function rubricTemplate(
  rubric: VotedRubric,
  {title, level}: {readonly title: string; readonly level: number},
  speaker: VotingSpeaker,
): TemplateResult {
  const {say} = speaker;
  const sides = SIDES.flatMap(side => {
    const text = rubric.facets[side]?.text;
    return text ? [html`<div><dt class="small quiet">${say(side)}</dt><dd>${text}</dd></div>`] : [];
  });
  return html`${heading(level, title, 'name')} ${sides.length > 0 ? html`<dl part="sides">${sides}</dl>` : nothing}
  ${valuesTemplate(rubric, title, speaker)}`;
}

/** The values of a rubric as running words; of many, the rest on demand. */
export function valuesTemplate({name, values}: VotedRubric, title: string, {say}: VotingSpeaker): TemplateResult {
  if (values.length === 0) return html``;
  const rest = values.slice(AT_A_GLANCE);
  return html`<div part="values" class=${name ? 'named' : 'lead'}>
    <p class="quiet">${say('mentioned')}<span class="sr">: ${title}</span></p>
    ${wordsTemplate(values.slice(0, AT_A_GLANCE))}
    ${
      rest.length > 0
        ? html`<details>
            <summary>${say('more', {n: rest.length})}<span class="sr">: ${title}</span></summary>
            ${wordsTemplate(rest)}
          </details>`
        : nothing
    }
  </div>`;
}

function wordsTemplate(values: readonly string[]): TemplateResult {
  return html`<ul class="words">
    ${values.map(value => html`<li>${value}</li>`)}
  </ul>`;
}
