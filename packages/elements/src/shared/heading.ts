import {html, type TemplateResult} from 'lit';

/** Levels a widget's first heading may have; what is inside is one deeper. */
export type HeadingLevel = 2 | 3 | 4 | 5 | 6;

/** The level a page asked for, kept within 2–6. */
export function headingLevel(asked: number): HeadingLevel {
  const level = Number.isFinite(asked) ? Math.round(asked) : 2;
  return Math.min(6, Math.max(2, level)) as HeadingLevel;
}

/** A heading of that level. It can take focus, so that a change of view can start there. */
export function heading(asked: number, content: unknown, part = 'heading'): TemplateResult {
  switch (headingLevel(asked)) {
    case 2:
      return html`<h2 part=${part} tabindex="-1">${content}</h2>`;
    case 3:
      return html`<h3 part=${part} tabindex="-1">${content}</h3>`;
    case 4:
      return html`<h4 part=${part} tabindex="-1">${content}</h4>`;
    case 5:
      return html`<h5 part=${part} tabindex="-1">${content}</h5>`;
    case 6:
      return html`<h6 part=${part} tabindex="-1">${content}</h6>`;
  }
}
