import {find, words} from './capture.test-helper.js';
import {QuoteSubmitEvent, SourceCountEvent} from './quote-capture.events.js';
import {examples} from './quote-capture.examples.js';
import type {OwnQuote} from './quote-capture.state.js';
import type {QuoteCapture} from './quote-capture.js';

/** A scribe's desk whose words go to a collector. */
export const open = {...examples.scribe, about: examples.asking.about};

/** A page of its own that stays open: it takes every quote, counts every source, and gives no draft back. */
export function takingAll(element: QuoteCapture): {quotes: readonly string[][]; sources: readonly string[]} {
  const [quotes, sources]: [string[][], string[]] = [[], []];
  element.addEventListener(QuoteSubmitEvent.type, event => {
    if (element.state.type !== 'asking') return;
    quotes.push([...event.quotes]);
    const own = event.quotes.map((each, at): OwnQuote => ({
      id: `${quotes.length}-${at}`,
      code: 'K7M2',
      text: each,
      delivery: {type: 'sent'},
    }));
    element.state = {...element.state, own: [...own, ...element.state.own]};
  });
  element.addEventListener(SourceCountEvent.type, ({source}) => {
    if (element.state.type !== 'asking') return;
    sources.push(source);
    const heard = {...element.state.heard, [source]: element.state.heard[source] + 1};
    element.state = {...element.state, heard};
  });
  return {quotes, sources};
}

export const field = (element: QuoteCapture): HTMLTextAreaElement => find(element, 'textarea') as HTMLTextAreaElement;

/** The choice of who speaks with that name. */
export const speaker = (element: QuoteCapture, name: string): HTMLInputElement =>
  [...element.renderRoot.querySelectorAll('label')].find(each => words(each) === name)!.querySelector('input')!;
