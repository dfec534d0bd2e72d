import type {Score} from '@samenwaarde/core/schema';
import {html, nothing, type TemplateResult} from 'lit';
import type {MarkingView} from './ballot-view.js';
import type {MarkedValue} from './plan-ballot.state.js';

/**
 * Ten radios in one flat template: with ten nested ones the first view takes longer on an old phone. `pass` is the
 * lowest mark that is enough: the styles put the notch before it. `group` is a name that no other value in view has.
 */
function marksTemplate(pass: number, group: string, name: readonly string[]): TemplateResult {
  return html`<div class="marks" part="marks" data-pass=${pass}>
    <label><input type="radio" name=${group} value="1" aria-label=${name[0]} /><span>1</span></label>
    <label><input type="radio" name=${group} value="2" aria-label=${name[1]} /><span>2</span></label>
    <label><input type="radio" name=${group} value="3" aria-label=${name[2]} /><span>3</span></label>
    <label><input type="radio" name=${group} value="4" aria-label=${name[3]} /><span>4</span></label>
    <label><input type="radio" name=${group} value="5" aria-label=${name[4]} /><span>5</span></label>
    <label><input type="radio" name=${group} value="6" aria-label=${name[5]} /><span>6</span></label>
    <label><input type="radio" name=${group} value="7" aria-label=${name[6]} /><span>7</span></label>
    <label><input type="radio" name=${group} value="8" aria-label=${name[7]} /><span>8</span></label>
    <label><input type="radio" name=${group} value="9" aria-label=${name[8]} /><span>9</span></label>
    <label><input type="radio" name=${group} value="10" aria-label=${name[9]} /><span>10</span></label>
  </div>`;
}

function wordTemplate(score: Score, group: string, word: string): TemplateResult {
  return html`<label class="word"
    ><input type="radio" name=${group} value=${score} /><span>${word}</span></label
  >`;
}

/** The answers one can give on a value: the scale of the round, and apart from it what is no mark. */
export function scaleTemplate(value: MarkedValue, place: number, view: MarkingView): TemplateResult {
  const {say, asked, closing, draft, markNames, stepped} = view;
  const chosen = draft.marks[value.id];
  const group = `mark-${stepped ? 0 : place}`;
  const word = (score: Score, text: string): TemplateResult => wordTemplate(score, group, text);
  const marks = asked.terms.scale === 'marks';
  return html`${
    marks
      ? marksTemplate(Math.ceil(value.passMark), group, markNames)
      : html`<div class="words">${word('sufficient', say('sufficient'))} ${word('insufficient', say('insufficient'))}</div>`
  }
    ${marks ? html`<p class="chosen" aria-hidden="true">${markNames[Number(chosen) - 1]}</p>` : nothing}
    <div class="words">
      ${word('unknown', say('unknown'))}
      ${asked.terms.notApplicable ? word('not-applicable', say('notApplicable')) : nothing}
      ${chosen === undefined ? nothing : closing?.clear(value, view)}
    </div>`;
}
