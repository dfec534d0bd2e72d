import {LONGEST_NAME, LONGEST_TEXT} from '@samenwaarde/core';
import {html, nothing, type TemplateResult} from 'lit';
import {personalDataTemplate} from '../shared/personal-data.template.js';
import type {Speaker} from './closing.js';
import type {Asking} from './questions.template.js';
import type {RubricVoteKey} from './rubric-vote.messages.js';
import {isEmptyName, isTooLong} from './vote-check.js';
import {fieldId, withEntry} from './vote-draft.js';

/** What somebody wrote in a field, and what to do when that changes. */
export interface Written {
  readonly text: string;
  readonly change: (text: string) => void;
}

/** A name of one's own, asked for by itself or as one of several. */
export interface WrittenName extends Written {
  readonly label: 'names' | 'nameOwn';
}

/** The rubric that a field is about, and its place in the list. */
export interface At {
  readonly rubric: string;
  readonly place: number;
  readonly asking: Asking;
}

const BECAUSE = {partly: 'partlyBecause', not: 'notBecause'} as const;

/** Why it fits only partly, or does not. */
export function objectionTemplate(
  answer: 'partly' | 'not',
  {rubric, place, asking}: At,
  speaker: Speaker,
): TemplateResult {
  const {draft, titles, change} = asking;
  return wordsTemplate(
    {
      id: fieldId('objection', place),
      label: html`${speaker.say(BECAUSE[answer])}<span class="sr">(${titles[place]})</span>`,
      about: titles[place] ?? '',
      text: draft.objections[rubric] ?? '',
      hint: 'noObjection',
      change: text => change(now => ({...now, objections: withEntry(now.objections, rubric, text || undefined)})),
    },
    asking,
    speaker,
  );
}

/** What do you miss? */
export function missingTemplate(asking: Asking, speaker: Speaker): TemplateResult {
  const {draft, change} = asking;
  return wordsTemplate(
    {
      id: 'missing',
      label: speaker.say('missing'),
      about: speaker.say('missing'),
      text: draft.missing ?? '',
      hint: undefined,
      change: text =>
        change(({recognition, dots, names, objections}) => ({
          recognition,
          dots,
          names,
          objections,
          ...(text ? {missing: text} : {}),
        })),
    },
    asking,
    speaker,
  );
}

interface Words extends Written {
  readonly id: string;
  readonly label: unknown;
  /** What the words are about, for the message when there are too many. */
  readonly about: string;
  readonly hint: RubricVoteKey | undefined;
}

function wordsTemplate(
  {id, label, about, text, hint, change}: Words,
  asking: Asking,
  speaker: Speaker,
): TemplateResult {
  const {say} = speaker;
  const tooLong = asking.problems.some(({field}) => field === id) && isTooLong(text);
  const sent = asking.state.about.destination === 'collector';
  return html`<div part="words">
    <label for=${id}>${label}</label>
    <p class="small quiet" id="${id}-hint">
      ${hint ? say(hint) : nothing} ${sent ? say('wordsRead') : nothing} ${say('namesNotFound')}
    </p>
    <p class=${tooLong ? 'problem' : 'none'} id="${id}-problem">
      ${tooLong ? say('tooLong', {name: about, n: LONGEST_TEXT}) : nothing}
    </p>
    <textarea
      id=${id}
      rows="3"
      aria-describedby="${id}-hint ${id}-problem"
      aria-invalid=${tooLong}
      .value=${text}
      @input=${(event: Event) => change((event.target as HTMLTextAreaElement).value)}
    ></textarea>
    ${personalDataTemplate({id, text, change}, speaker)}
  </div>`;
}

/** A name of one's own. */
export function ownNameTemplate(
  {label, text, change}: WrittenName,
  {place, asking}: At,
  speaker: Speaker,
): TemplateResult {
  const {problems, state, titles} = asking;
  const {say} = speaker;
  const id = fieldId('own-name', place);
  const hint = state.about.destination === 'collector' ? 'nameRead' : 'nameShown';
  const empty = problems.some(({field}) => field === id) && isEmptyName({own: text});
  return html`<div part="words">
    <label for=${id}>${say(label)}<span class="sr">(${titles[place]})</span></label>
    <p class="small quiet" id="${id}-hint">${say(hint)} ${say('namesNotFound')}</p>
    <p class=${empty ? 'problem' : 'none'} id="${id}-problem">
      ${empty ? say('nameEmpty', {name: titles[place] ?? ''}) : nothing}
    </p>
    <input
      id=${id}
      autocomplete="off"
      maxlength=${LONGEST_NAME}
      aria-describedby="${id}-hint ${id}-problem"
      aria-invalid=${empty}
      .value=${text}
      @input=${(event: Event) => change((event.target as HTMLInputElement).value)}
    />
    ${personalDataTemplate({id, text, change}, speaker)}
  </div>`;
}
