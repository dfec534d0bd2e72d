import {css} from 'lit';

export const styles = css`
  :host {
    --_chosen: var(--samen-plan-ballot-chosen, var(--_accent));
    --_on-chosen: var(--samen-plan-ballot-on-chosen, var(--_on-accent));
  }
  .title {
    margin: 0;
  }
  .plan {
    white-space: pre-line;
  }
  /* On an old phone the first mark can be given sooner when what is far below is laid out after it. */
  fieldset {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 24em;
    margin-block: 1.5em;
    padding-block-end: 1.5em;
    border-block-end: 1px solid var(--_line);
  }
  dl {
    display: grid;
    gap: 0.75em 1.5em;
    margin: 0 0 1em;
  }
  dl + dl {
    padding-block-start: 0.75em;
    border-block-start: 1px dotted var(--_line);
  }
  dt {
    color: var(--_quiet);
    font-size: 0.875em;
  }
  dd {
    max-inline-size: 60ch;
    margin: 0;
  }
  .marks {
    display: grid;
    grid-template-columns: repeat(5, minmax(44px, 3.5em));
    gap: 8px 6px;
    margin-block: 1.5em 0.25em;
  }
  .words {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
    align-items: center;
    margin-block: 0.75em;
  }
  .marks label,
  .words label {
    position: relative;
    display: grid;
    place-items: center;
    min-block-size: 48px;
  }
  input[type='radio'] {
    grid-area: 1 / 1;
    appearance: none;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    border: max(1px, var(--_border)) solid var(--_line);
    border-radius: var(--_radius);
    cursor: pointer;
  }
  input + span {
    grid-area: 1 / 1;
    padding: 0.25em 1em;
    pointer-events: none;
  }
  .marks span {
    padding: 0;
    font-size: 1.25em;
  }
  input[type='radio']:hover {
    border-color: var(--_chosen);
  }
  input[type='radio']:checked {
    border-color: var(--_chosen);
    background: var(--_chosen);
    outline: 2px solid var(--_chosen);
    outline-offset: 2px;
  }
  input[type='radio']:focus-visible {
    outline: max(3px, 0.2em) solid var(--_focus);
  }
  :checked + span {
    color: var(--_on-chosen);
  }
  [data-pass='2'] > :nth-child(2)::before,
  [data-pass='3'] > :nth-child(3)::before,
  [data-pass='4'] > :nth-child(4)::before,
  [data-pass='5'] > :nth-child(5)::before,
  [data-pass='6'] > :nth-child(6)::before,
  [data-pass='7'] > :nth-child(7)::before,
  [data-pass='8'] > :nth-child(8)::before,
  [data-pass='9'] > :nth-child(9)::before,
  [data-pass='10'] > :nth-child(10)::before {
    content: '';
    position: absolute;
    inset-block: -7px;
    inset-inline-start: -4px;
    border-inline-start: 2px solid var(--_quiet);
  }
  .chosen {
    min-block-size: 1.5em;
    margin: 0;
    font-weight: 600;
  }
  [part='progress'] {
    min-block-size: 1.5em;
  }
  .loading {
    min-block-size: 20em;
  }
  @container (min-width: 500px) {
    .marks {
      grid-template-columns: repeat(10, minmax(44px, 3.25em));
    }
  }
  @container (min-width: 42em) {
    dl {
      grid-template-columns: repeat(3, 1fr);
    }
  }
`;
