import {LONGEST_TEXT, uuid} from '@samenwaarde/core';
import type {Moderation, Quote, SourceCount} from '@samenwaarde/core/schema';
import type {QuotesImportEvent} from '@samenwaarde/elements/quote-capture';
import {cardChange, nextCard} from '../cards.js';
import type {Change} from '../kept.js';
import {random} from '../random.js';
import {find, ofKind} from '../records.js';
import type {Changes} from '../requests.js';
import type {Ready} from '../snapshot.js';

/** What a scribe and a facilitator ask for. */
export const changes: Changes = {
  'samen-source-count': (ready, {question, source}) => sourceCounted(ready, question, source),
  'samen-quotes-import': (ready, {question, quotes}) => imported(ready, question, quotes),
  'samen-import-undo': (ready, {question}) => importUndone(ready, question),
};

/** One more source of a kind, on the one card of this device. */
function sourceCounted(ready: Ready, question: string, source: keyof SourceCount['counts']): Change[] {
  if (!find(ready.known, 'question', question)) return [];
  const card = nextCard(ready);
  const counts = ofKind(ready.known, 'source-count');
  const before = counts.find(count => count.question === question && count.tag === card.tag);
  const none = {participant: 0, interviewee: 0, expert: 0};
  const now = before?.counts ?? none;
  if (!Object.hasOwn(none, source)) return [];
  const record: SourceCount = {
    ...{schema: 1, kind: 'source-count', id: before?.id ?? uuid(random), question, ...card},
    counts: {...now, [source]: now[source] + 1},
  };
  return [{store: 'records', key: record.id, value: record}, cardChange(card)];
}

type Rows = QuotesImportEvent['quotes'];

/** Quotes from a file. To a collector go those that were not withheld: what happens to them is decided there. */
function imported(ready: Ready, question: string, rows: Rows): readonly Change[] {
  const {collector} = ready.known;
  if (!find(ready.known, 'question', question)) return [];
  const fit = rows.filter(({text}) => text.trim() !== '' && text.length <= LONGEST_TEXT);
  if (!collector) return importedHere(ready, question, fit);
  const texts = fit.filter(({held}) => !held).map(({text}) => text);
  return collector.fileGiven(question, texts);
}

/** Quotes from a file on this device, with for each the decision whether it is shown. */
function importedHere(ready: Ready, question: string, rows: Rows): Change[] {
  const card = nextCard(ready);
  const pairs = rows.map(({text, held}): [Quote, Moderation] => {
    const quote: Quote = {schema: 1, kind: 'quote', id: uuid(random), question, text};
    const outcome = held ? 'held' : 'released';
    return [quote, {schema: 1, kind: 'moderation', id: uuid(random), ...card, of: quote.id, outcome}];
  });
  if (pairs.length === 0) return [];
  const value = {
    quotes: pairs.map(([{id}]) => id),
    moderations: pairs.map(([, {id}]) => id),
    counter: card.counter,
    held: pairs.filter(([, {outcome}]) => outcome === 'held').length,
  };
  return [
    ...pairs.flat().map((record): Change => ({store: 'records', key: record.id, value: record})),
    {store: 'imports', key: question, value},
    cardChange(card),
  ];
}

/** The last import is taken back, but for quotes whose decision somebody changed since. */
function importUndone(ready: Ready, question: string): readonly Change[] {
  const {known, device} = ready;
  const last = device.imports.get(question);
  if (!last) return [];
  if (known.collector) return known.collector.fileTakenBack(ready, question);
  const undone = last.quotes.flatMap((quote, place): Change[] => {
    const decision = last.moderations[place] ?? '';
    if (find(known, 'moderation', decision)?.counter !== last.counter) return [];
    return [
      {store: 'records', key: quote},
      {store: 'records', key: decision},
    ];
  });
  return [...undone, {store: 'imports', key: question}];
}
