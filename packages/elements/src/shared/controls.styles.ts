import {css} from 'lit';

/** Text, buttons, fields and lists as every widget shows them. Sizes are in em: the host's own size leads. */
export const controls = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  h4,
  h5,
  h6 {
    margin: 0 0 0.5em;
    font-family: var(--_heading-font);
    --_size: 1.25em;
    line-height: 1.3;
    text-wrap: balance;
  }
  :is(h2, h3, h4, h5, h6):focus {
    outline: none;
  }
  .title {
    --_size: 1.5em;
  }
  :is(h2, h3, h4, h5, h6),
  .title {
    /* In a narrow widget no larger than fits long words, and no smaller than what stands around it. */
    font-size: min(var(--_size), max(1em, 11cqi));
  }
  .lead {
    font-size: 1.25em;
    line-height: 1.4;
  }
  .small {
    font-size: 0.875em;
  }
  .quiet {
    color: var(--_quiet);
  }
  p,
  ul,
  ol,
  blockquote {
    max-inline-size: 60ch;
    margin: 0 0 1em;
  }
  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
  }
  a {
    color: var(--_accent);
  }
  button,
  input,
  select,
  textarea {
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
    word-spacing: inherit;
  }
  textarea,
  select,
  input:not([type]) {
    inline-size: 100%;
    max-inline-size: 60ch;
    min-block-size: 44px;
    padding: 0.5em 0.75em;
    border: max(1px, var(--_border)) solid var(--_line);
    border-radius: var(--_radius);
    background: transparent;
    font-size: max(1em, 16px);
  }
  select option {
    background: var(--_paper);
  }
  textarea {
    display: block;
    line-height: 1.5;
    resize: vertical;
    field-sizing: content;
    min-block-size: 6.5em;
  }
  button {
    min-block-size: 44px;
    padding: 0.5em 1.25em;
    border: max(1px, var(--_border)) solid var(--_accent);
    border-radius: var(--_radius);
    background: transparent;
    color: var(--_accent);
    cursor: pointer;
    touch-action: manipulation;
  }
  button.primary {
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }
  button.plain {
    min-block-size: 24px;
    padding: 0.25em 0;
    border-color: transparent;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em 1em;
    align-items: center;
    margin-block: 1.5em;
  }
  :focus-visible {
    outline: max(2px, 0.15em) solid var(--_focus);
    outline-offset: 2px;
  }
  .sr {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .problem {
    padding-inline-start: 1em;
    border-inline-start: 4px solid var(--_insufficient);
  }
  .notice {
    padding-inline-start: 1em;
    border-inline-start: 4px solid var(--_line);
  }
  blockquote {
    position: relative;
    padding-inline-start: 1.25em;
    font-size: 1.25em;
    line-height: 1.4;
    white-space: pre-line;
  }
  blockquote::before {
    content: '“';
    content: '“' / '';
    position: absolute;
    inset-inline-start: 0;
    inset-block-start: 0;
    color: var(--_accent);
    font-size: 1.5em;
    line-height: 1;
  }
  button:hover {
    opacity: 0.85;
  }
  @media (forced-colors: active) {
    button.primary {
      border-width: 2px;
    }
  }
  @media print {
    button {
      display: none;
    }
  }
`;
