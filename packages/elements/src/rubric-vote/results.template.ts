import type {NameCount, ShownDots, ShownNames, ShownRecognition, ShownRubric, ShownVotes} from '@samenwaarde/core';
import {html, nothing, type TemplateResult} from 'lit';
import {heading} from '../shared/heading.js';
import {barTableTemplate} from './bar-table.template.js';
import {resultsSentence} from './results-sentence.js';
import type {VotedRubric, VoteQuestions} from './rubric-vote.state.js';
import type {Speaker} from './closing.js';
import {listed, titles, valuesTemplate} from './rubric.template.js';
import {asksName} from './vote-draft.js';

interface Revealed {
  readonly questions: VoteQuestions;
  readonly rubrics: readonly VotedRubric[];
  readonly results: ShownVotes;
}

/** A rubric with what it is called and what was answered on it. */
interface Result {
  readonly rubric: VotedRubric;
  readonly title: string;
  readonly shown: ShownRubric | undefined;
}

const ANSWERS = ['fits', 'partly', 'not'] as const;

/** What the result is told with. */
interface Telling {
  readonly questions: VoteQuestions;
  /** Level of the headings. */
  readonly level: number;
  readonly speaker: Speaker;
}

/** The result: a sentence, then per rubric bars with the same numbers in a table. */
export function resultsTemplate(
  {questions, rubrics, results}: Revealed,
  level: number,
  speaker: Speaker,
): TemplateResult {
  const {votes} = results;
  if (votes === null) return html`<p class="lead">${speaker.say('tooFew', {n: questions.k})}</p>`;
  const names = titles(rubrics, speaker);
  const all = rubrics.map((rubric, place): Result => {
    return {rubric, title: names[place] ?? '', shown: results.rubrics.find(shown => shown.rubric === rubric.id)};
  });
  const telling = {questions, level, speaker};
  return html`<p part="sentence">${resultsSentence(all, {votes, questions}, speaker)}</p>
    ${questions.dots > 0 ? dotsTemplate(all, telling) : nothing}
    ${questions.recognition || questions.names ? all.map(result => resultTemplate(result, telling)) : nothing}`;
}

function resultTemplate(result: Result, telling: Telling): TemplateResult {
  const {rubric, title} = result;
  const {questions, level, speaker} = telling;
  return html`<section part="rubric">
    ${heading(level, title, 'name')} ${valuesTemplate(rubric, title, speaker)}
    ${questions.recognition ? recognitionTemplate(result, telling) : nothing}
    ${asksName({questions, rubrics: [rubric]}, rubric) ? namesTemplate(result, telling) : nothing}
  </section>`;
}

function recognitionTemplate({title, shown}: Result, {questions, speaker}: Telling): TemplateResult {
  const {say} = speaker;
  const given: ShownRecognition = shown?.recognition ?? {type: 'unanswered'};
  const question = say('recognition');
  if (given.type === 'alike') {
    return answerTemplate(question, say(given.recognised ? 'alikeRecognised' : 'alikeNot', {n: given.n}));
  }
  if (given.type !== 'shown') return answerTemplate(question, unshownWords(given.type, questions, speaker));
  const {n, counts} = given;
  const rows = ANSWERS.map(answer => ({label: say(answer), count: counts[answer], share: counts[answer] / n, answer}));
  return html`${barTableTemplate({question, title, rows}, speaker)}
  ${counts.unknown > 0 ? html`<p class="small">${say('unknownCount', {n: counts.unknown})}</p>` : nothing}`;
}

function namesTemplate({rubric, title, shown}: Result, {questions, speaker}: Telling): TemplateResult {
  const {say} = speaker;
  const given: ShownNames = shown?.names ?? {type: 'unanswered'};
  const question = say('names');
  const called = (name: NameCount['name']): string => {
    if ('own' in name) return say('ownName', {name: name.own});
    return rubric.proposals.find(({id}) => id === name.proposal)?.name ?? say('goneName');
  };
  if (given.type === 'alike') {
    return answerTemplate(question, say('alikeName', {n: given.n, name: called(given.name)}));
  }
  // Somebody may have thought of one that nobody has read yet.
  if (given.type === 'unanswered') return answerTemplate(question, say('noName'));
  if (given.type !== 'shown') return answerTemplate(question, unshownWords(given.type, questions, speaker));
  const rows = given.names.map(({name, count}) => ({label: called(name), count, share: count / given.n}));
  return barTableTemplate({question, title, rows}, speaker);
}

/** Dots on every rubric, the most first: all rubrics in one table, since a dot on one is none on another. */
function dotsTemplate(all: readonly Result[], telling: Telling): TemplateResult {
  return html`<section part="rubric">
    ${heading(telling.level, telling.speaker.say('dotsTitle'), 'name')} ${dotsFiguresTemplate(all, telling)}
  </section>`;
}

function dotsFiguresTemplate(all: readonly Result[], {questions, speaker}: Telling): TemplateResult {
  const {say, voice} = speaker;
  const given: ShownDots = all[0]?.shown?.dots ?? {type: 'unanswered'};
  if (given.type === 'alike') {
    const chosen = all.filter(({shown}) => shown?.dots.type === 'alike' && shown.dots.chosen).map(({title}) => title);
    return html`<p>${say('alikeDots', {n: given.n, names: listed(chosen, voice)})}</p>`;
  }
  if (given.type !== 'shown') return html`<p>${unshownWords(given.type, questions, speaker)}</p>`;
  const rows = all
    .flatMap(({title, shown}) =>
      shown?.dots.type === 'shown'
        ? [{label: title, count: shown.dots.dots, share: shown.dots.voters / shown.dots.n}]
        : [],
    )
    .sort((a, b) => b.count - a.count);
  return html`${barTableTemplate({question: say('dotsTitle'), title: '', rows}, speaker)}
    <p class="small">${say('dotsShare', {n: given.n, dots: questions.dots})}</p>`;
}

function answerTemplate(question: string, words: string): TemplateResult {
  return html`<p><strong>${question}</strong><br />${words}</p>`;
}

function unshownWords(type: 'too-few-voices' | 'unanswered', {k}: VoteQuestions, {say}: Speaker): string {
  return type === 'too-few-voices' ? say('tooFew', {n: k}) : say('unanswered');
}
