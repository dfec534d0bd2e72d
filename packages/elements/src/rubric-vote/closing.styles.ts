import {css} from 'lit';

/** What comes after the first touch: fields, own answers, the result. */
export const closingStyles = css`
  :host {
    --_bar: var(--samen-rubric-vote-bar, var(--_accent));
  }
  [role='status']:empty,
  .none {
    margin: 0;
  }
  [part='words'] {
    margin-block: 1em;
  }
  [part='words'] label {
    font-weight: 600;
  }
  [part='words'] label[for='missing'] {
    font-size: 1.25em;
  }
  [part='words'] p {
    margin-block-end: 0.25em;
  }
  [part='personal-data'] .notice {
    margin-block: 0.75em;
  }
  [aria-invalid='true'] {
    border-color: var(--_insufficient);
    border-width: 2px;
  }
  [part='own'] {
    margin-block: var(--_space);
  }
  [part='own'] dt {
    font-weight: 600;
  }
  [part='receipt'],
  [part='next-person'],
  [part='receipt-entry'] {
    margin-block: 2em;
  }
  [part='sentence'] {
    font-size: 1.5em;
    line-height: 1.35;
  }
  table {
    inline-size: 100%;
    max-inline-size: 40em;
    margin-block: 0 1em;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  caption {
    text-align: start;
  }
  caption.question {
    font-weight: 600;
  }
  th,
  td {
    padding-block: 0.35em;
    font-weight: inherit;
    text-align: start;
    vertical-align: top;
  }
  td,
  thead th:not(:first-child) {
    inline-size: 4.5em;
    padding-inline-start: 0.75em;
    text-align: end;
    overflow-wrap: normal;
  }
  .bar-row {
    display: grid;
    gap: 0.1em 1em;
    align-items: center;
  }
  @container (min-width: 30em) {
    .bar-row {
      grid-template-columns: 10em 1fr;
    }
  }
  .bar {
    display: block;
    overflow: visible;
    fill: var(--_bar);
  }
  .bar:dir(rtl) {
    transform: scaleX(-1);
  }
  .bar .track {
    stroke: var(--_line);
  }
  .bar .partly {
    stroke: var(--_bar);
  }
  .bar .not {
    fill: none;
    stroke: var(--_bar);
    stroke-width: 2px;
  }
  @media (forced-colors: active) {
    :host {
      --_bar: CanvasText;
    }
  }
`;
