import type {Recognition} from '@samenwaarde/core/schema';
import {html, nothing, type TemplateResult} from 'lit';
import {heading} from '../shared/heading.js';
import type {Closing} from './closing.js';
import type {RubricVoteState, VoteDraft, VotedRubric} from './rubric-vote.state.js';
import {listed, type VotingSpeaker} from './rubric.template.js';
import type {Problem} from './vote-check.js';
import {dotsPlaced, dotsToPlace, fieldId, wantsWords, withEntry} from './vote-draft.js';

/** What the questions are asked with. */
export interface Asking {
  readonly state: Extract<RubricVoteState, {type: 'voting'}>;
  readonly draft: VoteDraft;
  /** What the rubrics are called, in their order. */
  readonly titles: readonly string[];
  /** What kept the draft from being sent when that was last tried. */
  readonly problems: readonly Problem[];
  /** Id of the rubric that was pressed when every dot was used. */
  readonly refused: string | undefined;
  readonly speaker: VotingSpeaker;
  /** What comes after the first touch, once it is there. */
  readonly closing: Closing | undefined;
  /** Changes the draft as it then is. */
  readonly change: (update: (draft: VoteDraft) => VoteDraft) => void;
  /** Places the dot of a rubric, or takes it back. */
  readonly press: (rubric: string) => void;
}

const ANSWERS: readonly Recognition[] = ['fits', 'partly', 'not', 'unknown'];

/** Does this fit? With room for the person's own words where it does not. */
export function recognitionTemplate({id}: VotedRubric, place: number, asking: Asking): TemplateResult {
  const {draft, titles, change} = asking;
  const {say} = asking.speaker;
  const chosen = draft.recognition[id];
  const field = fieldId('recognition', place);
  return html`<fieldset part="question">
    <legend>${say('recognition')}<span class="sr">: ${titles[place]}</span></legend>
    <div class="choices">
      ${ANSWERS.map(
        answer =>
          html`<label class="choice">
            <input
              type="radio"
              name=${field}
              .checked=${chosen === answer}
              @change=${() => change(now => ({...now, recognition: withEntry(now.recognition, id, answer)}))}
            />
            ${say(answer)}
          </label>`,
      )}
    </div>
    ${wantsWords(chosen) ? asking.closing?.objection(chosen, {rubric: id, place, asking}) : nothing}
  </fieldset>`;
}

/** Which name fits? Proposals, and a name of one's own. */
export function namesTemplate({id, proposals}: VotedRubric, place: number, asking: Asking): TemplateResult {
  const {draft, titles} = asking;
  const {say} = asking.speaker;
  const at = {rubric: id, place, asking};
  const chosen = draft.names[id];
  const own = chosen && 'own' in chosen ? chosen.own : undefined;
  const choose = (name: VoteDraft['names'][string] | undefined): void =>
    asking.change(now => ({...now, names: withEntry(now.names, id, name)}));
  if (proposals.length === 0) {
    const change = (text: string): void => choose(text ? {own: text} : undefined);
    return html`${asking.closing?.ownName({label: 'names', text: own ?? '', change}, at)}`;
  }
  const writeOwn = (text: string): void => choose({own: text});
  const radio = (label: string, checked: boolean, name: VoteDraft['names'][string]): TemplateResult =>
    html`<label class="choice">
      <input type="radio" name=${fieldId('name', place)} .checked=${checked} @change=${() => choose(name)} />
      ${label}
    </label>`;
  return html`<fieldset part="question">
    <legend>${say('names')}<span class="sr">: ${titles[place]}</span></legend>
    <div class="choices">
      ${proposals.map(({id: proposal, name}) =>
        radio(name, chosen !== undefined && 'proposal' in chosen && chosen.proposal === proposal, {proposal}),
      )}
      ${radio(say('nameOther'), own !== undefined, {own: own ?? ''})}
    </div>
    ${own === undefined ? nothing : asking.closing?.ownName({label: 'nameOwn', text: own, change: writeOwn}, at)}
  </fieldset>`;
}

/** Which weigh most? One dot per rubric, by buttons that stay down. */
export function dotsTemplate(asking: Asking, level: number): TemplateResult {
  const {state, draft, titles, speaker, press} = asking;
  const {say} = speaker;
  const n = dotsToPlace(state);
  return html`<fieldset part="question" aria-describedby="dots-hint">
    <legend>${heading(level, say('dots', {n}), 'name')}</legend>
    <p class="small quiet" id="dots-hint">${say('dotsNoMark')}</p>
    <div class="dots">
      ${state.rubrics.map(
        ({id, name, values}, place) =>
          html`<button type="button" class="dot" aria-pressed=${!!draft.dots[id]} @click=${() => press(id)}>
            <span>
              ${titles[place]}
              ${name ? nothing : html`<span class="small quiet">${listed(values.slice(0, 3), speaker.voice)}</span>`}
            </span>
          </button>`,
      )}
    </div>
    <p role="status">${dotsWords(n, asking)}</p>
  </fieldset>`;
}

/** How many dots are left; after a press too many, which can be taken back. */
function dotsWords(n: number, asking: Asking): string {
  const {state, draft, refused, speaker, closing} = asking;
  const {say} = speaker;
  if (refused !== undefined) return closing?.dotsFull(n, asking) ?? '';
  const placed = dotsPlaced(draft, state);
  return placed < n ? say('dotsLeft', {n: n - placed}) : say('dotsDone', {n: placed});
}
