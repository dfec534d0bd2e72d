import {css} from 'lit';

/** The tables, the bars in them and the signs: rows of a grid in a narrow column, a table where there is room. */
export const tableStyles = css`
  .sign {
    display: inline-flex;
    gap: 0.4em;
    align-items: baseline;
    white-space: nowrap;
  }
  .standing .sign svg {
    align-self: start;
    margin-block-start: 0.125em;
  }
  .standing .sign {
    display: flex;
    white-space: normal;
    font-weight: 600;
  }
  .sign svg {
    flex: none;
    align-self: center;
    inline-size: 1.25em;
    block-size: 1.25em;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .sign .full {
    fill: currentcolor;
  }
  .sign .cut {
    stroke: var(--_paper);
    stroke-width: 2.25;
  }
  .pass {
    --_sign: var(--_sufficient);
  }
  .insufficient {
    --_sign: var(--_insufficient);
  }
  .divided {
    --_sign: var(--_divided);
  }
  .sign {
    color: var(--_sign, var(--_quiet));
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
    text-align: start;
  }
  table.rows,
  table.rows :is(thead, tbody) {
    display: block;
  }
  table.rows thead {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  table.rows tr {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0.1em 1em;
    align-items: baseline;
    padding-block: 0.75em;
    border-block-end: 1px solid var(--_line);
    border-block-end-color: color-mix(in srgb, var(--_line) 45%, transparent);
  }
  table.rows :is(th, td) {
    padding: 0;
    font-weight: 400;
    text-align: start;
  }
  table.rows tbody th {
    display: contents;
  }
  .bar {
    block-size: 24px;
  }
  table.rows .bar {
    grid-column: 1 / -1;
    grid-row: 2;
  }
  table.rows td.figure {
    grid-column: 2;
    grid-row: 1;
    font-size: 1.25em;
    line-height: 1.2;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    text-align: end;
    white-space: nowrap;
  }
  .insufficient .figure {
    color: var(--_sign);
  }
  .own {
    display: block;
    max-inline-size: 6em;
    font-size: 0.7em;
    font-weight: 400;
    white-space: normal;
  }
  .verdict {
    grid-column: 1 / -1;
    margin-block: 0.25em;
  }
  .verdict .sign + .sign {
    margin-inline-start: 0.75em;
  }
  .pick.pick {
    display: inline-block;
    border: 0;
    color: inherit;
    text-align: start;
    text-decoration-color: var(--_line);
    text-decoration-thickness: 1px;
  }
  .insufficient .pick {
    font-weight: 600;
  }

  @container (min-width: 30em) {
    table.rows {
      display: table;
    }
    table.rows thead {
      position: static;
      display: table-header-group;
      clip-path: none;
      color: var(--_quiet);
      font-size: 0.875em;
    }
    table.rows tbody {
      display: table-row-group;
    }
    table.rows tr {
      display: table-row;
    }
    table.rows :is(th, td),
    table.rows tbody th {
      display: table-cell;
      padding-block: 0.75em;
      padding-inline: 0 1em;
      vertical-align: baseline;
    }
    table.rows thead th:nth-child(2) {
      text-align: end;
    }
    table.rows thead th {
      padding-block: 0.25em;
      vertical-align: bottom;
      overflow-wrap: normal;
    }
    table.rows :is(th, td):last-child {
      padding-inline-end: 0;
    }
    table.rows tbody th {
      inline-size: 38%;
    }
    .verdict .sign {
      display: flex;
    }
    .verdict .sign + .sign {
      margin-inline-start: 0;
    }
    table.rows td.small {
      white-space: nowrap;
      font-variant-numeric: tabular-nums;
    }
    .of {
      display: none;
    }
  }
`;
