import {css} from 'lit';

/** The columns of a distribution. */
export const distributionStyles = css`
  .histogram {
    max-inline-size: 26em;
    margin-block-end: 1em;
    table-layout: fixed;
    font-variant-numeric: tabular-nums;
  }
  .histogram caption {
    padding-block-end: 0.75em;
    text-align: start;
  }
  .histogram th:first-child {
    inline-size: 0;
  }
  .histogram thead {
    display: table-footer-group;
  }
  .histogram :is(th, td) {
    padding: 0;
    text-align: center;
    vertical-align: bottom;
    font-size: 0.875em;
  }
  .histogram thead th {
    padding-block-start: 0.25em;
    border-block-start: 1px solid var(--_line);
  }
  .histogram td svg {
    display: block;
    inline-size: 100%;
    fill: var(--_sufficient);
    stroke: var(--_sufficient);
  }
  .histogram td svg.low {
    fill: none;
    stroke: var(--_insufficient);
    stroke-width: 2;
  }
`;
