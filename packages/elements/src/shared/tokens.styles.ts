import {css} from 'lit';

/**
 * The colours and measures of every widget: the page's own `--samen-…` first, then the design tokens of the host's
 * house style (NL Design System, Amsterdam), then the values of our own. The only file that knows those names.
 *
 * Text, background and font are inherited: a widget looks like the page it is on.
 */
export const tokens = css`
  :host {
    --_d-accent: #0f5c7a;
    --_d-on-accent: #fff;
    --_d-quiet: #565a61;
    --_d-line: #8a8f98;
    --_d-sufficient: #1f6b45;
    --_d-insufficient: #a5341c;
    --_d-divided: #7a4e00;
    --_d-second: #6b3fa0;
    --_d-paper: #fff;

    --_accent: var(--samen-accent, var(--basis-color-action-1-inverse-bg-default, var(--nl-button-primary-background-color, var(--utrecht-button-primary-action-background-color, var(--ams-color-interactive, var(--_d-accent))))));
    --_on-accent: var(--samen-on-accent, var(--basis-color-action-1-inverse-color-default, var(--nl-button-primary-color, var(--utrecht-button-primary-action-color, var(--ams-button-primary-color, var(--_d-on-accent))))));
    --_quiet: var(--samen-quiet, var(--_d-quiet));
    --_line: var(--samen-line, var(--basis-form-control-border-color, var(--utrecht-textbox-border-color, var(--utrecht-form-control-border-color, var(--_d-line)))));
    --_sufficient: var(--samen-sufficient, var(--_d-sufficient));
    --_insufficient: var(--samen-insufficient, var(--_d-insufficient));
    --_divided: var(--samen-divided, var(--_d-divided));
    --_second: var(--samen-second, var(--_d-second));
    --_paper: var(--samen-paper, var(--basis-color-default-bg-document, var(--utrecht-document-background-color, var(--ams-color-background, var(--_d-paper)))));
    --_radius: var(--samen-radius, var(--basis-border-radius-md, var(--nl-button-border-radius, var(--utrecht-textbox-border-radius, var(--utrecht-button-border-radius, var(--ams-border-radius, 4px))))));
    --_border: var(--samen-border-width, var(--basis-border-width-sm, var(--utrecht-textbox-border-width, 1px)));
    --_focus: var(--samen-focus, var(--basis-focus-outline-color, var(--utrecht-focus-outline-color, currentcolor)));
    --_heading-font: var(--samen-heading-font, var(--basis-heading-font-family, inherit));

    display: block;
    container-type: inline-size;
    line-height: 1.5;
    overflow-wrap: anywhere;
  }
  @supports (color: light-dark(#000, #fff)) {
    :host {
      --_d-accent: light-dark(#0f5c7a, #7cc4e0);
      --_d-on-accent: light-dark(#fff, #10222b);
      --_d-quiet: light-dark(#565a61, #b4b8bf);
      --_d-line: light-dark(#8a8f98, #7d838c);
      --_d-sufficient: light-dark(#1f6b45, #7fcf9f);
      --_d-insufficient: light-dark(#a5341c, #f2a08a);
      --_d-divided: light-dark(#7a4e00, #e6b566);
      --_d-second: light-dark(#6b3fa0, #c3a4ee);
      --_d-paper: light-dark(#fff, #17181b);
    }
  }
  :host([hidden]) {
    display: none;
  }
`;
