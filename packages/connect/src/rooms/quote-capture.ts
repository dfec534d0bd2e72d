import {uuid} from '@samenwaarde/core';
import type {Question, Quote} from '@samenwaarde/core/schema';
import type {OwnQuote, QuoteCaptureState, QuotesOfFile} from '@samenwaarde/elements/quote-capture/state';
import {about} from '../about.js';
import type {Options} from '../options.js';
import {random} from '../random.js';
import {chosen, find, ofKind} from '../records.js';
import type {Changes, RequestOf} from '../requests.js';
import {contributed, leftOf, ownOn} from '../giving.js';
import type {Change} from '../kept.js';
import type {Ready} from '../snapshot.js';
import {withoutGaps} from '../without-gaps.js';

export {fingerprints} from '../giving.js';

export const changes: Changes = {
  'samen-quote-submit': (ready, request) => given(ready, request),
};

/** Characters to stay within where a question does not say: the method's own choice, about four spoken sentences. */
const GUIDE = 500;

/** A question with what this person answered to it. */
export function state(ready: Ready, options: Options, wants: {readonly question?: string}): QuoteCaptureState {
  const question = chosen(ready.known, 'question', {id: wants.question, status: 'open'});
  if (!question) return wants.question ? {type: 'failed', reason: 'not-found'} : {type: 'empty'};
  const {drafts, thanked, own} = ready.device;
  const asked = withoutGaps({
    question: askedQuestion(question),
    about: about(ready, options, {...question, keeps: 'texts'}),
    own: ownQuotes(ready, question.id),
    heard: heard(ready, question.id),
    imported: imported(ready, question.id),
  });
  if (question.status === 'closed') return {...asked, type: 'closed', ...leftOf(ready, question.id, textDraft)};
  const latest = thanked.get(question.id);
  if (latest && own.has(latest)) return {...asked, type: 'answered', latest};
  const {draft, changing} = drafts.get(question.id) ?? {draft: ''};
  return {...asked, type: 'asking', draft: textDraft(draft), ...(changing && {changing})};
}

function textDraft(draft: unknown): string {
  return typeof draft === 'string' ? draft : '';
}

function askedQuestion({id, versions, asked, prompts, guide}: Question): {
  id: string;
  text: string;
  prompts: readonly string[];
  guide: number;
} {
  return {id, text: versions[asked]?.text ?? '', prompts, guide: guide ?? GUIDE};
}

/** The last file of quotes, and how far it is on its way to a collector. */
function imported({known, device}: Ready, question: string): QuotesOfFile | undefined {
  const last = device.imports.get(question);
  if (!last) return undefined;
  const {held} = last;
  const quotes = last.quotes.length;
  if (!known.collector) return {quotes, held};
  const letters = last.quotes.flatMap(id => device.outbox.get(id) ?? []);
  const refused = letters.filter(letter => letter.refused).length;
  return {quotes, held, unsent: letters.length - refused, refused};
}

/** Newest first. */
function ownQuotes(ready: Ready, question: string): OwnQuote[] {
  return ownOn(ready, question).flatMap(({record, receipt, delivery}) =>
    record.kind === 'quote' ? [withoutGaps({id: record.id, code: receipt, text: record.text, delivery})] : [],
  );
}

/** How many of each kind of source were heard on this device. */
function heard({known, device}: Ready, question: string): {participant: number; interviewee: number; expert: number} {
  const tag = device.card.get('card')?.tag;
  const count = ofKind(known, 'source-count').find(card => card.question === question && card.tag === tag);
  return count?.counts ?? {participant: 0, interviewee: 0, expert: 0};
}

/** Quotes, each a contribution of its own; with `changing` the first takes the place of that own one. */
function given(ready: Ready, {question, quotes: texts, changing}: RequestOf<'samen-quote-submit'>): Change[] {
  const asked = find(ready.known, 'question', question);
  const quotes = texts.map(text => text.trim()).filter(text => text !== '');
  if (!asked || quotes.length === 0) return [];
  const own = changing && ready.device.own.has(changing) ? changing : undefined;
  const records = quotes.map((text, place): Quote => ({
    schema: 1,
    kind: 'quote',
    id: (place === 0 && own) || uuid(random),
    question,
    text,
  }));
  return contributed(ready, {subject: question, records, closed: asked.status === 'closed'});
}
