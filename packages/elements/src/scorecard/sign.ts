import type {Verdict} from '@samenwaarde/core';
import {html, svg, type SVGTemplateResult, type TemplateResult} from 'lit';

/** What is drawn before a word, so that colour never speaks alone. */
export type Sign = Verdict | 'divided';

const EMPTY = svg`<circle cx="10" cy="10" r="8" stroke-dasharray="2.5 2.5"/>`;

/** A filled dot with a ✓, a hollow triangle with a ✕, a split dot, an empty ring of dashes. */
const SHAPES: Readonly<Record<Sign, SVGTemplateResult>> = {
  pass: svg`<circle cx="10" cy="10" r="8.5" class="full"/><path d="M5.8 10.4 8.8 13.3 14.3 7.2" class="cut"/>`,
  insufficient: svg`<path d="M10 1.6 19 18H1ZM7.4 10l5.2 5.2m0-5.2-5.2 5.2"/>`,
  divided: svg`<circle cx="10" cy="10" r="8"/><path d="M10 2A8 8 0 0 0 10 18Z" class="full"/>`,
  incomplete: EMPTY,
  'too-few-voices': EMPTY,
};

/** A sign and its word. */
export function signTemplate(sign: Sign, word: string): TemplateResult {
  return html`<span class="sign ${sign}">
    <svg viewBox="0 0 20 20" aria-hidden="true">${SHAPES[sign]}</svg>
    ${word}
  </span>`;
}
