import {css} from 'lit';

/** The scorecard: one column of figures, and the radar beside it where there is room. */
export const styles = css`
  :host {
    --_plan: var(--samen-scorecard-plan, var(--_accent));
    --_previous: var(--samen-scorecard-previous, var(--_second));
  }
  [part='heading'] {
    margin-block-end: 0.75em;
    color: var(--_quiet);
    font-size: 1em;
    font-weight: 400;
  }
  [part='sentence'] {
    max-inline-size: 34ch;
    margin-block-end: 0.5em;
    line-height: 1.3;
    text-wrap: pretty;
  }
  [part='sentence'].title {
    font-family: var(--_heading-font);
    font-weight: 600;
  }
  [part='subheading'] {
    margin-block: 0 1em;
  }
  [part='details'] {
    max-inline-size: 44ch;
    text-wrap: pretty;
  }

  .loading {
    min-block-size: 20em;
  }
  .standing {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1.5em;
    align-items: baseline;
    margin-block: 1em 1.25em;
  }
  .standing p {
    margin: 0;
  }
  .result {
    display: grid;
    gap: 2em 3em;
  }
  .figures {
    min-inline-size: 0;
    max-inline-size: 44em;
  }
  @container (min-width: 60em) {
    .result {
      grid-template-columns: minmax(0, 1.15fr) minmax(0, 1fr);
    }
  }
  @media print {
    .result {
      display: block;
    }
  }
`;
