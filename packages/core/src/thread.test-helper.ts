import type {Highlight, Quote, Rubric, Value} from './schema.js';

const card = {schema: 1, counter: 1, tag: 't'} as const;

export function quoteOf(id: string, text: string): Quote {
  return {schema: 1, kind: 'quote', id, question: 'question', text};
}

export function valueOf(id: string, name: string): Value {
  return {...card, kind: 'value', id, name};
}

export function highlightOf(value: string, quote: string, start = 0, end = 4): Highlight {
  return {
    ...card,
    kind: 'highlight',
    id: `${value} ${quote} ${start}`,
    value,
    quote,
    exact: '…',
    start,
    end,
    pass: 'one',
  };
}

export function rubricOf(id: string, values: string[], within?: string): Rubric {
  return {...card, kind: 'rubric', id, values, ...(within === undefined ? {} : {within})};
}
