/** A page of the docs: every live widget gets the state of the example that its code names. */
import {EXAMPLES} from './examples.js';

for (const widget of document.querySelectorAll<HTMLElement & {state: unknown}>('[data-example]')) {
  const {example = ''} = widget.dataset;
  widget.state = EXAMPLES[widget.localName]?.[example];
}
