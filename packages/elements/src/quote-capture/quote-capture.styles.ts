import {css} from 'lit';

export const styles = css`
  [part='heading'] {
    max-inline-size: 36ch;
  }
  [part='capture'] > [part='heading']:first-child,
  [part='capture'] > section:first-child > [part='heading']:first-child {
    --_size: var(--samen-quote-capture-question-size, 1.5em);
  }
  ul,
  ol {
    padding: 0;
    /* Not 'none': then Safari would no longer say that it is a list. */
    list-style-type: '';
  }
  [part='prompts'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.5em;
    margin-block-end: 1.2em;
    color: var(--_quiet);
    font-size: 1.25em;
    line-height: 1.4;
  }
  form {
    margin-block: 1.5em;
  }
  label,
  legend {
    display: block;
    margin-block-end: 0.5em;
    font-weight: 600;
  }
  textarea[aria-invalid='true'] {
    border: 2px solid var(--_insufficient);
  }
  #hints {
    margin-block-start: 0.75em;
  }
  #hints > p,
  [part='length'],
  .asked {
    margin-block-end: 0.25em;
  }
  [part='length'],
  [part='status'] {
    min-block-size: 1.5em;
  }
  #look-again:focus,
  blockquote:focus {
    outline: none;
  }
  [part='personal-data'] > .notice {
    margin-block: 1em;
  }
  [part='own'],
  [part='receipt-entry'] {
    margin-block-start: 2em;
    padding-block-start: 1.5em;
    border-block-start: 1px solid var(--_line);
  }
  [part='next-person'] {
    margin-block-start: 2em;
  }
  section li + li {
    margin-block-start: 2.5em;
  }
  summary {
    min-block-size: 24px;
    cursor: pointer;
  }
  details[open] > summary {
    margin-block-end: 1em;
  }
`;
