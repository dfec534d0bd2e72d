import type Axe from 'axe-core';
import 'axe-core/axe.js';

// Not an ES module: it puts itself on the window.
const {axe} = globalThis as typeof globalThis & {readonly axe: typeof Axe};

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** What axe finds wrong with an element and everything in it, one line each. */
export async function violations(element: Element): Promise<string[]> {
  const results = await axe.run(element, {
    runOnly: TAGS,
    resultTypes: ['violations'],
    // A fixture is a fragment, not a page: landmarks and the one first heading belong to the page around it.
    rules: {region: {enabled: false}, 'page-has-heading-one': {enabled: false}, 'landmark-one-main': {enabled: false}},
  });
  return results.violations.flatMap(({id, help, nodes}) =>
    nodes.map(node => `${id}: ${help} (${node.target.join(' ')})`),
  );
}
