import type {Highlight} from '@samenwaarde/core/schema';
import {html} from 'hono/html';
import type {Html} from './layout.js';

/** A text with underlined what is highlighted in it; where two overlap it is underlined once. */
export function marked(words: string, highlights: readonly Pick<Highlight, 'start' | 'end'>[]): Html {
  const points = Array.from(words);
  const edges = [0, points.length, ...highlights.flatMap(({start, end}) => [start, end])];
  const cuts = [...new Set(edges)].sort((a, b) => a - b);
  const parts = cuts.slice(1).map((end, place) => {
    const start = cuts[place] ?? 0;
    const part = points.slice(start, end).join('');
    return highlights.some(mark => mark.start <= start && end <= mark.end) ? html`<mark>${part}</mark>` : part;
  });
  return html`${parts}`;
}
