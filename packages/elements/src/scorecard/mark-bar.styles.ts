import {css} from 'lit';

/** The bars, and the key to them. */
export const barStyles = css`
  .bar {
    display: block;
    inline-size: 100%;
    overflow: visible;
    fill: none;
    stroke: var(--_sign, currentcolor);
  }
  .bar .scale {
    stroke: var(--_line);
  }
  .bar .band {
    stroke: var(--_line);
    stroke-opacity: 0.35;
    stroke-width: 10;
    stroke-linecap: round;
  }
  .bar .notch {
    stroke: currentcolor;
    stroke-width: 2;
  }
  .bar :is(.dot, .before) {
    overflow: visible;
    stroke-width: 2.25;
    stroke-linejoin: round;
    fill: var(--_paper);
  }
  .bar .dot .full {
    fill: var(--_sign);
  }
  .bar .before {
    stroke: var(--_previous);
    stroke-dasharray: 0.1 3;
    stroke-linecap: round;
  }
  .key {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1.5em;
    margin-block: 1em;
    padding: 0;
    list-style: none;
  }
  .key li {
    display: flex;
    gap: 0.5em;
    align-items: center;
  }
  .key .bar {
    flex: none;
    inline-size: 20px;
    block-size: 16px;
  }
`;
