import {css} from 'lit';

/** What comes after the sentence and the table, and how all of it is printed. */
export const laterStyles = css`
  [part='left-out'] p,
  [part='left-out'] dl {
    margin: 0;
  }
  dt {
    font-weight: 600;
  }
  dd {
    margin: 0;
  }

  [part='chart'] {
    position: relative;
    inline-size: 100%;
    max-inline-size: 39em;
    aspect-ratio: 1 / 0.95;
    font-size: 0.875em;
    outline: 0 solid var(--_plan);
    transition:
      color 1ms,
      outline-color 1ms;
  }
  [part='chart'] canvas {
    position: absolute;
    inset: 0;
  }

  .more {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 22em), 1fr));
    gap: 2em 3em;
    margin-block-start: 3em;
  }
  section {
    min-inline-size: 0;
    max-inline-size: 40em;
  }
  .name {
    margin-block-end: 0.5em;
    font-weight: 600;
  }
  .reasons {
    margin-block-end: 1.5em;
  }
  details {
    border-block-end: 1px solid var(--_line);
    border-block-end-color: color-mix(in srgb, var(--_line) 45%, transparent);
  }
  .reasons details {
    border: 0;
  }
  summary {
    min-block-size: 44px;
    padding-block: 0.6em;
    color: var(--_accent);
    cursor: pointer;
  }
  @container (min-width: 60em) {
    [part='chart'] {
      position: sticky;
      inset-block-start: 1em;
      align-self: start;
      margin-block-start: 3em;
      font-size: 1em;
    }
  }
  @container (width < 360px) or (width < 22.5em) {
    [part='chart'] {
      display: none;
    }
  }
  @media (forced-colors: active) {
    :host {
      --_line: CanvasText;
      --_paper: Canvas;
      --_previous: CanvasText;
      --_sufficient: CanvasText;
      --_insufficient: CanvasText;
      --_divided: CanvasText;
    }
    [part='chart'] {
      display: none;
    }
  }
  @media print {
    :host {
      --_line: #767676;
      --_paper: #fff;
      --_previous: #000;
      --_quiet: #000;
      --_sufficient: #000;
      --_insufficient: #000;
      --_divided: #000;
      color: #000;
    }
    .pick.pick {
      display: inline;
      border: 0;
      padding: 0;
      text-decoration: none;
    }
    .no-chart,
    details:not([open]),
    [part='marks']:not(:has([open])) {
      display: none;
    }
    tr,
    [part='chart'],
    blockquote {
      break-inside: avoid;
    }
  }
`;
