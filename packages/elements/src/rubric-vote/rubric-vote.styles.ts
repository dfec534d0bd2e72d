import {css} from 'lit';

/** The first view. What comes later brings `closingStyles`. */
export const styles = css`
  :host {
    --_space: var(--samen-rubric-vote-space, 3em);
  }
  [part='heading'] {
    --_size: 1.5em;
  }
  [part='rubric'] {
    margin-block: var(--_space);
  }
  [part='rubric'] + [part='rubric'] {
    padding-block-start: var(--_space);
    border-block-start: 1px solid var(--_line);
  }
  dl {
    max-inline-size: 60ch;
    margin: 0 0 1.5em;
  }
  dl > div {
    margin-block-end: 0.75em;
  }
  dd {
    margin: 0;
    white-space: pre-line;
  }
  [part='values'] {
    margin-block-end: 1.5em;
  }
  [part='values'] > p {
    margin: 0;
    font-size: 0.875em;
  }
  [part='values'].lead > p {
    font-size: 0.7em;
  }
  .words {
    margin: 0;
    padding: 0;
    /* Not "none", by which Safari takes it for no list. */
    list-style-type: '';
  }
  .words li {
    display: inline;
  }
  .words li:not(:last-child)::after {
    content: ' · ';
    content: ' · ' / '';
    color: var(--_quiet);
  }
  summary {
    inline-size: fit-content;
    min-block-size: 24px;
    padding-block: 0.25em;
    color: var(--_accent);
    cursor: pointer;
  }
  fieldset {
    margin-block-end: 1.5em;
  }
  legend {
    font-weight: 600;
  }
  legend > * {
    margin: 0;
  }
  .choices {
    display: flex;
    flex-flow: column;
  }
  .choice {
    display: inline-flex;
    gap: 0.5em;
    align-items: center;
    min-block-size: 44px;
    padding-inline-end: 1.5em;
    cursor: pointer;
  }
  .choice input {
    flex: none;
    inline-size: 1.5em;
    block-size: 1.5em;
    margin: 0;
    accent-color: var(--_accent);
  }
  @container (min-width: 30em) {
    .choices {
      flex-flow: row wrap;
    }
  }
  .dots {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 15em), 1fr));
    gap: 0.5em;
    max-inline-size: 60ch;
    margin-block: 0.75em;
  }
  .dot {
    display: flex;
    gap: 0.75em;
    align-items: center;
    border-color: var(--_line);
    color: inherit;
    text-align: start;
  }
  .dot .small {
    display: block;
  }
  .dot::before {
    content: '';
    flex: none;
    inline-size: 1em;
    block-size: 1em;
    border: 2px solid var(--_line);
    border-radius: 50%;
  }
  .dot[aria-pressed='true'] {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  .dot[aria-pressed='true']::before {
    border: 0.5em solid var(--_accent);
  }
  @media (forced-colors: active) {
    .dot[aria-pressed='true'] {
      outline: 2px solid Highlight;
    }
    .dot[aria-pressed='true']::before {
      border-color: Highlight;
    }
  }
  @media print {
    .dot {
      display: flex;
    }
    [part='rubric'] {
      break-inside: avoid;
    }
  }
`;
