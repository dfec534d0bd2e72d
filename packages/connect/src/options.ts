import {withoutGaps} from './without-gaps.js';

/** What the page says about the alliance, in the attributes of its element. */
export interface Options {
  readonly organisation?: string;
  readonly contact?: string;
  /** Last day to take part, `2026-11-21`. */
  readonly until?: string;
  /** Day on which the result comes, `2026-11-28`. */
  readonly resultsFrom?: string;
  /** A shared device: after every answer the next person begins by itself. */
  readonly kiosk?: boolean;
  /** Whether the page means it when answers stay in this browser. `false`: its maker is warned. */
  readonly practice?: boolean;
}

/** The options in the attributes of an element. What is no day is left out, and its maker is warned. */
export function readOptions(element: Element): Options {
  const text = (name: string): string | undefined => element.getAttribute(name)?.trim() || undefined;
  return withoutGaps({
    organisation: text('organisation'),
    contact: text('contact'),
    until: day('until', text('until')),
    resultsFrom: day('results-from', text('results-from')),
    kiosk: element.hasAttribute('kiosk') || undefined,
    practice: element.hasAttribute('practice'),
  });
}

function day(name: string, value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const date = new Date(`${value}T00:00:00Z`);
  if (/^\d{4}-\d\d-\d\d$/.test(value) && !isNaN(+date) && date.toISOString().startsWith(value)) return value;
  if (!warned.has(name + value))
    console.warn(`<samen-alliance>: ${name}: expected a day such as 2026-11-21, got “${value}”.`);
  warned.add(name + value);
  return undefined;
}

const warned = new Set<string>();
