import {LONGEST_TEXT} from '@samenwaarde/core';
import {html, nothing, type TemplateResult} from 'lit';
import {heading} from '../shared/heading.js';
import type {Speaker} from './closing.js';
import type {Asking} from './questions.template.js';
import type {Problem} from './vote-check.js';

/** What keeps the answer from being sent, each a link to where it can be put right. */
export function problemsTemplate(
  {problems, titles}: Asking,
  level: number,
  {say}: Speaker,
): TemplateResult | typeof nothing {
  if (problems.length === 0) return nothing;
  const words = ({type, place}: Problem): string => {
    const name = place === undefined ? say('missing') : (titles[place] ?? '');
    if (type === 'nothing-given') return say('nothingGiven');
    return type === 'name-empty' ? say('nameEmpty', {name}) : say('tooLong', {name, n: LONGEST_TEXT});
  };
  return html`<div part="problems" class="problem" role="group" aria-labelledby="problems" tabindex="-1">
    <div id="problems">${heading(level, say('problems'), 'problems-heading')}</div>
    <ul>
      ${problems.map(
        problem =>
          html`<li>
            <a href="#${problem.field}" @click=${(event: Event) => lead(event, problem)}>${words(problem)}</a>
          </li>`,
      )}
    </ul>
  </div>`;
}

/** An address with # does not reach into a shadow root: the focus is moved by hand. */
function lead(event: Event, {field}: Problem): void {
  event.preventDefault();
  const form = (event.currentTarget as Element).closest('form');
  const first = 'section :is(input, textarea, button)';
  form?.querySelector<HTMLElement>(field ? `#${CSS.escape(field)}` : first)?.focus();
}
