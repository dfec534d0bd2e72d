import {css} from 'lit';

/** What only the desks show: who speaks, counts, pieces of a conversation, rows of a file. */
export const deskStyles = css`
  .choice {
    display: inline-flex;
    gap: 0.5em;
    align-items: center;
    min-block-size: 44px;
    margin: 0 1.5em 0 0;
    font-weight: 400;
    cursor: pointer;
  }
  .choice > input,
  [type='checkbox'] {
    flex: none;
    inline-size: 1.35em;
    block-size: 1.35em;
    margin: 0;
    accent-color: var(--_accent);
  }
  [type='file'] {
    max-inline-size: 100%;
    min-block-size: 44px;
  }
  [part='speakers'] {
    margin-block-end: 1.5em;
  }
  [part='speakers'] > p {
    margin-block: 0.25em 0;
  }
  [part='counts'] > p {
    margin-block-end: 0.25em;
  }
  [part='counts'] > ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1.5em;
  }
  [part='piece'] {
    max-inline-size: 60ch;
  }
  [part='piece'] > blockquote {
    margin-block: 0.25em 0;
  }
  [part='piece'] > .actions {
    gap: 0.25em 1.5em;
    margin-block: 0.25em 0;
  }
  [part='refused'] {
    margin-block: 1.5em;
  }
  select {
    margin-block-end: 1.5em;
  }
  .words {
    inline-size: 100%;
  }
  .words > select {
    margin-block-end: 0.75em;
  }
  table {
    border-collapse: collapse;
  }
  th,
  td {
    padding: 0.35em 1.5em 0.35em 0;
    border-block-end: 1px solid var(--_line);
    font-variant-numeric: tabular-nums;
    text-align: start;
    vertical-align: baseline;
  }
`;

/** Adds them to a widget that was there before. */
export function addDeskStyles(root: ShadowRoot): void {
  const {styleSheet} = deskStyles;
  if (styleSheet && !root.adoptedStyleSheets.includes(styleSheet)) root.adoptedStyleSheets.push(styleSheet);
}
