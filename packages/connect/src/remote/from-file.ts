import {receipt, uuid} from '@samenwaarde/core';
import type {Quote} from '@samenwaarde/core/schema';
import type {Change, ImportedQuotes} from '../kept.js';
import {random} from '../random.js';
import type {Ready} from '../snapshot.js';
import {signed} from './posted.js';

/**
 * The quotes of a file as letters, one each and each with a receipt of its own: nobody can tell afterwards that they came
 * together. They are not among the answers of whoever brought the file; what is needed to take them back is kept apart.
 */
export function lettersOfFile(question: string, texts: readonly string[]): Change[] {
  const given = texts.map(text => ({id: uuid(random), code: receipt(random), text}));
  if (given.length === 0) return [];
  const value: ImportedQuotes = {
    quotes: given.map(({id}) => id),
    receipts: given.map(({code}) => code),
    ...{moderations: [], counter: 0, held: 0},
  };
  return [
    ...given.map(({id, code, text}): Change => {
      const record: Quote = {schema: 1, kind: 'quote', id, question, text};
      const letter = signed({subject: question, receipt: code, edition: 1}, undefined);
      return {store: 'outbox', key: id, value: {...letter, record}};
    }),
    {store: 'imports', key: question, value},
  ];
}

/** The last file of a question is taken back: what may have arrived gets a letter that asks for it, the rest just goes. */
export function fileTakenBack({device}: Ready, question: string): Change[] {
  const {quotes = [], receipts = []} = device.imports.get(question) ?? {};
  const changes = quotes.map((key, place): Change => {
    const letter = device.outbox.get(key);
    if (letter?.refused) return {store: 'outbox', key};
    // The sender knows by the disk whether a letter left, so one that never did is for it to drop.
    const tried = letter ? letter.tried : 'under-way';
    return {
      store: 'outbox',
      key,
      value: signed({subject: question, receipt: receipts[place] ?? '', edition: 2}, tried),
    };
  });
  return [...changes, {store: 'imports', key: question}];
}
