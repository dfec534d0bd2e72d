import {css} from 'lit';

/** What comes after the first mark: how a chosen one looks without colours of our own, too. */
export const closingStyles = css`
  fieldset {
    content-visibility: visible;
  }
  .notice {
    margin-block-end: 1.5em;
  }
  .own-words {
    white-space: pre-line;
  }
  .reason {
    margin-block-start: 1.5em;
  }
  .reason label {
    font-weight: 600;
  }
  .reason p {
    margin-block-end: 0.5em;
  }
  details {
    margin-block: 1em;
  }
  summary {
    min-block-size: 24px;
    padding-block: 0.25em;
    cursor: pointer;
  }
  [part='progress']:focus,
  [part='problem']:focus {
    outline: none;
  }
  table {
    inline-size: 100%;
    margin-block-end: 1em;
    border-collapse: collapse;
    table-layout: fixed;
  }
  th,
  td {
    position: relative;
    padding-block: 0.5em;
    border-block-end: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
    hyphens: auto;
  }
  th {
    inline-size: 48%;
    padding-inline: 0 0.5em;
  }
  td,
  th + th {
    inline-size: auto;
    padding-inline: 0;
  }
  thead th {
    color: var(--_quiet);
    font-weight: normal;
  }
  td p {
    margin: 0.25em 0 0;
  }
  td .plain {
    display: block;
    padding-block: 0;
    font-size: 0.875em;
  }
  @container (min-width: 500px) {
    td {
      padding-inline-end: 7em;
    }
    td .plain {
      position: absolute;
      inset-block-start: 0.75em;
      inset-inline-end: 0;
    }
  }
  @media (forced-colors: active) {
    input[type='radio']:checked {
      border-color: Highlight;
      outline-color: Highlight;
      background: Highlight;
      forced-color-adjust: none;
    }
    :checked + span {
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
  @media print {
    input[type='radio']:checked {
      border-width: 4px;
      background: none;
    }
    :checked + span {
      color: inherit;
    }
  }
`;
