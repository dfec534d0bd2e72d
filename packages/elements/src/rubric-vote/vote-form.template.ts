import {html, nothing, type TemplateResult} from 'lit';
import {aboutTemplate} from '../shared/about.template.js';
import {heading} from '../shared/heading.js';
import {dotsTemplate, namesTemplate, recognitionTemplate, type Asking} from './questions.template.js';
import {rubricTemplate} from './rubric.template.js';
import {asksName} from './vote-draft.js';

/** The form: every rubric with what is asked about it, then what is asked about all of them. */
export function voteFormTemplate(asking: Asking, level: number, submit: (event: Event) => void): TemplateResult {
  const {state, titles, speaker, closing} = asking;
  const {questions, rubrics, about, changing} = state;
  const {say} = speaker;
  const toDevice = about.destination === 'device';
  return html`${heading(level, say('title'))}
    <p>
      ${rubrics.some(({name}) => name !== undefined) ? say('coreValueIs') : nothing}
      ${rubrics.some(({name}) => name === undefined) ? say('groupIs') : nothing} ${say('partial')}
    </p>
    ${aboutTemplate(about, say('marksUnseen'), speaker)}
    ${changing ? closing?.changing(state) : nothing}
    <form part="form" novalidate @submit=${submit}>
      ${closing?.problems(asking, level + 1)}
      ${rubrics.map(
        (rubric, place) =>
          html`<section part="rubric">
            ${rubricTemplate(rubric, {title: titles[place] ?? '', level: level + 1}, speaker)}
            ${questions.recognition ? recognitionTemplate(rubric, place, asking) : nothing}
            ${asksName(state, rubric) ? namesTemplate(rubric, place, asking) : nothing}
          </section>`,
      )}
      ${questions.dots > 0 ? html`<section part="rubric">${dotsTemplate(asking, level + 1)}</section>` : nothing}
      ${questions.recognition ? html`<section part="rubric">${closing?.missing(asking)}</section>` : nothing}
      <div class="actions"><button type="submit" class="primary">${say(toDevice ? 'keep' : 'send')}</button></div>
    </form>`;
}
